package io.calsync.cli;

import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `backup FILE`
@Command(name = "backup")
final class Backup extends Work {
    @Parameters(paramLabel = "FILE", descriptionKey = "cli.param.file") Path file = Path.of("");

    Backup(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var target = file.toAbsolutePath();
        if (Files.exists(target)) throw Refusals.of("cli.backup.exists", target);
        desk.setup().backup(target);
        if (console().json()) {
            var json = Json.object();
            json.put("file", target.toString());
            console().json(json);
        } else {
            console().say("cli.backup.done", target.toString());
        }
        return Exit.DONE;
    }
}
