package io.calsync.ui.services.bulk;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.ui.kit.TextColumn;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Service by service, what is there now and what it would become. What is refused stands first, with the reason.
final class PreviewTable extends TableView<BulkPreview.Line> {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Words words;
    private BulkPreview shown = BulkPreview.nothing(Field.PRICE);

    PreviewTable(Words words) {
        this.words = words;
        setId("bulk-preview");
        getStyleClass().add("dense");
        setAccessibleText(words.say("bulk-edit.preview"));
        setFixedCellSize(32);
        setPrefSize(860, 300);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var hint = new Label(words.say("bulk-edit.none-yet"));
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        setPlaceholder(hint);
        setRowFactory(_ -> new Line());
        add("bulk-edit.service", 220, line -> line.view().name());
        add("bulk-edit.before", 130, line -> text(line.view().values().raw(shown.field())));
        add("bulk-edit.after", 130, this::after);
        add("bulk-edit.note", 370, line -> line.why() instanceof Message why ? words.say(why) : "");
    }

    void show(BulkPreview preview) {
        shown = preview;
        var lines = new ArrayList<>(preview.refused());
        lines.addAll(preview.changes());
        getItems().setAll(lines);
    }

    private void add(String key, double width, Function<BulkPreview.Line, String> text) {
        var column = new TextColumn<>(words.say(key), width, text);
        column.setSortable(false);
        getColumns().add(column);
    }

    private String after(BulkPreview.Line line) {
        return line.after() == null ? words.say("bulk-edit.stays") : text(line.after());
    }

    private String text(@Nullable Object value) {
        return words.values().show(shown.field(), value);
    }

    private static final class Line extends TableRow<BulkPreview.Line> {
        @Override
        protected void updateItem(BulkPreview.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(REFUSED, line != null && line.after() == null);
        }
    }
}
