package io.calsync.cli;

import io.calsync.exchange.ListColumn;
import io.calsync.exchange.ListFile;
import io.calsync.exchange.ServiceList;
import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `export FILE`: all services as a file for people and spreadsheets.
@Command(name = "export")
final class Export extends Work {
    @Parameters(paramLabel = "FILE", descriptionKey = "cli.param.file") Path file = Path.of("");

    @Option(names = "--columns", paramLabel = "NAME", split = ",") List<String> columns = new ArrayList<>();

    Export(Console console) {
        super(console);
    }

    @Override
    boolean onlyLooks() {
        return true;
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var target = file.toAbsolutePath();
        if (Files.exists(target)) throw Refusals.of("cli.backup.exists", target);
        var services = desk.service().catalogue().all();
        var list = new ServiceList(console().texts().say("list.sheet"),
                console().texts().count("list.count", services.size()), columns(), services);
        var writer = new ListFile(console().texts(), console().times(), console().clock().instant());
        if (!writer.write(list, target, new ProgressLine(console()))) {
            console().note("list.cancelled", target.toString());
            return Exit.FAILED;
        }
        if (console().json()) {
            var json = Json.object();
            json.put("file", target.toString());
            json.put("services", services.size());
            console().json(json);
        } else {
            console().say("cli.exported", services.size(), target.toString());
        }
        return Exit.DONE;
    }

    private List<ListColumn> columns() throws ProblemException {
        if (columns.isEmpty()) return ListColumn.all();
        var chosen = new ArrayList<ListColumn>();
        for (String name : columns) chosen.add(FileColumns.of(name, ListColumn.all()));
        return chosen;
    }
}
