package io.calsync.cli;

import io.calsync.domain.Message;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `runs`: what each run came to, newest first; `history --run` tells one in full.
@Command(name = "runs")
final class RunsList extends Work {
    @Option(names = "--limit", paramLabel = "COUNT") int limit = 20;

    RunsList(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        if (limit < 1) throw Refusals.of("cli.limit", limit);
        var reports = desk.service().history().runs(limit);
        if (console().json()) console().json(reports.stream().map(this::json).toList());
        else if (reports.isEmpty()) console().say("cli.runs.none");
        else for (AuditEntry report : reports) print(report);
        return Exit.DONE;
    }

    private void print(AuditEntry report) {
        console().print(report.cause().run() + "  " + report.cause().operator().name());
        console().print("    " + outcome(report));
    }

    private Map<String, @Nullable Object> json(AuditEntry report) {
        var json = Json.object();
        json.put("run", report.cause().run());
        json.put("ended", report.at().toString());
        json.put("operator", report.cause().operator().name());
        json.put("outcome", outcome(report));
        return json;
    }

    private String outcome(AuditEntry report) {
        return report.what() instanceof Message what ? console().texts().say(what) : "";
    }
}
