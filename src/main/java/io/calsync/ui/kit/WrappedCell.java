package io.calsync.ui.kit;

import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A cell that takes as many lines as its sentences need.
public final class WrappedCell<R> extends TableCell<R, String> {
    private static final double INSETS = 24;

    private final Text lines = new Text();

    public WrappedCell() {
        lines.getStyleClass().add("wrapped-text");
        lines.wrappingWidthProperty().bind(widthProperty().subtract(INSETS));
        setGraphic(lines);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        lines.setText(empty || text == null ? "" : text);
    }
}
