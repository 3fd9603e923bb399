package io.calsync.cli;

import io.calsync.sync.ProblemException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `calsync` itself: opens the window.
@Command(name = "calsync", versionProvider = Version.class)
final class Calsync implements Callable<Integer> {
    @Mixin final Globals globals;

    @Option(names = "--version", versionHelp = true) boolean version;

    private final Console console;

    Calsync(Globals globals, Console console) {
        this.globals = globals;
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            console.host().window(console.target(), console.texts().locale());
            return Exit.DONE.code();
        } catch (ProblemException problem) {
            return console.fail(problem.problem()).code();
        }
    }
}
