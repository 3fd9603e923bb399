package io.calsync.ui.history;

import io.calsync.domain.Message;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.History;
import io.calsync.sync.Problem;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.EntryText;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All there is to say about one entry, and the way back where there is one.
final class EntryDetails extends VBox {
    private static final int FINGERPRINT = 16;
    private static final double GAP = 12;

    private final UiContext ctx;
    private final EntryText text;
    private final Runnable undone;

    /// @param undone called after an entry was taken back
    EntryDetails(UiContext ctx, Runnable undone) {
        this.ctx = ctx;
        this.text = new EntryText(ctx.words());
        this.undone = undone;
        setId("entry-details");
        getStyleClass().add("entry-details");
        show(null);
    }

    /// @param entry null shows the hint to choose one
    void show(@Nullable AuditEntry entry) {
        if (entry == null) getChildren().setAll(line(ctx.words().say("history.choose"), "muted"));
        else fill(entry);
    }

    private void fill(AuditEntry entry) {
        var words = ctx.words();
        var cause = entry.cause();
        var kind = line(text.kind(cause.source()), "entry-kind");
        kind.setGraphic(Icons.of(SourceLook.icon(cause.source())));
        var lines = new ArrayList<Node>(List.of(kind));
        if (!entry.service().isEmpty()) lines.add(line(entry.service(), "strong"));
        String moment = words.times().exact(entry.at()) + " (" + words.times().ago(entry.at(), ctx.now().get()) + ")";
        lines.add(line(moment, "muted"));
        lines.add(line(words.say("history.by", cause.operator().name(), cause.operator().osUser()), "muted"));
        add(lines, "history.changes", changes(entry));
        if (!cause.note().isEmpty()) add(lines, "history.note", List.of(cause.note()));
        if (!cause.run().isEmpty()) add(lines, "history.run", List.of(cause.run()));
        add(lines, "history.entry", List.of(words.say("history.fingerprint", entry.seq(), fingerprint(entry))));
        addButtons(lines, entry);
        getChildren().setAll(lines);
    }

    private List<String> changes(AuditEntry entry) {
        var changes = text.changes(entry);
        return changes.isEmpty() ? List.of(ctx.words().say("history.bookkeeping")) : changes;
    }

    private void addButtons(List<Node> lines, AuditEntry entry) {
        var undo = Action.UNDO.button(ctx.words(), () -> askToUndo(entry));
        String reason = obstacle(entry);
        Action.UNDO.available(undo, ctx.words(), reason);
        setMargin(undo, new Insets(GAP, 0, 0, 0));
        lines.add(undo);
        if (reason != null) {
            var why = line(reason, "muted");
            why.setId("undo-reason");
            lines.add(why);
        }
        if (entry.serviceId() == 0) return;
        var service = new Button(ctx.words().say("history.show-service"));
        service.setId("show-service");
        service.setOnAction(_ -> ctx.navigation().open(Screen.SERVICES, entry.serviceId()));
        lines.add(service);
    }

    private @Nullable String obstacle(AuditEntry entry) {
        var role = ctx.operator().role();
        Message why = History.notUndoable(entry);
        boolean allowed = entry.cause().source() == Cause.Source.DECISION ? role.mayDecide() : role.mayEdit();
        if (why == null && !allowed) why = new Problem.NotAllowed(role).message();
        return why == null ? null : ctx.words().say(why);
    }

    private void askToUndo(AuditEntry entry) {
        var words = ctx.words();
        var sentences = new ArrayList<String>();
        History.preview(entry).forEach(message -> sentences.add(words.sayValue(message)));
        boolean decision = entry.cause().source() == Cause.Source.DECISION;
        sentences.add(words.say(decision ? "history.undo.decision" : "history.undo.edit"));
        ctx.dialogs().ask(this, new Dialogs.Question(words.say("history.undo.title", entry.service()), sentences,
                Action.UNDO, Action.CLOSE), () -> undo(entry));
    }

    private void undo(AuditEntry entry) {
        ctx.background().call(() -> ctx.sync().history().undo(entry.seq())).result(view -> {
            ctx.services().put(view);
            ctx.notices().done(ctx.words().say("history.undone", entry.service()));
            undone.run();
        }).start();
    }

    private void add(List<Node> lines, String heading, List<String> texts) {
        lines.add(line(ctx.words().say(heading), "section-title"));
        texts.forEach(each -> lines.add(line(each, "entry-line")));
    }

    private static String fingerprint(AuditEntry entry) {
        return entry.hash().length() <= FINGERPRINT ? entry.hash() : entry.hash().substring(0, FINGERPRINT) + "…";
    }

    private static Label line(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
