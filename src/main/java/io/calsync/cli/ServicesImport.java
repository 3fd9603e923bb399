package io.calsync.cli;

import io.calsync.domain.EventType;
import io.calsync.sync.Links;
import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `services import --all | EVENTTYPE...`
@Command(name = "import")
final class ServicesImport extends Work {
    @Parameters(arity = "0..*", paramLabel = "EVENTTYPE", descriptionKey = "cli.param.event-types") List<
            Long> eventTypes = new ArrayList<>();

    @Option(names = "--all") boolean all;

    @Option(names = "--company", paramLabel = "ID") long company;

    ServicesImport(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        if (all != eventTypes.isEmpty()) throw Refusals.of("cli.import.which");
        var owner = Companies.chosen(desk.service().catalogue().companies(), company);
        var asked = Set.copyOf(eventTypes);
        if (!all) checkUnlinked(asked, desk.service().links());
        var imported = desk.service().links().importInto(owner.id(), asked);
        print(imported);
        imported.refused()
                .forEach((title, why) -> console().note("cli.import.refused", title, console().texts().say(why)));
        return imported.refused().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private void print(Links.Imported imported) {
        var text = new ServiceText(console());
        if (console().json()) {
            var json = Json.object();
            json.put("imported", imported.services().stream().map(text::listed).toList());
            var refused = Json.object();
            imported.refused().forEach((title, why) -> refused.put(title, console().texts().say(why)));
            json.put("refused", refused);
            console().json(json);
        } else {
            console().print(console().texts().count("cli.imported", imported.services().size()));
            if (!imported.services().isEmpty()) text.table(imported.services());
            int unpriced = imported.unpriced().size();
            if (unpriced > 0) console().print(console().texts().count("import.unpriced", unpriced));
            int foreign = imported.foreign().size();
            if (foreign > 0) console().print(console().texts().count("import.foreign", foreign));
        }
    }

    private static void checkUnlinked(Set<Long> asked, Links links) throws ProblemException {
        var wrong = new LinkedHashSet<>(asked);
        links.unlinked().stream().map(EventType::id).forEach(wrong::remove);
        if (wrong.isEmpty()) return;
        throw Refusals.of("cli.import.not-unlinked",
                wrong.stream().map(id -> "#" + id).collect(Collectors.joining(", ")));
    }
}
