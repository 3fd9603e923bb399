package io.calsync.cli;

import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `services link ID EVENTTYPE`
@Command(name = "link")
final class ServicesLink extends Work {
    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.param.id") long id;

    @Parameters(index = "1", paramLabel = "EVENTTYPE", descriptionKey = "cli.param.event-type") long eventType;

    ServicesLink(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        if (eventType < 1) throw new ProblemException(new Problem.NotFound(eventType));
        return Changed.told(console(), "cli.linked", desk.service().links().link(id, eventType));
    }
}
