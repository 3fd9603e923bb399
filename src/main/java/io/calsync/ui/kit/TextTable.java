package io.calsync.ui.kit;

import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// A table of texts in a dialog. Large text has wider columns, and the table scrolls sideways to those that have no room.
public abstract class TextTable<R> extends TableView<R> {
    private static final double LINE = 32;
    private static final double HEADER = 38;
    private static final double SCROLL_BAR = 16;
    private static final int LEAST_LINES = 2;

    protected final Words words;
    private final Appearance appearance;

    /// @param name    of what it shows, a key of the texts
    /// @param nothing what it says where it has no lines, a key of the texts
    @SuppressWarnings("this-escape") // only what it inherits is set
    protected TextTable(UiContext ui, String id, String name, String nothing) {
        this.words = ui.words();
        this.appearance = ui.appearance();
        setId(id);
        getStyleClass().addAll("dense", "text-table");
        setAccessibleText(words.say(name));
        setPlaceholder(new Sentence(words.say(nothing), "hint"));
        setColumnResizePolicy(appearance.isLarge() ? UNCONSTRAINED_RESIZE_POLICY
                : CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(appearance.enlarged(LINE));
    }

    /// Adds a column.
    ///
    /// @param title a key of the texts
    /// @param width in pixels at text of the ordinary size
    protected final TableColumn<R, String> add(String title, double width, Function<? super R, String> text) {
        var column = new TextColumn<R>(words.say(title), appearance.enlarged(width), text);
        column.setSortable(false);
        getColumns().add(column);
        setPrefWidth(getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum() + SCROLL_BAR);
        return column;
    }

    /// Asks for room for so many lines, and insists on two.
    protected final void room(int lines) {
        setMinHeight(height(Math.min(lines, LEAST_LINES)));
        setPrefHeight(height(lines));
    }

    private double height(int lines) {
        return appearance.enlarged(LINE * lines + HEADER) + (appearance.isLarge() ? SCROLL_BAR : 0);
    }
}
