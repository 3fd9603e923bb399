package io.calsync.cli;

import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `services edit ID --set field=value`
@Command(name = "edit")
final class ServicesEdit extends Work {
    @Parameters(paramLabel = "ID", descriptionKey = "cli.param.id") long id;

    @Option(names = "--set", paramLabel = "FIELD=VALUE", required = true) List<String> assignments = new ArrayList<>();

    ServicesEdit(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var opened = desk.service().catalogue().get(id);
        var edit = Edits.read(assignments, console().values(), opened.service().currency());
        var saved = desk.service().editing().save(id, opened.values(), edit);
        Edits.unusual(edit, console());
        return Changed.told(console(), "cli.edited", saved);
    }
}
