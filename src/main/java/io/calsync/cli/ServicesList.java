package io.calsync.cli;

import io.calsync.sync.ProblemException;
import picocli.CommandLine.Command;

/// `services list`
@Command(name = "list")
final class ServicesList extends Work {
    ServicesList(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var views = desk.service().catalogue().all();
        var text = new ServiceText(console());
        if (console().json()) console().json(views.stream().map(text::listed).toList());
        else if (views.isEmpty()) console().say("cli.services.none");
        else text.table(views);
        return Exit.DONE;
    }
}
