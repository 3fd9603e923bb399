package io.calsync.cli;

import io.calsync.sync.Journal.Verification;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `audit verify`: recomputes the chain of the audit trail, or that of an export, for which no workspace is needed.
@Command(name = "verify")
final class AuditVerify implements Callable<Integer> {
    @Option(names = "--receipt", paramLabel = "FILE")
    @Nullable Path receipt;

    @Option(names = "--export", paramLabel = "FILE")
    @Nullable Path export;

    private final Console console;

    AuditVerify(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            var found = export == null ? ofWorkspace() : console.host().verifyExport(export, receipt);
            return told(found).code();
        } catch (ProblemException problem) {
            return console.fail(problem.problem()).code();
        }
    }

    private Verification ofWorkspace() throws ProblemException {
        try (Desk desk = console.open()) {
            return receipt == null ? desk.service().history().verify() : desk.archive().verify(receipt);
        }
    }

    private Exit told(Verification found) {
        if (console.json()) {
            var json = Json.object();
            json.put("whole", found.whole());
            json.put("count", found.count());
            json.put("head", found.head());
            json.put("problems", found.problems().stream().map(console.texts()::say).toList());
            console.json(json);
        } else {
            if (found.whole()) console.say("cli.audit.whole", found.count(), found.head());
            else console.say("cli.audit.broken", found.problems().size());
            found.problems().forEach(problem -> console.print(console.texts().say(problem)));
        }
        return found.whole() ? Exit.DONE : Exit.VERIFICATION_FAILED;
    }
}
