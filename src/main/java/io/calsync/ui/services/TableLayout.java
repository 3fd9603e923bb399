package io.calsync.ui.services;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Arranges the table's columns by a layout, and says what layout they have after the person dragged or pressed a header.
final class TableLayout {
    private static final double SCROLL_BAR = 12;

    private final TableView<ServiceRow> table;
    private Runnable changed = () -> {};
    private final Map<Column, TableColumn<ServiceRow, ?>> columns = new EnumMap<>(Column.class);
    private double scale;
    private boolean arranging;
    private boolean nameTakesTheRest = true;
    private Grouping grouping = Grouping.NONE;

    /// @param textSize in percent; widths of a layout are those at 100
    TableLayout(TableView<ServiceRow> table, ReadOnlyIntegerProperty textSize) {
        this.table = table;
        this.scale = textSize.get() / 100.0;
        table.getColumns().forEach(column -> columns.put(column(column), column));
        table.widthProperty().subscribe((_, _) -> fitName());
        table.getColumns().addListener((InvalidationListener) _ -> touched());
        table.getSortOrder().addListener((InvalidationListener) _ -> touched());
        columns.values().forEach(column -> {
            column.visibleProperty().subscribe((_, _) -> touched());
            column.sortTypeProperty().subscribe((_, _) -> touched());
            column.widthProperty().subscribe((_, width) -> resized(column, width.doubleValue()));
        });
        textSize.subscribe((_, percent) -> {
            var layout = layout();
            scale = percent.doubleValue() / 100;
            arrange(layout);
        });
    }

    /// Called after a change by the person.
    void onChanged(Runnable listener) {
        changed = listener;
    }

    static Column column(TableColumn<?, ?> made) {
        return (Column) Objects.requireNonNull(made.getUserData());
    }

    /// With all groups open, for they are no matter of the columns.
    Layout layout() {
        var shown = table.getColumns().stream().filter(TableColumn::isVisible).map(this::shown).toList();
        var sort = table.getSortOrder().stream().map(made -> new Layout.Sorted(column(made),
                made.getSortType() == TableColumn.SortType.DESCENDING)).toList();
        return new Layout(shown, sort, grouping, Set.of());
    }

    void arrange(Layout layout) {
        grouping = layout.grouping();
        arranging = true;
        var order = new ArrayList<TableColumn<ServiceRow, ?>>();
        columns.values().forEach(column -> column.setVisible(false));
        for (var shown : layout.columns()) {
            var column = made(shown.column());
            column.setVisible(true);
            if (shown.width() != Layout.REST) column.setPrefWidth(shown.width() * scale);
            order.add(column);
        }
        columns.values().stream().filter(column -> !order.contains(column)).forEach(order::add);
        if (!table.getColumns().equals(order)) table.getColumns().setAll(order);
        nameTakesTheRest = layout.columns().contains(Layout.Shown.of(Column.NAME));
        layout.sort().forEach(sorted -> made(sorted.column()).setSortType(sorted.descending()
                ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING));
        table.getSortOrder().setAll(layout.sort().stream().map(sorted -> made(sorted.column())).toList());
        arranging = false;
        fitName();
    }

    private Layout.Shown shown(TableColumn<ServiceRow, ?> made) {
        boolean rest = column(made) == Column.NAME && nameTakesTheRest;
        return new Layout.Shown(column(made), rest ? Layout.REST : (int) Math.rint(made.getWidth() / scale));
    }

    private TableColumn<ServiceRow, ?> made(Column column) {
        return Objects.requireNonNull(columns.get(column));
    }

    /// Keeps the width that a person gave it as the one it has by itself, so that it can be set again.
    private void resized(TableColumn<ServiceRow, ?> made, double width) {
        made.setPrefWidth(width);
        if (arranging) return;
        if (column(made) == Column.NAME) nameTakesTheRest = false;
        touched();
    }

    private void touched() {
        if (arranging) return;
        // A table without columns has no header to bring one back with.
        if (table.getColumns().stream().noneMatch(TableColumn::isVisible)) made(Column.NAME).setVisible(true);
        fitName();
        changed.run();
    }

    private void fitName() {
        if (!nameTakesTheRest) return;
        boolean before = arranging;
        arranging = true;
        var name = made(Column.NAME);
        double others = List.copyOf(table.getColumns()).stream().filter(TableColumn::isVisible)
                .filter(column -> column != name).mapToDouble(TableColumn::getWidth).sum();
        name.setPrefWidth(Math.max(Column.NAME.width() * scale, table.getWidth() - others - SCROLL_BAR));
        arranging = before;
    }
}
