package io.calsync.cli;

import io.calsync.domain.Message;
import io.calsync.sync.History;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
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
        shown.effects().forEach(console()::note);
        if (preview) return told(shown.obstacle());
        var view = history.undo(what.seq);
        if (view.isPresent()) return Changed.told(console(), "cli.undone", view.get());
        console().say("cli.undone.workspace", Long.toString(what.seq));
        return Exit.DONE;
    }

    private Exit told(@Nullable Message obstacle) {
        if (obstacle == null) return Exit.DONE;
        console().note(obstacle);
        return Exit.USAGE;
    }

    private Exit all(History history) throws ProblemException {
        var shown = history.previewAll(what.run, Progress.NONE);
        if (preview || !yes) {
            console().say("cli.undo.would", shown.services(), shown.skipped().size());
            shown.effects().forEach((key, count) -> console().say(key + ".count", count));
            if (!preview) console().note("cli.undo.needs-yes");
            return preview ? Exit.DONE : Exit.USAGE;
        }
        var done = history.undoAll(what.run, new ProgressLine(console()));
        console().say("cli.undo.done", done.services());
        done.skipped()
                .forEach((service, why) -> console().note("cli.undo.skipped", service, console().texts().say(why)));
        return done.skipped().isEmpty() ? Exit.DONE : Exit.FAILED;
    }
}
