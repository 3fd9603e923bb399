package io.calsync.ui.services;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Sentence;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Lets a person choose the event type that a service belongs to; the likeliest stands first.
final class LinkDialog {
    private final UiContext ui;
    private final ListView<EventType> list = new ListView<>();

    LinkDialog(UiContext ui) {
        this.ui = ui;
    }

    void show(Node near, ServiceView service) {
        list.setId("suggestions");
        list.getStyleClass().add("dialog-list");
        list.setAccessibleText(ui.words().say("link.list"));
        list.setPlaceholder(new ProgressIndicator());
        list.setCellFactory(_ -> new Suggestion());
        var body = new VBox(new Sentence(ui.words().say("link.text"), "question"), list);
        body.getStyleClass().add("dialog-text");
        var dialog = ui.dialogs().form(near, ui.words().say("link.title", service.name()), body, Action.CANCEL);
        var confirm = ui.dialogs().confirm(dialog, Action.LINK, () -> link(service));
        confirm.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        load(dialog, service);
        dialog.show();
    }

    private void load(Dialog<ButtonType> dialog, ServiceView service) {
        ui.background()
                .call(() -> ui.sync().links().suggestions(service.id()))
                .result(this::fill)
                .problem(problem -> {
                    dialog.close();
                    ui.notices().show(problem);
                })
                .start();
    }

    private void fill(List<EventType> suggestions) {
        list.setPlaceholder(new Label(ui.words().say("link.none")));
        list.getItems().setAll(suggestions);
        list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    private void link(ServiceView service) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) return;
        ui.background().call(() -> ui.sync().links().link(service.id(), chosen.id())).result(ui.services()::put)
                .start();
    }

    private final class Suggestion extends ListCell<EventType> {
        @Override
        protected void updateItem(@Nullable EventType type, boolean empty) {
            super.updateItem(type, empty);
            setText(empty || type == null ? null : text(type));
        }

        private String text(EventType type) {
            var duration = ui.words().values().show(Field.DURATION, type.values().raw(Field.DURATION));
            return type.values().text(Field.NAME) + "   ·   " + duration + "   ·   #" + type.id();
        }
    }
}
