package io.calsync.cli;

import io.calsync.domain.Message;
import io.calsync.sync.Guard;
import io.calsync.sync.Operator;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import io.calsync.text.ValueText;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a command hears and speaks: the global options, the program around it, and the two streams.
final class Console {
    private final Host host;
    private final Globals globals;
    private final Texts texts;
    private final InstantSource clock;
    private final PrintWriter out;
    private final PrintWriter err;
    private final PassingLine passing;
    private final Interruption interruption;

    /// @param watched whether a person looks on, at a terminal
    Console(Host host, Globals globals, Texts texts, InstantSource clock, PrintWriter out, PrintWriter err,
            Interruption interruption, boolean watched) {
        this.host = host;
        this.globals = globals;
        this.texts = texts;
        this.clock = clock;
        this.out = out;
        this.err = err;
        this.passing = new PassingLine(err, () -> watched && !globals.json);
        this.interruption = interruption;
    }

    Host host() {
        return host;
    }

    Texts texts() {
        return texts;
    }

    ValueText values() {
        return new ValueText(texts);
    }

    TimeText times() {
        return new TimeText(texts, ZoneId.systemDefault());
    }

    InstantSource clock() {
        return clock;
    }

    PassingLine passing() {
        return passing;
    }

    Interruption interruption() {
        return interruption;
    }

    boolean json() {
        return globals.json;
    }

    Desk open() throws ProblemException {
        return host.open(target());
    }

    Desk openReadOnly() throws ProblemException {
        return host.openReadOnly(target());
    }

    Host.Target target() throws ProblemException {
        if (globals.workspace != null && globals.workspace.toString().isBlank())
            throw Refusals.of("cli.workspace.empty");
        return new Host.Target(globals.workspace, globals.sample, operator());
    }

    /// Prints a result line. What text from Cal.com holds beside letters may not steer the terminal.
    void print(String line) {
        passing.wipe();
        out.println(plain(line));
        out.flush();
    }

    /// Prints a sentence as a result.
    void say(String key, Object... args) {
        print(texts.say(key, args));
    }

    /// A table with these columns, by the keys of their heads.
    Table table(String... columns) {
        return new Table(Stream.of(columns).map(column -> texts.say("cli.column." + column)).toList());
    }

    void print(Table table) {
        table.lines().forEach(this::print);
    }

    /// Prints JSON from maps, lists, texts, numbers and flags.
    void json(Object result) {
        passing.wipe();
        out.println(Json.write(result));
        out.flush();
    }

    /// Says something beside the result.
    void note(String key, Object... args) {
        remark(texts.say(key, args));
    }

    void note(Message message) {
        remark(texts.say(message));
    }

    /// Prints a sentence beside the result.
    void remark(String sentence) {
        passing.wipe();
        err.println(plain(sentence));
        err.flush();
    }

    /// Says a problem in words, to scripts as JSON too.
    Exit fail(Problem problem) {
        var exit = Exit.of(problem);
        failed(sentences(problem), exit);
        return exit;
    }

    /// A fault of the program itself; the log has what is for those who mend it.
    Exit fault() {
        failed(List.of(texts.say("cli.fault")), Exit.FAULT);
        return Exit.FAULT;
    }

    private void failed(List<String> sentences, Exit exit) {
        sentences.forEach(this::remark);
        if (json()) json(Json.failure(sentences, exit));
    }

    private List<String> sentences(Problem problem) {
        return switch (problem) {
            case Problem.Stopped(Guard guard) -> sentences(guard);
            case Problem.Invalid invalid -> invalid.fields().entrySet().stream()
                    .map(wrong -> texts.say("cli.invalid-field", wrong.getKey().key(), texts.say(wrong.getValue())))
                    .toList();
            case Problem.StoreDamaged(Message what, List<Message> offers) ->
                    Stream.concat(Stream.of(what), offers.stream()).map(texts::say).toList();
            default -> List.of(texts.say(problem.message()));
        };
    }

    /// What a guard saw, what the run would have done, and how a manager lets it go on.
    void guard(Guard guard) {
        sentences(guard).forEach(this::remark);
    }

    private List<String> sentences(Guard guard) {
        return List.of(texts.say(guard.saw()), texts.say(guard.wouldDo()), texts.say(guard.then()),
                texts.say("cli.guard.pass", guard.code()));
    }

    /// On one line, and without what steers a terminal.
    static String plain(String text) {
        return text.replaceAll("\\R", " ⏎ ").replaceAll("\\p{Cc}", "·");
    }

    private @Nullable Operator operator() throws ProblemException {
        if (globals.operator.isEmpty()) return null;
        int colon = globals.operator.lastIndexOf(':');
        String name = colon < 0 ? globals.operator : globals.operator.substring(0, colon);
        var role = colon < 0
                ? Operator.Role.MANAGER
                : Refusals.constant(Operator.Role.class, globals.operator.substring(colon + 1));
        String user = System.getProperty("user.name", "");
        return new Operator(name.isBlank() ? user : name, user, role);
    }
}
