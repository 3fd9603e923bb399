package io.calsync.ui.services;

import io.calsync.ui.kit.UiContext;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Makes the table's columns.
final class TableSetup {
    private TableSetup() {}

    static void prepare(TableView<ServiceRow> table, ServiceTable model, UiContext ui) {
        var tips = new SyncTip(ui);
        for (Column column : Column.values()) table.getColumns().add(column(column, ui, tips));
        // The model sorts, off the UI thread.
        table.setSortPolicy(_ -> true);
        table.setItems(model.lines());
        table.setSelectionModel(new RowSelection(table, model::hidden));
    }

    private static TableColumn<ServiceRow, RowData> column(Column column, UiContext ui, SyncTip tips) {
        var made = new TableColumn<ServiceRow, RowData>(ui.words().say(column.key()));
        made.setId("column-" + column.id());
        made.setPrefWidth(ColumnWidth.of(column, ui.words()));
        made.setUserData(column);
        made.setCellValueFactory(cell -> cell.getValue().data());
        made.setCellFactory(_ -> new ServiceCell(column, ui, tips));
        if (column.numeric()) made.getStyleClass().add("numeric");
        return made;
    }
}
