package io.calsync.ui.services;

import io.calsync.sync.SyncState;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.UiContext;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// What an empty table says, and what to do about it.
final class EmptyTable {
    private final UiContext ui;
    private final ServiceTable model;
    private final Runnable clearFilters;
    private final Runnable add;

    EmptyTable(UiContext ui, ServiceTable model, Runnable clearFilters, Runnable add) {
        this.ui = ui;
        this.model = model;
        this.clearFilters = clearFilters;
        this.add = add;
    }

    void install(TableView<ServiceRow> table) {
        // Buttons and their tooltips cost too much to be made for a table that nobody sees empty.
        Runnable update = () -> {
            if (model.lines().isEmpty()) table.setPlaceholder(content());
        };
        var connection = ui.state().state().map(state -> state == null ? null : state.connection());
        model.lines().addListener((InvalidationListener) _ -> update.run());
        ui.services().loaded().subscribe(_ -> update.run());
        model.counts().subscribe(_ -> update.run());
        connection.subscribe(_ -> update.run());
    }

    private Node content() {
        var words = ui.words();
        if (!ui.services().loaded().get()) return box("empty-loading", words.say("empty.loading"), small());
        if (model.size() > 0)
            return box("empty-filtered", words.say("empty.filtered"), Action.CLEAR_FILTERS.button(words, clearFilters));
        var first = Action.ADD.button(words, add);
        Action.ADD.available(first, words, ui.refusal(ui.operator().role().mayEdit()));
        if (connected()) {
            var unlinked = Action.UNLINKED.button(words, ui.navigation()::unlinked);
            unlinked.getStyleClass().add("accent");
            return box("empty-none", words.say("empty.connected"), unlinked, first);
        }
        var connect = Action.CONNECT.button(words, ui.navigation()::connect);
        connect.getStyleClass().add("accent");
        return box("empty-none", words.say("empty.none"), connect, first);
    }

    private boolean connected() {
        return ui.state().get() instanceof SyncState state && state.connection() != null;
    }

    private static ProgressIndicator small() {
        var indicator = new ProgressIndicator();
        indicator.setMaxSize(32, 32);
        return indicator;
    }

    private static VBox box(String id, String text, Node... steps) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(420);
        var box = new VBox(label);
        box.setId(id);
        box.getStyleClass().add("empty");
        box.getChildren().addAll(steps);
        return box;
    }
}
