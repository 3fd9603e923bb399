package io.calsync.cli;

import io.calsync.sync.Archive.Exported;
import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `audit export FILE`: entries as lines of JSON; with `--remove` they leave the database after the file was verified.
@Command(name = "export")
final class AuditExport extends Work {
    @Parameters(paramLabel = "FILE", descriptionKey = "cli.param.file") Path file = Path.of("");

    @Option(names = "--since", paramLabel = "DATE")
    @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE")
    @Nullable LocalDate until;

    @Option(names = "--remove") boolean remove;

    @Option(names = "--yes") boolean yes;

    AuditExport(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var target = file.toAbsolutePath();
        if (remove && (until == null || since != null)) throw Refusals.of("cli.audit.remove-until");
        if (Files.exists(target)) throw Refusals.of("cli.backup.exists", target);
        var exported = desk.archive().export(target, start(since), start(until));
        if (remove && yes) {
            told("cli.audit.removed", desk.archive().remove(target), target);
            return Exit.DONE;
        }
        told("cli.audit.exported", exported, target);
        if (!remove) return Exit.DONE;
        console().note("cli.audit.remove-needs-yes", exported.count());
        return Exit.USAGE;
    }

    private void told(String key, Exported exported, Path target) {
        if (console().json()) {
            var json = Json.object();
            json.put("file", target.toString());
            json.put("from", exported.from());
            json.put("to", exported.to());
            json.put("head", exported.head());
            json.put("removed", key.endsWith("removed"));
            console().json(json);
        } else {
            console().say(key, exported.count(), exported.from(), exported.to(), target.toString());
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }
}
