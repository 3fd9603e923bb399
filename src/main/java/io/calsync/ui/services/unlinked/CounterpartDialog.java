package io.calsync.ui.services.unlinked;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.sync.Problem;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Lets a person choose the service that an event type belongs to; the likeliest stands first.
final class CounterpartDialog {
    private final UiContext ui;
    private final EventType eventType;
    private final Consumer<Problem> failed;
    private final ListView<ServiceView> list = new ListView<>();

    /// @param failed hears why it was not linked
    CounterpartDialog(UiContext ui, EventType eventType, Consumer<Problem> failed) {
        this.ui = ui;
        this.eventType = eventType;
        this.failed = failed;
    }

    /// @param linked hears of the service that was chosen and linked
    void show(Node near, Consumer<ServiceView> linked) {
        var words = ui.words();
        var text = new Label(words.say("unlinked.link.text"));
        text.setWrapText(true);
        text.setMaxWidth(460);
        list.setId("counterparts");
        list.setPrefSize(460, 280);
        list.setAccessibleText(words.say("unlinked.services"));
        list.setPlaceholder(new ProgressIndicator());
        list.setCellFactory(_ -> new Line());
        var body = new VBox(text, list);
        body.getStyleClass().add("dialog-text");
        String title = words.say("unlinked.link.title", eventType.values().text(Field.NAME));
        var dialog = ui.dialogs().form(near, title, body, Action.CANCEL);
        var confirm = ui.dialogs().confirm(dialog, Action.LINK, () -> link(linked));
        confirm.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        ui.background().call(() -> ui.sync().links().counterparts(eventType)).result(this::fill).start();
        dialog.show();
    }

    private void fill(List<ServiceView> services) {
        list.setPlaceholder(new Label(ui.words().say("unlinked.no-service")));
        list.getItems().setAll(services);
        list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    private void link(Consumer<ServiceView> linked) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) return;
        ui.background().call(() -> ui.sync().links().link(chosen.id(), eventType.id())).result(view -> {
            ui.services().put(view);
            linked.accept(view);
        }).problem(failed).start();
    }

    private final class Line extends ListCell<ServiceView> {
        @Override
        protected void updateItem(@Nullable ServiceView view, boolean empty) {
            super.updateItem(view, empty);
            setText(empty || view == null ? null : text(view));
        }

        private String text(ServiceView view) {
            var duration = ui.words().values().show(Field.DURATION, view.values().raw(Field.DURATION));
            String branch = view.values().text(Field.BRANCH);
            String company = view.values().text(Field.COMPANY);
            return view.name() + "   ·   " + duration + "   ·   " + (branch.isEmpty() ? company : branch);
        }
    }
}
