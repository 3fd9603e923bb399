package io.calsync.ui.shell;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.Words;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Explains the three status columns, bookable, and which way changes flow, in plain words.
final class Legend {
    private final Words words;

    Legend(Words words) {
        this.words = words;
    }

    VBox content() {
        var grid = new GridPane();
        grid.setId("legend");
        grid.getStyleClass().add("legend");
        var meaning = new ColumnConstraints();
        meaning.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(120), meaning);
        int line = head(grid, 0, "legend.sync");
        for (SyncStatus status : SyncStatus.values()) line = line(grid, line, StatusLook.of(status));
        line = line(grid, line, text(words.say("accepted.mark")), words.say("accepted.means"));
        line = head(grid, line, "legend.active");
        line = line(grid, line, StatusLook.ofActive(true));
        line = line(grid, line, StatusLook.ofActive(false));
        line = head(grid, line, "legend.online");
        line = line(grid, line, StatusLook.ofOnline(true));
        line = line(grid, line, StatusLook.ofOnline(false));
        line = head(grid, line, "legend.bookable");
        line(grid, line, StatusLook.ofBookable(true));
        var direction = text(words.say("legend.direction"));
        direction.getStyleClass().add("legend-direction");
        var box = new VBox(direction, grid);
        box.getStyleClass().add("legend-box");
        return box;
    }

    private int head(GridPane grid, int line, String key) {
        var label = text(words.say(key));
        label.getStyleClass().add("section-title");
        grid.add(label, 0, line, 2, 1);
        return line + 1;
    }

    private int line(GridPane grid, int line, StatusLook look) {
        return line(grid, line, look.label(words), words.say(look.meaning()));
    }

    private static int line(GridPane grid, int line, Label word, String meaning) {
        word.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(word, VPos.TOP);
        grid.add(word, 0, line);
        grid.add(text(meaning), 1, line);
        return line + 1;
    }

    private static Label text(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
