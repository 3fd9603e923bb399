package io.calsync.ui.services;

import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All columns in their order: shown or not, how wide, moved by buttons or by Alt and the arrow keys.
final class ColumnList extends VBox {
    private static final Map<Habit, Integer> MOVES = Map.of(Habit.COLUMN_UP, -1, Habit.COLUMN_DOWN, 1);
    private static final int NARROWEST = 40;
    private static final int WIDEST = 800;
    private static final int STEP = 10;

    private final Words words;
    private final List<Line> lines = new ArrayList<>();
    private Runnable changed = () -> {};

    ColumnList(Words words) {
        this.words = words;
        setId("column-list");
        getStyleClass().add("column-list");
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (!(Habit.meaning(MOVES, key) instanceof Integer way)) return;
            lines.stream().filter(line -> line.isFocusWithin()).findFirst().ifPresent(line -> move(line, way));
            key.consume();
        });
    }

    void onChanged(Runnable listener) {
        changed = listener;
    }

    /// @param shown those that are shown; the others follow them
    void show(List<Layout.Shown> shown) {
        lines.clear();
        var hidden = EnumSet.allOf(Column.class);
        for (var one : shown) {
            lines.add(new Line(one, true));
            hidden.remove(one.column());
        }
        hidden.forEach(column -> lines.add(new Line(Layout.Shown.of(column), false)));
        getChildren().setAll(lines);
        changed.run();
    }

    List<Layout.Shown> shown() {
        return lines.stream().filter(line -> line.shown.isSelected()).map(Line::column).toList();
    }

    void focusFirst() {
        lines.getFirst().shown.requestFocus();
    }

    private void move(Line line, int way) {
        int from = lines.indexOf(line);
        int to = from + way;
        if (to < 0 || to >= lines.size()) return;
        Node focused = getScene().getFocusOwner();
        Collections.swap(lines, from, to);
        getChildren().setAll(lines);
        focused.requestFocus();
    }

    /// One column.
    private final class Line extends HBox {
        private final Layout.Shown before;
        private final CheckBox shown;
        private final Spinner<Integer> width;

        Line(Layout.Shown before, boolean isShown) {
            this.before = before;
            String name = words.say(before.column().key());
            shown = new CheckBox(name);
            shown.setId("show-" + before.column().id());
            shown.setSelected(isShown);
            shown.setMaxWidth(Double.MAX_VALUE);
            shown.setOnAction(_ -> changed.run());
            setHgrow(shown, Priority.ALWAYS);
            width = new Spinner<>(NARROWEST, WIDEST, start(), STEP);
            width.setId("width-" + before.column().id());
            width.setEditable(true);
            width.getEditor().setAccessibleText(words.say("arrange.width", name));
            width.setAccessibleText(words.say("arrange.width", name));
            width.disableProperty().bind(shown.selectedProperty().not());
            getStyleClass().add("column-line");
            getChildren().addAll(shown, width, mover(Action.MOVE_UP, -1, name), mover(Action.MOVE_DOWN, 1, name));
        }

        private Button mover(Action action, int way, String name) {
            var button = action.iconButton(words, () -> move(this, way));
            button.setId(action.id() + "-" + before.column().id());
            button.setAccessibleText(words.say(action.key()) + ": " + name);
            return button;
        }

        private int start() {
            int now = before.width() == Layout.OWN ? ColumnWidth.of(before.column(), words) : before.width();
            return Math.clamp(now, NARROWEST, WIDEST);
        }

        /// A width that nobody changed stays as it was.
        Layout.Shown column() {
            return width.getValue() == start() ? before : new Layout.Shown(before.column(), width.getValue());
        }
    }
}
