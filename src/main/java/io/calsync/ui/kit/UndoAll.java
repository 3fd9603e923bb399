package io.calsync.ui.kit;

import io.calsync.domain.Message;
import io.calsync.sync.History;
import io.calsync.sync.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Takes back all that was done in one go after it has said what that means.
public final class UndoAll {
    private static final int MOST_SKIPPED = 6;

    private final UiContext ctx;
    private final Node near;
    private final Runnable undone;

    /// @param undone called when it is done
    public UndoAll(UiContext ctx, Node near, Runnable undone) {
        this.ctx = ctx;
        this.near = near;
        this.undone = undone;
    }

    /// @param run what the entries carry, not ""
    public void ask(String run) {
        ask(run, Action.UNDO_STEP, () -> {});
    }

    /// @param way [Action#REDO_STEP] where the entries are an undo itself, else [Action#UNDO_STEP]
    /// @param none called where nothing of it can be taken back
    public void ask(String run, Action way, Runnable none) {
        waiting("history.looking", progress -> ctx.sync().history().previewAll(run, progress), bulk -> {
            if (bulk.left() > 0) return;
            if (bulk.services() > 0) ask(run, way, bulk);
            else {
                ctx.notices().show(new Problem.NotPossible(Message.of("undo.none-left")));
                none.run();
            }
        });
    }

    private void ask(String run, Action way, History.Bulk bulk) {
        var words = ctx.words();
        var sentences = new ArrayList<String>();
        bulk.effects().forEach((key, count) -> sentences.add(words.say(key + ".count", count)));
        sentences.addAll(skipped(bulk));
        sentences.add(words.say("history.undo.own"));
        boolean again = way == Action.REDO_STEP;
        String title = words.texts().count(again ? "history.redo-all" : "history.undo-all", bulk.services());
        ctx.dialogs().ask(near,
                new Dialogs.Question(title, sentences, again ? Action.REDO_ALL : Action.UNDO_ALL, Action.CANCEL),
                () -> undo(run, again));
    }

    private List<String> skipped(History.Bulk bulk) {
        if (bulk.skipped().isEmpty()) return List.of();
        var lines = new ArrayList<String>();
        lines.add(ctx.words().say("history.undo-all.skipped", bulk.skipped().size()));
        bulk.skipped().stream().limit(MOST_SKIPPED)
                .forEach(each -> lines.add("–  " + each.service() + ": " + ctx.words().sayValue(each.why())));
        return lines;
    }

    private void undo(String run, boolean again) {
        waiting("history.undoing", progress -> ctx.sync().history().undoAll(run, progress), bulk -> {
            var texts = ctx.words().texts();
            String done = texts.count(again ? "history.redone-all" : "history.undone-all", bulk.services());
            String left = bulk.left() == 0 ? "" : " " + texts.count("history.undo-left", bulk.left());
            ctx.notices().done(done + left, again ? Action.UNDO_STEP : Action.REDO_STEP);
            undone.run();
        });
    }

    private void waiting(String title, Waiting.Work<History.Bulk> work, Consumer<History.Bulk> done) {
        new Waiting(ctx, near).during(ctx.words().say(title), work, done);
    }
}
