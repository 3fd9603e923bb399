package io.calsync.cli;

import io.calsync.sync.ProblemException;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A command that works on an open workspace.
abstract class Work implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final Console console;

    Work(Console console) {
        this.console = console;
    }

    /// Does it and prints the result.
    abstract Exit on(Desk desk) throws ProblemException;

    /// Whether it has to leave the workspace as it is.
    boolean onlyLooks() {
        return false;
    }

    final Console console() {
        return console;
    }

    @Override
    public final Integer call() {
        console.interruption().begin(() -> console.note("cli.interrupted"));
        try {
            return ended().code();
        } finally {
            console.interruption().end();
        }
    }

    private Exit ended() {
        try (Desk desk = onlyLooks() ? console.openReadOnly() : console.open();
                var _ = new Patience(console.passing(), console.texts(), desk.service().runs()::budget)) {
            return logged(desk);
        } catch (ProblemException problem) {
            return console.fail(problem.problem());
        }
    }

    /// A fault is written down while the workspace and its log are open.
    private Exit logged(Desk desk) throws ProblemException {
        try {
            return on(desk);
        } catch (RuntimeException fault) {
            LOG.error("fault in a command", fault);
            throw fault;
        }
    }
}
