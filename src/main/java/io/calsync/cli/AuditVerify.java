package io.calsync.cli;

import io.calsync.sync.ProblemException;
import picocli.CommandLine.Command;

/// `audit verify`: recomputes the chain of the audit trail.
@Command(name = "verify")
final class AuditVerify extends Work {
    AuditVerify(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var found = desk.service().history().verify();
        if (console().json()) {
            var json = Json.object();
            json.put("whole", found.whole());
            json.put("count", found.count());
            json.put("head", found.head());
            json.put("problems", found.problems().stream().map(console().texts()::say).toList());
            console().json(json);
        } else if (found.whole()) {
            console().say("cli.audit.whole", found.count(), found.head());
        } else {
            console().say("cli.audit.broken", found.problems().size());
        }
        if (!console().json()) found.problems().forEach(problem -> console().print(console().texts().say(problem)));
        return found.whole() ? Exit.DONE : Exit.VERIFICATION_FAILED;
    }
}
