package io.calsync.cli;

import io.calsync.domain.Message;
import io.calsync.sync.History;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.Skipped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `undo SEQ`: takes back what an entry of the history changed; `undo --run RUN` all decisions of a bulk.
@Command(name = "undo")
final class Undo extends Work {
    @ArgGroup(multiplicity = "1") What what = new What();

    @Option(names = "--yes") boolean yes;

    @Option(names = "--preview") boolean preview;

    /// One entry or a whole run.
    static final class What {
        @Parameters(paramLabel = "SEQ", descriptionKey = "cli.param.seq") long seq;

        @Option(names = "--run", paramLabel = "RUN") String run = "";
    }

    Undo(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var history = desk.service().history();
        return what.run.isEmpty() ? one(history) : all(history);
    }

    private Exit one(History history) throws ProblemException {
        var shown = history.preview(what.seq);
        var effects = shown.effects().stream().map(console().values()::say).toList();
        if (preview) return told(effects, shown.obstacle());
        var view = history.undo(what.seq);
        effects.forEach(console()::remark);
        if (view.isPresent()) return Changed.told(console(), "cli.undone", view.get());
        if (console().json()) console().json(Map.of("seq", what.seq, "undone", true));
        else console().say("cli.undone.workspace", Long.toString(what.seq));
        return Exit.DONE;
    }

    private Exit told(List<String> effects, @Nullable Message obstacle) throws ProblemException {
        if (obstacle != null) throw new ProblemException(new Problem.NotPossible(obstacle));
        if (console().json()) console().json(Map.of("seq", what.seq, "effects", effects));
        else effects.forEach(console()::print);
        return Exit.DONE;
    }

    private Exit all(History history) throws ProblemException {
        var shown = history.previewAll(what.run, Progress.NONE);
        if (shown.services() == 0 && shown.skipped().isEmpty()) throw Refusals.of("cli.undo.no-run", what.run);
        if (preview || !yes) {
            told("cli.undo.would", false, shown.services(), shown.skipped());
            if (!console().json())
                shown.effects().forEach((key, count) -> console().say(key + ".count", count));
            if (!preview) console().note("cli.undo.needs-yes");
            return preview ? Exit.DONE : Exit.USAGE;
        }
        var done = history.undoAll(what.run, new ProgressLine(console()));
        told("cli.undo.done", true, done.services(), done.skipped());
        return done.skipped().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private void told(String key, boolean done, int services, List<Skipped> skipped) {
        for (Skipped each : skipped)
            console().note("cli.undo.skipped", each.service(), console().texts().say(each.why()));
        if (!console().json()) {
            console().say(key, services, skipped.size());
            return;
        }
        var json = Json.object();
        json.put("run", what.run);
        json.put("undone", done);
        json.put("services", services);
        json.put("skipped", skipped.stream().map(Skipped::service).toList());
        console().json(json);
    }
}
