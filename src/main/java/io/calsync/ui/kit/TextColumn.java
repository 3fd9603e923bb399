package io.calsync.ui.kit;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A column of texts, each on one line. The whole of a text that the column may have cut stands in the cell's tooltip.
public final class TextColumn<R> extends TableColumn<R, String> {
    public TextColumn(String title, double width, Function<? super R, String> text) {
        super(title);
        setPrefWidth(width);
        setCellFactory(_ -> new Cell<>());
        setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    }

    private static final class Cell<R> extends TableCell<R, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            String whole = empty || text == null ? "" : text;
            setText(whole.replaceAll("\\s+", " "));
            setTooltip(whole.isEmpty() ? null : new Tooltip(whole));
        }
    }
}
