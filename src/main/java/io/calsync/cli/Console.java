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

    Console(Host host, Globals globals, Texts texts, InstantSource clock, PrintWriter out, PrintWriter err) {
        this.host = host;
        this.globals = globals;
        this.texts = texts;
        this.clock = clock;
        this.out = out;
        this.err = err;
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

    PrintWriter err() {
        return err;
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
        return new Host.Target(globals.workspace, globals.sample, operator());
    }

    /// Prints a result line.
    void print(String line) {
        out.println(line);
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
        print(Json.write(result));
    }

    /// Says something beside the result.
    void note(String key, Object... args) {
        err.println(texts.say(key, args));
        err.flush();
    }

    void note(Message message) {
        err.println(texts.say(message));
        err.flush();
    }

    /// Says a problem in words.
    Exit fail(Problem problem) {
        switch (problem) {
            case Problem.Stopped(Guard guard) -> guard(guard);
            case Problem.Invalid invalid -> invalid.fields()
                    .forEach((field, why) -> note("cli.invalid-field", field.key(), texts.say(why)));
            case Problem.StoreDamaged(Message what, List<Message> offers) -> {
                note(what);
                offers.forEach(this::note);
            }
            default -> note(problem.message());
        }
        return Exit.of(problem);
    }

    /// What a guard saw, what the run would have done, and how a manager lets it go on.
    void guard(Guard guard) {
        note(guard.saw());
        note(guard.wouldDo());
        note(guard.then());
        note("cli.guard.pass", guard.code());
    }

    private @Nullable Operator operator() throws ProblemException {
        if (globals.operator.isEmpty()) return null;
        int colon = globals.operator.lastIndexOf(':');
        String name = colon < 0 ? globals.operator : globals.operator.substring(0, colon);
        var role = colon < 0
                ? Operator.Role.MANAGER
                : Refusals.constant(Operator.Role.class, globals.operator.substring(colon + 1));
        return new Operator(name, System.getProperty("user.name", ""), role);
    }
}
