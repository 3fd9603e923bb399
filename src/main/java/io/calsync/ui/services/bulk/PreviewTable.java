package io.calsync.ui.services.bulk;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.ui.kit.TextTable;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// Service by service, what is there now and what it would become. What is refused stands first, with the reason.
final class PreviewTable extends TextTable<BulkPreview.Line> {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final int LINES = 8;

    private BulkPreview shown = BulkPreview.nothing(Field.PRICE);

    PreviewTable(UiContext ui) {
        super(ui, "bulk-preview", "bulk-edit.preview", "bulk-edit.none-yet");
        room(LINES);
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
