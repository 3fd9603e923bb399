package io.calsync.cli;

import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `restore FILE`: puts a backup in the place of the workspace.
@Command(name = "restore")
final class Restore implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", descriptionKey = "cli.param.backup") Path file = Path.of("");

    @Option(names = "--yes") boolean yes;

    private final Console console;

    Restore(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            if (!yes) throw Refusals.of("cli.restore.needs-yes", file);
            var kept = console.host().restore(console.target(), file.toAbsolutePath()).toString();
            if (console.json()) {
                var json = Json.object();
                json.put("restored", file.toString());
                json.put("kept", kept);
                console.json(json);
            } else {
                console.say("cli.restore.done", file.toString(), kept);
            }
            return Exit.DONE.code();
        } catch (ProblemException problem) {
            return console.fail(problem.problem()).code();
        }
    }
}
