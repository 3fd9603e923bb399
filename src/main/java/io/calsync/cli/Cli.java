package io.calsync.cli;

import io.calsync.text.Texts;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Runs a command line.
public final class Cli {
    private static final List<String> LANGUAGES = List.of("en", "de");

    private final Host host;
    private final InstantSource clock;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Interruption interruption = new Interruption();
    private final boolean watched = System.console() instanceof java.io.Console attached && attached.isTerminal();

    public Cli(Host host, InstantSource clock, PrintWriter out, PrintWriter err) {
        this.host = host;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /// @param args   as the shell gave them
    /// @param system the machine's language, for a person who names none
    /// @return the exit code
    public int run(List<String> args, Locale system) {
        var language = asked(args).orElse(system.getLanguage());
        var texts = new Texts(Locale.of(language.equals("de") ? "de" : "en"));
        var globals = new Globals();
        var console = new Console(host, globals, texts, clock, out, err, interruption, watched);
        // The window opens a fifth of a second sooner where no command line is parsed first.
        if (args.isEmpty()) return new Calsync(globals, console).call();
        var line = commands(globals, console);
        line.setResourceBundle(texts.bundle());
        line.setOut(out).setErr(err);
        line.setParameterExceptionHandler((wrong, _) -> usage(wrong, console, args.contains("--json")));
        line.setExecutionExceptionHandler((_, _, _) -> console.fault().code());
        if (asked(args).filter(name -> !LANGUAGES.contains(name)).isPresent()) {
            err.println(texts.say("cli.unknown-word", language, String.join(", ", LANGUAGES)));
            err.flush();
            return Exit.USAGE.code();
        }
        return line.execute(args.toArray(String[]::new));
    }

    /// Ends the command under way where nothing is left half done, and returns when it has ended or takes too long for that.
    public void interrupt() {
        interruption.ask();
    }

    private static CommandLine commands(Globals globals, Console console) {
        return new CommandLine(new Calsync(globals, console)).addSubcommand(new Connect(console))
                .addSubcommand(group("services").addSubcommand(new ServicesList(console))
                        .addSubcommand(new ServicesShow(console)).addSubcommand(new ServicesAdd(console))
                        .addSubcommand(new ServicesEdit(console)).addSubcommand(new ServicesImport(console))
                        .addSubcommand(new ServicesImportFile(console))
                        .addSubcommand(new ServicesLink(console)).addSubcommand(new ServicesUnlink(console))
                        .addSubcommand(new ServicesCreate(console)))
                .addSubcommand(new Sync(console))
                .addSubcommand(group("conflicts").addSubcommand(new ConflictsList(console))
                        .addSubcommand(new ConflictsShow(console)).addSubcommand(new ConflictsResolve(console)))
                .addSubcommand(group("policies").addSubcommand(new PoliciesList(console))
                        .addSubcommand(new PoliciesSet(console)).addSubcommand(new PoliciesLift(console)))
                .addSubcommand(new HistoryList(console)).addSubcommand(new RunsList(console))
                .addSubcommand(new Undo(console))
                .addSubcommand(group("audit").addSubcommand(new AuditVerify(console))
                        .addSubcommand(new AuditReceipt(console)).addSubcommand(new AuditExport(console)))
                .addSubcommand(new Status(console)).addSubcommand(new Export(console))
                .addSubcommand(new Backup(console)).addSubcommand(new Restore(console))
                .addSubcommand(new Sandbox(console));
    }

    private static CommandLine group(String name) {
        return new CommandLine(CommandSpec.create().name(name));
    }

    /// The language has to be known before the commands are described.
    private static Optional<String> asked(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith("--lang=")) return Optional.of(args.get(i).substring("--lang=".length()));
            if (args.get(i).equals("--lang") && i + 1 < args.size()) return Optional.of(args.get(i + 1));
        }
        return Optional.empty();
    }

    /// What is wrong with a command line, and where the right one is described.
    private static int usage(ParameterException wrong, Console console, boolean json) {
        String what = UsageText.of(wrong, console.texts());
        console.remark(what);
        console.note("cli.usage.help", wrong.getCommandLine().getCommandSpec().qualifiedName());
        if (json) console.json(Json.failure(List.of(what), Exit.USAGE));
        return Exit.USAGE.code();
    }
}
