package io.calsync.cli;

import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `services add --set field=value`
@Command(name = "add")
final class ServicesAdd extends Work {
    @Option(names = "--set", paramLabel = "FIELD=VALUE", required = true) List<String> assignments = new ArrayList<>();

    @Option(names = "--company", paramLabel = "ID") long company;

    @Option(names = "--branch", paramLabel = "UUID") String branch = "";

    ServicesAdd(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var owner = Companies.chosen(desk.service().catalogue().companies(), company);
        var values = Edits.read(assignments, console().values(), owner.currency());
        var added = desk.service().editing().add(owner.id(), branch, values);
        Edits.unusual(values, console());
        return Changed.told(console(), "cli.added", added);
    }
}
