package io.calsync.cli;

import io.calsync.domain.Policy;
import io.calsync.sync.ProblemException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `policies set FIELD POLICY`
@Command(name = "set")
final class PoliciesSet extends PolicyWork {
    @Parameters(index = "1", paramLabel = "ask|platform_wins|calcom_wins|leave_alone",
            descriptionKey = "cli.param.policy") String policy = "";

    @Option(names = "--reason", paramLabel = "TEXT") String reason = "";

    PoliciesSet(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var wanted = Refusals.constant(Policy.class, policy.toLowerCase(Locale.ROOT).replace('-', '_'));
        return changed(desk, wanted, reason.strip());
    }
}
