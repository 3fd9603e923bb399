package io.calsync.cli;

import io.calsync.sync.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `services create ID`
@Command(name = "create")
final class ServicesCreate extends Work {
    @Parameters(paramLabel = "ID", descriptionKey = "cli.param.id") long id;

    ServicesCreate(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        return Changed.told(console(), "cli.created", desk.service().links().create(id));
    }
}
