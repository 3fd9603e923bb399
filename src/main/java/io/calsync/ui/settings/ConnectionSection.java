package io.calsync.ui.settings;

import io.calsync.sync.Connection;
import io.calsync.sync.SyncState;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.UiContext;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Which Cal.com this workspace is connected with, and the way to another.
final class ConnectionSection extends Section {
    private final VBox facts = new VBox();

    ConnectionSection(UiContext ctx, Connector connector) {
        super(ctx, "connection");
        facts.setId("connection-facts");
        facts.getStyleClass().add("settings-options");
        var connect = managers(Action.CONNECT, () -> ConnectDialog.open(ctx, this, connector));
        getChildren().addAll(facts, connect);
        if (notAllowed() instanceof String reason) getChildren().add(line(reason, "muted"));
    }

    @Override
    void shown() {
        ctx.background().call(() -> ctx.sync().runs().state()).result(this::show).start();
    }

    private void show(SyncState state) {
        facts.getChildren().clear();
        if (ctx.sample()) facts.getChildren().add(line(say("settings.connection.sample"), "strong"));
        if (state.connection() == null) facts.getChildren().add(line(say("settings.connection.none"), "strong"));
        else facts.getChildren().add(facts(state.connection(), state));
        if (state.problem() != null)
            facts.getChildren().add(line(ctx.words().say(state.problem().message()), "problem"));
    }

    private GridPane facts(Connection connection, SyncState state) {
        var grid = new GridPane();
        grid.getStyleClass().add("settings-facts");
        add(grid, "settings.connection.server", connection.server().toString());
        add(grid, "settings.connection.account", connection.account().username() + ", " + connection.account().email());
        add(grid, "settings.connection.scope", ctx.words().scope(connection.scope(), ""));
        if (state.checked() != null)
            add(grid, "settings.connection.checked", ctx.words().times().exact(state.checked()));
        return grid;
    }

    private void add(GridPane grid, String key, String value) {
        var name = line(say(key), "muted");
        name.setMinWidth(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), name, line(value, "settings-fact"));
    }

}
