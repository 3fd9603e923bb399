package io.calsync.ui.services;

import io.calsync.ui.kit.UiContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Makes the table's columns and hands its sorting to the model, which sorts off the UI thread.
final class TableSetup {
    private static final double SCROLL_BAR = 12;

    private TableSetup() {}

    static void prepare(TableView<ServiceRow> table, ServiceTable model, UiContext ui) {
        var tips = new SyncTip(ui);
        for (Column column : Column.values()) table.getColumns().add(column(column, ui, tips));
        table.setSortPolicy(sorted -> {
            var order = order(sorted.getSortOrder());
            model.select(now -> now.with(order));
            return true;
        });
        table.setItems(model.visible());
        table.widthProperty().subscribe(width -> nameTakesTheRest(table, width.doubleValue()));
    }

    private static void nameTakesTheRest(TableView<ServiceRow> table, double width) {
        double others = Arrays.stream(Column.values()).filter(column -> column != Column.NAME)
                .mapToDouble(Column::width).sum();
        table.getColumns().stream().filter(column -> column.getUserData() == Column.NAME)
                .forEach(name -> name.setPrefWidth(Math.max(Column.NAME.width(), width - others - SCROLL_BAR)));
    }

    private static TableColumn<ServiceRow, RowData> column(Column column, UiContext ui, SyncTip tips) {
        var made = new TableColumn<ServiceRow, RowData>(ui.words().say(column.key()));
        made.setId("column-" + column.id());
        made.setPrefWidth(column.width());
        made.setUserData(column);
        made.setCellValueFactory(cell -> cell.getValue().data());
        made.setCellFactory(_ -> new ServiceCell(column, ui, tips));
        if (column.numeric()) made.getStyleClass().add("numeric");
        return made;
    }

    private static Comparator<RowData> order(List<TableColumn<ServiceRow, ?>> columns) {
        return columns.stream()
                .map(TableSetup::order)
                .reduce(Comparator::thenComparing)
                .orElseGet(Column.NAME::order);
    }

    private static Comparator<RowData> order(TableColumn<ServiceRow, ?> column) {
        var order = ((Column) Objects.requireNonNull(column.getUserData())).order();
        return column.getSortType() == TableColumn.SortType.DESCENDING ? order.reversed() : order;
    }
}
