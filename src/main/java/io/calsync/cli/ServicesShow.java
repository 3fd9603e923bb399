package io.calsync.cli;

import io.calsync.sync.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `services show ID`
@Command(name = "show")
final class ServicesShow extends Work {
    @Parameters(paramLabel = "ID", descriptionKey = "cli.param.id") long id;

    ServicesShow(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var view = desk.service().catalogue().get(id);
        var text = new ServiceText(console());
        if (console().json()) console().json(text.shown(view));
        else text.details(view);
        return Exit.DONE;
    }
}
