package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Problem;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.Dialogs.Question;
import io.calsync.ui.kit.FieldEditor;
import io.calsync.ui.kit.PlaceBox;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Sentence;
import io.calsync.ui.kit.UiContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Adds a service, empty or as a copy of another.
final class NewServiceDialog {
    private static final List<Field> FIELDS = List.of(Field.NAME, Field.DURATION, Field.PRICE, Field.SLUG);

    private final UiContext ui;
    private final Map<Field, FieldEditor> editors = new EnumMap<>(Field.class);
    private final PlaceBox place = new PlaceBox();
    private Values start = Values.NONE;
    private @Nullable Dialog<ButtonType> opened;

    NewServiceDialog(UiContext ui) {
        this.ui = ui;
    }

    /// @param added hears the new service's id
    void show(Node near, LongConsumer added) {
        if (ui.services().companies().isEmpty()) askForCompany(near);
        else {
            place.offer(ui.services().companies());
            open(near, Action.NEW_SERVICE, added);
        }
    }

    /// Starts with the values of another service; name and web address part say that it is a copy.
    void duplicate(Node near, ServiceView original) {
        start = original.values().with(Field.NAME, ui.words().say("duplicate.name", original.name()));
        if (start.has(Field.SLUG)) start = start.with(Field.SLUG, start.text(Field.SLUG) + "-2");
        place.offer(ui.services().companies());
        place.getItems().stream()
                .filter(one -> one.company().id() == original.service().companyId())
                .filter(one -> one.branchId().equals(original.service().branchId()))
                .findFirst()
                .ifPresent(place::setValue);
        open(near, Action.DUPLICATE, id -> ui.navigation().open(Screen.SERVICES, id));
    }

    /// A service belongs to a company, and the first one comes with the connection.
    private void askForCompany(Node near) {
        var words = ui.words();
        var question = new Question(words.say("new.no-company"), List.of(words.say("new.no-company.means")),
                Action.CONNECT, Action.CANCEL);
        ui.dialogs().ask(near, question, ui.navigation()::connect);
    }

    private void open(Node near, Action action, LongConsumer added) {
        var body = new VBox();
        body.getStyleClass().add("form");
        var label = new Label(ui.words().say("new.place"));
        label.setLabelFor(place);
        place.setMaxWidth(Double.MAX_VALUE);
        var where = new VBox(label, place);
        where.getStyleClass().add("field-editor");
        place.setId("new-place");
        var fields = new VBox();
        fields.getStyleClass().add("form");
        place.valueProperty().subscribe(_ -> showEditors(fields));
        body.getChildren().addAll(where, fields, new Sentence(ui.words().say("new.hint"), "muted"));
        var dialog = ui.dialogs().form(near, ui.words().say(action.key()), body, Action.CANCEL);
        // The dialog stays open until the service is saved, so that a message can stand at its field.
        ui.dialogs().stay(dialog, Action.ADD, ButtonData.OK_DONE, () -> add(dialog, added));
        opened = dialog;
        dialog.setOnShown(_ -> editor(Field.NAME).control().requestFocus());
        dialog.show();
    }

    /// The price's editor shows the currency of the chosen company; what is typed already stays.
    private void showEditors(VBox fields) {
        var typed = new EnumMap<Field, String>(Field.class);
        editors.forEach((field, editor) -> typed.put(field, editor.typed()));
        editors.clear();
        fields.getChildren().clear();
        for (Field field : FIELDS) fields.getChildren().add(editor(field));
        typed.forEach((field, text) -> editor(field).type(text));
    }

    private FieldEditor editor(Field field) {
        return editors.computeIfAbsent(field, _ -> {
            var editor = new FieldEditor(field, ui.words(), currency());
            editor.show(start);
            editor.onEdited(this::fit);
            return editor;
        });
    }

    private String currency() {
        return place.getValue() == null ? "" : place.getValue().company().currency();
    }

    private void add(Dialog<ButtonType> dialog, LongConsumer added) {
        var wrong = firstWrong();
        var where = place.getValue();
        wrong.ifPresent(editor -> editor.control().requestFocus());
        if (wrong.isPresent() || where == null) return;
        var values = values();
        ui.background()
                .call(() -> ui.sync().editing().add(where.company().id(), where.branchId(), values))
                .result(view -> {
                    ui.services().put(view);
                    dialog.close();
                    added.accept(view.id());
                })
                .problem(problem -> failed(dialog, problem))
                .resting(dialog.getDialogPane().lookup("#" + Action.ADD.id()))
                .start();
    }

    private Optional<FieldEditor> firstWrong() {
        return FIELDS.stream().map(this::editor).filter(editor -> editor.problem().get() != null).findFirst();
    }

    /// Messages at the fields make it taller; the buttons must not slip out of the window.
    private void fit() {
        if (opened != null) Dialogs.fit(opened);
    }

    private Patch values() {
        var form = start;
        for (FieldEditor editor : editors.values()) form = editor.into(form);
        return Patch.between(Values.NONE, form).only(Field.editable());
    }

    private void failed(Dialog<ButtonType> dialog, Problem problem) {
        if (problem instanceof Problem.Invalid(Map<Field, Message> fields)) {
            fields.forEach((field, why) -> {
                if (editors.containsKey(field)) editor(field).refuse(why);
            });
            firstWrong().ifPresent(editor -> editor.control().requestFocus());
            fit();
        } else {
            dialog.close();
            ui.notices().show(problem);
        }
    }
}
