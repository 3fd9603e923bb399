package io.calsync.cli;

import io.calsync.sync.ProblemException;
import java.util.concurrent.Callable;

/// A command that works on an open workspace.
abstract class Work implements Callable<Integer> {
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
        try (Desk desk = onlyLooks() ? console.openReadOnly() : console.open()) {
            return on(desk).code();
        } catch (ProblemException problem) {
            return console.fail(problem.problem()).code();
        }
    }
}
