package io.calsync.cli;

import io.calsync.sync.ProblemException;
import picocli.CommandLine.Command;

/// `policies lift FIELD`: a service's own policy goes, or the workspace asks again.
@Command(name = "lift")
final class PoliciesLift extends PolicyWork {
    PoliciesLift(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        return changed(desk, null, "");
    }
}
