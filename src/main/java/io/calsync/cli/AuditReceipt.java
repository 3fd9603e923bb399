package io.calsync.cli;

import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `audit receipt FILE`
@Command(name = "receipt")
final class AuditReceipt extends Work {
    @Parameters(paramLabel = "FILE", descriptionKey = "cli.param.file") Path file = Path.of("");

    AuditReceipt(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var target = file.toAbsolutePath();
        if (Files.exists(target)) throw Refusals.of("cli.backup.exists", target);
        var receipt = desk.archive().receipt(target);
        if (console().json()) {
            var json = Json.object();
            json.put("file", target.toString());
            json.put("workspace", receipt.workspace());
            json.put("count", receipt.count());
            json.put("head", receipt.head());
            console().json(json);
        } else {
            console().say("cli.audit.receipt", receipt.count(), target.toString());
        }
        return Exit.DONE;
    }
}
