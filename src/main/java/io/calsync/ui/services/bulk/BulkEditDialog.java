package io.calsync.ui.services.bulk;

import io.calsync.domain.BulkEdit;
import io.calsync.domain.Field;
import io.calsync.sync.Editing.Saved;
import io.calsync.sync.Problem;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.ProgressRow;
import io.calsync.ui.kit.Sentence;
import io.calsync.ui.kit.Steps;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.UndoAll;
import io.calsync.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One field of many services becomes something else: what, what that makes of each of them, and only then the deed.
public final class BulkEditDialog {
    private final UiContext ui;
    private final Words words;
    private final List<ServiceView> services;
    private final ChangeForm form;
    private final PreviewTable table;
    private final Label counts = new Sentence("", "strong");
    private final ProgressRow progress;
    private final VBox outcome = new VBox();
    private final Dialog<ButtonType> dialog;
    private final Button apply;
    private BulkPreview preview = BulkPreview.nothing(Field.PRICE);
    private @Nullable BulkEdit wanted;
    private @Nullable Steps running;
    private boolean looking;
    private boolean done;

    private BulkEditDialog(UiContext ui, Node near, List<ServiceView> services) {
        this.ui = ui;
        this.words = ui.words();
        this.services = List.copyOf(services);
        this.table = new PreviewTable(ui);
        this.progress = new ProgressRow(words, ui.clock());
        this.form = new ChangeForm(words, currency());
        this.dialog = ui.dialogs().form(near, words.texts().count("bulk-edit.title", services.size()), body(),
                Action.CANCEL);
        this.apply = ui.dialogs().stay(dialog, Action.CHANGE_MANY, ButtonData.OK_DONE, this::apply);
    }

    /// @param services those that are meant, as they are shown
    public static void open(UiContext ui, Node near, List<ServiceView> services) {
        new BulkEditDialog(ui, near, services).open();
    }

    private void open() {
        dialog.setResizable(true);
        dialog.setOnCloseRequest(this::closing);
        dialog.setOnShown(_ -> form.focus());
        form.onEdited(this::changed);
        dialog.show();
        changed();
    }

    private Node body() {
        counts.setId("bulk-counts");
        progress.setVisible(false);
        progress.setManaged(false);
        var below = new StackPane(progress, outcome);
        var body = new VBox(form, counts, table, below);
        body.setId("bulk-edit");
        body.getStyleClass().add("dialog-text");
        body.getStylesheets().add(Objects.requireNonNull(getClass().getResource("/io/calsync/ui/services/services.css"))
                .toExternalForm());
        VBox.setVgrow(table, Priority.ALWAYS);
        return body;
    }

    private String currency() {
        var all = services.stream().map(view -> view.service().currency()).distinct().toList();
        return all.size() == 1 ? all.getFirst() : "";
    }

    /// Works the preview out off the UI thread; only the newest is shown.
    private void changed() {
        var field = form.field();
        var edit = form.edit().orElse(null);
        wanted = edit;
        if (edit == null) {
            show(BulkPreview.nothing(field));
            return;
        }
        looking = true;
        buttons();
        ui.background().call(() -> BulkPreview.of(services, field, edit)).result(made -> {
            if (edit.equals(wanted) && field == form.field()) show(made);
        }).start();
    }

    private void show(BulkPreview newPreview) {
        preview = newPreview;
        looking = false;
        table.show(preview);
        counts.setText(wanted == null ? words.say("bulk-edit.nothing-said")
                : words.say("bulk-edit.counts", preview.changes().size(), preview.unchanged(),
                        preview.refused().size()));
        outcome.getChildren().clear();
        if (form.problem() instanceof String wrong) tell(Banner.Tone.WARNING, wrong);
        else
            if (!preview.changes().isEmpty())
                tell(Banner.Tone.INFO, words.say(
                        preview.field().mapping().writable() ? "bulk-edit.pushed" : "bulk-edit.not-pushed",
                        words.texts().label(preview.field())));
        buttons();
    }

    private void buttons() {
        int count = preview.changes().size();
        apply.setText(count == 0 ? words.say(Action.CHANGE_MANY.key()) : words.texts().count("bulk-edit.apply", count));
        String reason = done ? words.say("bulk-edit.is-done") : count == 0 ? words.say("bulk-edit.none")
                : looking ? words.say("outcome.looking") : null;
        Action.CHANGE_MANY.available(apply, words, running == null ? reason : words.say("bulk-edit.writing"));
        form.setDisable(running != null || done);
    }

    private void apply() {
        var agreed = preview;
        var steps = new Steps(ui.background(), progress::show);
        running = steps;
        outcome.getChildren().clear();
        progress.begin(words.say("bulk-edit.writing"));
        writing(true);
        ui.background().call(() -> ui.sync().editing().saveMany(agreed.edits(), steps))
                .result(saved -> saved(agreed, saved))
                .problem(this::failed)
                .always(() -> {
                    running = null;
                    writing(false);
                })
                .start();
    }

    private void saved(BulkPreview agreed, Saved saved) {
        String sentence = words.say("bulk-edit.done", words.texts().label(agreed.field()), saved.changed());
        ui.notices().done(sentence, Action.UNDO_STEP);
        if (saved.refused().isEmpty() && saved.left() == 0) {
            running = null;
            dialog.close();
            return;
        }
        done = true;
        preview = agreed.without(saved.refused());
        table.show(preview);
        counts.setText(sentence + " " + words.say("bulk-edit.not-done", saved.refused().size(), saved.left()));
        if (saved.changed() > 0)
            outcome.getChildren().add(Action.UNDO_ALL.button(words,
                    () -> new UndoAll(ui, outcome, dialog::close).ask(saved.run())));
        ((Button) dialog.getDialogPane().lookup("#" + Action.CANCEL.id())).setText(words.say(Action.CLOSE.key()));
    }

    private void failed(Problem problem) {
        tell(Banner.Tone.DANGER, words.say(problem.message()));
    }

    private void writing(boolean busy) {
        progress.setVisible(busy);
        progress.setManaged(busy);
        buttons();
    }

    private void tell(Banner.Tone tone, String sentence) {
        outcome.getChildren().setAll(new Banner("bulk-outcome", tone).say(sentence));
        Dialogs.fit(dialog);
    }

    /// While services are written, closing ends that first, so that the person sees how far it came.
    private void closing(DialogEvent request) {
        if (running == null) return;
        running.cancel();
        request.consume();
    }
}
