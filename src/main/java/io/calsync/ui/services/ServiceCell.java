package io.calsync.ui.services;

import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import java.time.Instant;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A cell of the table. Its tooltip is made when the mouse first comes to it, for hundreds cost a start a tenth of a second;
/// what it says is worked out when it is about to be seen, and again while it is open.
final class ServiceCell extends TableCell<ServiceRow, RowData> {
    private final Column column;
    private final UiContext ui;
    private final SyncTip tips;
    private final Label label = new Label();
    private @Nullable Tooltip tip;
    // Held here, because the clock outlives the cell and must not hold it.
    private final ChangeListener<Instant> clock = (_, _, _) -> updateItem(getItem(), isEmpty());
    private Subscription whileOpen = Subscription.EMPTY;

    ServiceCell(Column column, UiContext ui, SyncTip tips) {
        this.column = column;
        this.ui = ui;
        this.tips = tips;
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> {
            if (tip == null) tip = tip();
            if (!isEmpty() && !(getTableRow().getItem() instanceof GroupRow)) setTooltip(tip);
        });
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
        if (group() instanceof GroupRow group) {
            showHead(group.head());
            return;
        }
        String text = column.text(row, ui.words(), ui.now().get());
        if (column.look(row) instanceof StatusLook look) {
            look.dress(label, ui.words());
            label.setText(text);
            setGraphic(label);
            setText(null);
        } else setText(text);
        setTooltip(tip);
        // What is abbreviated to the eye is told whole.
        String whole = column == Column.LAST_SYNC && row.lastSync() != null ? told() : text;
        setAccessibleText(ui.words().say(column.key()) + ": " + whole);
        if (column == Column.SYNC) markAccepted(row);
    }

    private void markAccepted(RowData row) {
        var differences = tips.accepted(row);
        if (differences.isEmpty()) return;
        setText(ui.words().say("accepted.mark"));
        setAccessibleText(getAccessibleText() + ". " + String.join(" ", differences));
    }

    /// The head of a group that its line is. A cell that the table has no use for keeps its last place, which may be gone.
    private @Nullable GroupRow group() {
        var lines = getTableView().getItems();
        boolean there = getIndex() >= 0 && getIndex() < lines.size();
        return there && lines.get(getIndex()) instanceof GroupRow group ? group : null;
    }

    /// The line says it over all its cells; to a screen reader the first cell does.
    private void showHead(GroupRow.Head head) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
        boolean first = getTableView().getVisibleLeafIndex(getTableColumn()) == 0;
        setAccessibleText(first ? GroupHead.accessible(head, ui.words()) : "");
    }

    private Tooltip tip() {
        var made = new Tooltip();
        made.setShowDelay(Duration.millis(350));
        made.setShowDuration(Duration.INDEFINITE);
        made.setWrapText(true);
        made.setMaxWidth(440);
        made.setOnShowing(_ -> whileOpen = ui.now().moment().subscribe(_ -> made.setText(told())));
        made.setOnHidden(_ -> whileOpen.unsubscribe());
        return made;
    }

    /// What the tooltip says now.
    String told() {
        return getItem() == null ? "" : tips.of(column, getItem());
    }
}
