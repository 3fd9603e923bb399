package io.calsync.cli;

import io.calsync.sync.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `services unlink ID`
@Command(name = "unlink")
final class ServicesUnlink extends Work {
    @Parameters(paramLabel = "ID", descriptionKey = "cli.param.id") long id;

    ServicesUnlink(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        return Changed.told(console(), "cli.unlinked", desk.service().links().unlink(id));
    }
}
