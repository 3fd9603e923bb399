package io.calsync.ui.kit;

import io.calsync.domain.Message;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.History;
import io.calsync.sync.Problem;
import java.util.ArrayList;
import javafx.scene.Node;

/// Takes one entry of the trail back after it has said what that means.
public final class UndoOne {
    private final UiContext ctx;
    private final Node near;
    private final Runnable undone;

    /// @param undone called when it is done
    public UndoOne(UiContext ctx, Node near, Runnable undone) {
        this.ctx = ctx;
        this.near = near;
        this.undone = undone;
    }

    public void ask(AuditEntry entry) {
        ask(entry, () -> {});
    }

    /// @param none called where it cannot be taken back
    public void ask(AuditEntry entry, Runnable none) {
        ctx.background().call(() -> ctx.sync().history().preview(entry.seq()))
                .result(preview -> ask(entry, preview, none))
                .start();
    }

    private void ask(AuditEntry entry, History.Preview preview, Runnable none) {
        if (preview.obstacle() instanceof Message why) {
            ctx.notices().show(new Problem.NotPossible(why));
            none.run();
            return;
        }
        var words = ctx.words();
        var sentences = new ArrayList<String>();
        preview.effects().forEach(message -> sentences.add(words.sayValue(message)));
        sentences.add(words.say("history.undo.own"));
        ctx.dialogs().ask(near, new Dialogs.Question(words.say("history.undo.title", subject(entry)), sentences,
                Action.UNDO, Action.CANCEL), () -> undo(entry));
    }

    private String subject(AuditEntry entry) {
        return entry.service().isEmpty() ? ctx.words().say("history.workspace") : entry.service();
    }

    private void undo(AuditEntry entry) {
        ctx.background().call(() -> ctx.sync().history().undo(entry.seq())).result(view -> {
            view.ifPresent(ctx.services()::put);
            ctx.notices().done(ctx.words().say("history.undone", subject(entry)), Action.REDO_STEP);
            undone.run();
        }).start();
    }
}
