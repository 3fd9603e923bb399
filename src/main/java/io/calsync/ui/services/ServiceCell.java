package io.calsync.ui.services;

import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import java.time.Instant;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A cell of the table. Its tooltip is worked out when it is about to be seen, and again while it is open.
final class ServiceCell extends TableCell<ServiceRow, RowData> {
    private final Column column;
    private final UiContext ui;
    private final SyncTip tips;
    private final Label label = new Label();
    private final Tooltip tip = new Tooltip();
    // Held here, because the clock outlives the cell and must not hold it.
    private final ChangeListener<Instant> clock = (_, _, _) -> updateItem(getItem(), isEmpty());
    private Subscription whileOpen = Subscription.EMPTY;

    ServiceCell(Column column, UiContext ui, SyncTip tips) {
        this.column = column;
        this.ui = ui;
        this.tips = tips;
        tip.setShowDelay(Duration.millis(350));
        tip.setShowDuration(Duration.INDEFINITE);
        tip.setWrapText(true);
        tip.setMaxWidth(440);
        tip.setOnShowing(_ -> whileOpen = ui.now().moment().subscribe(_ -> tip.setText(told())));
        tip.setOnHidden(_ -> whileOpen.unsubscribe());
        if (column.numeric()) getStyleClass().add("numeric");
        if (column == Column.LAST_SYNC) ui.now().moment().addListener(new WeakChangeListener<>(clock));
    }

    @Override
    protected void updateItem(@Nullable RowData row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String text = column.text(row, ui.words(), ui.now().get());
        if (column.look(row) instanceof StatusLook look) {
            look.dress(label, ui.words());
            label.setText(text);
            setGraphic(label);
        } else setText(text);
        setTooltip(tip);
        setAccessibleText(ui.words().say(column.key()) + ": " + text);
    }

    /// What the tooltip says now.
    String told() {
        return getItem() == null ? "" : tips.of(column, getItem());
    }
}
