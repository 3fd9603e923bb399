package io.calsync.ui.history;

import io.calsync.domain.Message;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.History;
import io.calsync.sync.Problem;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.EntryText;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.UndoAll;
import io.calsync.ui.kit.UndoOne;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    private final Consumer<String> showRun;
    private final Runnable undone;

    /// @param showRun shows a run's entries alone
    /// @param undone  called after an entry was taken back
    EntryDetails(UiContext ctx, Consumer<String> showRun, Runnable undone) {
        this.ctx = ctx;
        this.text = new EntryText(ctx.words());
        this.showRun = showRun;
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
        if (!cause.run().isEmpty()) add(lines, "history.run", List.of(text.run(cause.run())));
        add(lines, "history.entry", List.of(words.say("history.fingerprint", entry.seq(), fingerprint(entry))));
        addButtons(lines, entry);
        getChildren().setAll(lines);
    }

    private List<String> changes(AuditEntry entry) {
        var changes = text.changes(entry);
        return changes.isEmpty() ? List.of(ctx.words().say("history.bookkeeping")) : changes;
    }

    private void addButtons(List<Node> lines, AuditEntry entry) {
        var undo = Action.UNDO.button(ctx.words(), () -> new UndoOne(ctx, this, undone).ask(entry));
        String reason = obstacle(entry);
        Action.UNDO.available(undo, ctx.words(), reason);
        setMargin(undo, new Insets(GAP, 0, 0, 0));
        lines.add(undo);
        if (reason != null) {
            var why = line(reason, "muted");
            why.setId("undo-reason");
            lines.add(why);
        }
        String run = entry.cause().run();
        if (!run.isEmpty()) {
            if (entry.isStep()) lines.add(undoAll(run, History.isManagers(entry)));
            lines.add(button("show-run", "history.show-run", () -> showRun.accept(run)));
        }
        if (entry.serviceId() != 0)
            lines.add(button("show-service", "history.show-service",
                    () -> ctx.navigation().open(Screen.SERVICES, entry.serviceId())));
    }

    private Button undoAll(String run, boolean managers) {
        var button = Action.UNDO_ALL.button(ctx.words(), () -> new UndoAll(ctx, this, undone).ask(run));
        var role = ctx.operator().role();
        Action.UNDO_ALL.available(button, ctx.words(), ctx.refusal(managers ? role.mayDecide() : role.mayEdit()));
        return button;
    }

    private Button button(String id, String text, Runnable perform) {
        var button = new Button(ctx.words().say(text));
        button.setId(id);
        button.setOnAction(_ -> perform.run());
        return button;
    }

    private @Nullable String obstacle(AuditEntry entry) {
        var role = ctx.operator().role();
        Message why = History.notUndoable(entry);
        boolean allowed = History.isManagers(entry) ? role.mayDecide() : role.mayEdit();
        if (why == null && !allowed) why = new Problem.NotAllowed(role).message();
        return why == null ? null : ctx.words().say(why);
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
