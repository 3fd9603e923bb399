package io.calsync.cli;

import io.calsync.exchange.CsvReading;
import io.calsync.exchange.CsvTable;
import io.calsync.exchange.ImportPlan;
import io.calsync.exchange.Importer;
import io.calsync.exchange.Key;
import io.calsync.exchange.Matching;
import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `services import-file FILE`: takes the lines of a CSV file in as edits.
@Command(name = "import-file")
final class ServicesImportFile extends Work {
    @Parameters(paramLabel = "FILE", descriptionKey = "cli.param.csv") Path file = Path.of("");

    @Option(names = "--dry-run") boolean dryRun;

    @Option(names = "--company", paramLabel = "ID") long company;

    @Option(names = "--key", paramLabel = "NAME") String key = "";

    @Option(names = "--match", paramLabel = "HEAD=NAME") List<String> matches = new ArrayList<>();

    @Option(names = "--refused", paramLabel = "FILE")
    @Nullable Path refused;

    ServicesImportFile(Console console) {
        super(console);
    }

    @Override
    boolean onlyLooks() {
        return dryRun;
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        if (refused instanceof Path kept && Files.exists(kept)) throw Refusals.of("cli.backup.exists", kept);
        if (company != 0) Companies.chosen(desk.service().catalogue().companies(), company);
        var importer = new Importer(desk.service(), console().texts(), console().times());
        var text = new ImportText(console());
        var table = CsvReading.read(file.toAbsolutePath());
        var plan = importer.plan(table, choices(table), new ProgressLine(console()));
        Importer.Outcome outcome;
        if (dryRun) {
            text.plan(plan);
            outcome = Importer.Outcome.of(plan);
        } else {
            outcome = importer.apply(plan, file.getFileName().toString(), new ProgressLine(console()));
            text.outcome(plan, outcome);
        }
        if (refused instanceof Path kept && !outcome.refused().isEmpty())
            importer.writeRefused(table, outcome.refused(), kept);
        return outcome.refused().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private ImportPlan.Choices choices(CsvTable table) throws ProblemException {
        var matching = Matching.proposed(table.header());
        for (String match : matches) {
            var parts = Edits.split(match);
            int column = table.header().indexOf(parts[0]);
            if (column < 0) throw Refusals.of("cli.unknown-word", parts[0], String.join(", ", table.header()));
            matching = matching.with(column,
                    parts[1].isEmpty() ? null : FileColumns.of(parts[1], Matching.targets()));
        }
        return new ImportPlan.Choices(matching, key(matching), company);
    }

    private Key key(Matching matching) throws ProblemException {
        var keys = Key.in(matching);
        if (keys.isEmpty()) throw Refusals.of("import.no-column");
        if (key.isEmpty()) return keys.getFirst();
        var chosen = Refusals.constant(Key.class, key);
        if (!keys.contains(chosen)) throw Refusals.of("import.no-column");
        return chosen;
    }
}
