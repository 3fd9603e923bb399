package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Problem;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.FieldEditor;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Edits one value in its place in the table: F2 or a double click begins, Enter saves, Escape leaves it as it was, Tab
/// saves and goes to the next cell. A value that may not be saved stays with its reason.
final class InlineEditor {
    private static final double LEAST_WIDTH = 220;

    private final UiContext ui;
    private final Pane layer;
    private final TableView<ServiceRow> table;
    private final StackPane box = new StackPane();
    private final Saving saving;
    private @Nullable Cell open;
    private Column last = Column.NAME;
    private boolean busy;

    /// A cell that is being edited.
    ///
    /// @param seen what it held when that began
    private record Cell(ServiceRow row, Column column, FieldEditor editor, Values seen) {
        ServiceView view() {
            return row.get().view();
        }
    }

    /// @param layer lies around the table; the editor floats in it
    InlineEditor(UiContext ui, Pane layer, TableView<ServiceRow> table) {
        this.ui = ui;
        this.layer = layer;
        this.table = table;
        this.saving = new Saving(ui, table);
        box.setId("inline-editor");
        box.setManaged(false);
        box.setVisible(false);
        box.getStyleClass().add("inline-editor");
        layer.getChildren().add(box);
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::begin);
        table.addEventFilter(MouseEvent.MOUSE_CLICKED, this::begin);
        table.addEventFilter(ScrollEvent.SCROLL, _ -> leave());
        layer.layoutBoundsProperty().subscribe((_, _) -> leave());
    }

    private void begin(KeyEvent key) {
        var row = table.getSelectionModel().getSelectedItem();
        if (!Habit.EDIT_CELL.is(key) || row == null) return;
        begin(row, columns().contains(last) ? last : Column.NAME);
        key.consume();
    }

    private void begin(MouseEvent click) {
        if (click.getClickCount() != 2 || click.getButton() != MouseButton.PRIMARY) return;
        for (Node at = (Node) click.getTarget(); at != null && at != table; at = at.getParent()) {
            if (at instanceof ServiceCell cell && cell.getTableRow().getItem() instanceof ServiceRow row) {
                begin(row, (Column) cell.getTableColumn().getUserData());
                return;
            }
        }
    }

    private void begin(ServiceRow row, Column column) {
        close();
        if (row instanceof GroupRow || !(column.field() instanceof Field field)) return;
        String refusal = ui.refusal(ui.operator().role().mayEdit());
        if (!Field.editable().contains(field))
            ui.notices().show(new Problem.NotPossible(Message.of("edit.protected", field)));
        else
            if (refusal == null) show(row, column, field);
            else ui.notices().show(new Problem.NotAllowed(ui.operator().role()));
    }

    private void show(ServiceRow row, Column column, Field field) {
        table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row));
        table.scrollTo(row);
        tableColumn(column).ifPresent(table::scrollToColumn);
        layer.applyCss();
        layer.layout();
        var view = row.get().view();
        var editor = new FieldEditor(field, ui.words(), view.service().currency());
        editor.control().setId("inline-" + field.key());
        editor.show(view.values());
        last = column;
        open = new Cell(row, column, editor, view.values());
        box.getChildren().setAll(editor);
        place();
        editor.onEdited(this::place);
        editor.problem().subscribe(this::place);
        editor.control().requestFocus();
        if (editor.control() instanceof TextInputControl input) input.selectAll();
        editor.control().focusedProperty().subscribe((_, now) -> {
            if (!now && !busy && open != null && open.editor == editor) leave();
        });
    }

    /// Puts the editor where its cell is, within the window.
    private void place() {
        if (open == null) return;
        var bounds = bounds(open);
        if (bounds.isEmpty()) return;
        var at = bounds.get();
        box.setVisible(true);
        box.applyCss();
        double width = Math.max(LEAST_WIDTH, at.getWidth());
        double height = box.prefHeight(width);
        box.resizeRelocate(Math.clamp(at.getMinX(), 0, Math.max(0, layer.getWidth() - width)),
                Math.clamp(at.getMinY(), 0, Math.max(0, layer.getHeight() - height)), width, height);
        box.toFront();
        box.layout();
    }

    private Optional<Bounds> bounds(Cell cell) {
        return table.lookupAll(".table-cell").stream().filter(ServiceCell.class::isInstance)
                .map(ServiceCell.class::cast)
                .filter(each -> each.isVisible() && cell.row.equals(each.getTableRow().getItem())
                        && each.getTableColumn().getUserData() == cell.column)
                .map(each -> layer.sceneToLocal(each.localToScene(each.getLayoutBounds()))).findFirst();
    }

    private void keys(KeyEvent key) {
        if (Habit.SAVE_CELL.is(key)) save(() -> {});
        else if (Habit.LEAVE_CELL.is(key)) close();
        else if (Habit.NEXT_CELL.is(key)) save(() -> next(1));
        else if (Habit.CELL_BEFORE.is(key)) save(() -> next(-1));
        else return;
        key.consume();
    }

    /// Someone who goes elsewhere keeps what they typed, unless it may not be saved.
    private void leave() {
        if (open == null || busy) return;
        if (open.editor.touched() && open.editor.problem().get() == null) save(() -> {});
        else if (!open.editor.touched()) close();
    }

    /// @param then called when it is saved, or where nothing was changed
    private void save(Runnable then) {
        if (open == null || busy || open.editor.problem().get() != null) return;
        var cell = open;
        var value = cell.editor.value();
        if (!cell.editor.touched() || value.isEmpty()) {
            close();
            then.run();
            return;
        }
        busy = true;
        var patch = Patch.of(cell.editor.field(), value.get());
        saving.save(cell.view(), cell.seen, patch, new Saving.Listener(() -> {
            if (open != cell) return;
            close();
            then.run();
        }, problems -> refused(cell, problems), () -> {
            if (open == cell) close();
        }, () -> busy = false));
    }

    /// The person may be in another cell by now.
    private void refused(Cell cell, Map<Field, Message> problems) {
        if (open == cell) problems.values().forEach(cell.editor::refuse);
        else ui.notices().show(new Problem.Invalid(problems));
    }

    private void next(int way) {
        var row = table.getSelectionModel().getSelectedItem();
        var columns = columns();
        if (row == null || columns.isEmpty()) return;
        int at = columns.indexOf(last) + way;
        boolean stays = at >= 0 && at < columns.size();
        int line = table.getItems().indexOf(row) + (stays ? 0 : way);
        while (line >= 0 && line < table.getItems().size() && table.getItems().get(line) instanceof GroupRow)
            line += way;
        if (line < 0 || line >= table.getItems().size()) return;
        begin(table.getItems().get(line), columns.get(Math.floorMod(at, columns.size())));
    }

    private void close() {
        if (open == null) return;
        boolean focused = open.editor.control().isFocused();
        open = null;
        if (focused) table.requestFocus();
        box.setVisible(false);
        box.getChildren().clear();
    }

    /// The columns in sight whose values are edited here, in their order.
    private List<Column> columns() {
        return table.getVisibleLeafColumns().stream().map(TableColumn::getUserData).map(Column.class::cast)
                .filter(column -> column.field() instanceof Field field && Field.editable().contains(field)).toList();
    }

    private Optional<TableColumn<ServiceRow, ?>> tableColumn(Column column) {
        return table.getVisibleLeafColumns().stream().filter(each -> each.getUserData() == column).findFirst();
    }
}
