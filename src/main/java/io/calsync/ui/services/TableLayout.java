package io.calsync.ui.services;

import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Arranges the table's columns by a layout, and says what layout they have after the person dragged or pressed a header.
final class TableLayout {
    private static final double SCROLL_BAR = 12;
    private static final double NAME_FIRST = 80;
    private static final Set<Column> FREE_TEXT = EnumSet.of(Column.NAME, Column.CATEGORY, Column.PLACE);

    private final TableView<ServiceRow> table;
    private final Map<Column, Integer> needed = new EnumMap<>(Column.class);
    private Runnable changed = () -> {};
    private final Map<Column, TableColumn<ServiceRow, ?>> columns = new EnumMap<>(Column.class);
    private double scale;
    private boolean arranging;
    private final Set<Column> unchanged = EnumSet.allOf(Column.class);
    private Grouping grouping = Grouping.NONE;

    /// Widths of a layout are those at a text size of 100 percent.
    TableLayout(TableView<ServiceRow> table, UiContext ui) {
        this.table = table;
        for (Column column : Column.values()) needed.put(column, ColumnWidth.of(column, ui.words()));
        var textSize = ui.appearance().textSize();
        this.scale = textSize.get() / 100.0;
        table.getColumns().forEach(column -> columns.put(column(column), column));
        table.widthProperty().subscribe((_, _) -> fit());
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
            if (shown.width() != Layout.OWN) column.setPrefWidth(shown.width() * scale);
            order.add(column);
        }
        columns.values().stream().filter(column -> !order.contains(column)).forEach(order::add);
        if (!table.getColumns().equals(order)) table.getColumns().setAll(order);
        unchanged.addAll(EnumSet.allOf(Column.class));
        layout.columns().stream().filter(shown -> shown.width() != Layout.OWN).map(Layout.Shown::column)
                .forEach(unchanged::remove);
        layout.sort().forEach(sorted -> made(sorted.column()).setSortType(sorted.descending()
                ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING));
        table.getSortOrder().setAll(layout.sort().stream().map(sorted -> made(sorted.column())).toList());
        arranging = false;
        fit();
    }

    private Layout.Shown shown(TableColumn<ServiceRow, ?> made) {
        boolean own = unchanged.contains(column(made));
        return new Layout.Shown(column(made), own ? Layout.OWN : (int) Math.rint(made.getWidth() / scale));
    }

    private TableColumn<ServiceRow, ?> made(Column column) {
        return Objects.requireNonNull(columns.get(column));
    }

    /// Keeps the width that a person gave it as the one it has by itself, so that it can be set again. The other columns
    /// stay as they are, or the edge would slip away from the mouse.
    private void resized(TableColumn<ServiceRow, ?> made, double width) {
        made.setPrefWidth(width);
        if (arranging) return;
        unchanged.remove(column(made));
        changed.run();
    }

    private void touched() {
        if (arranging) return;
        // A table without columns has no header to bring one back with.
        if (table.getColumns().stream().noneMatch(TableColumn::isVisible)) made(Column.NAME).setVisible(true);
        fit();
        changed.run();
    }

    /// Columns that nobody changed get what they need. What is left goes to the names until they are comfortable, then
    /// to all columns of free text, to the names twice as much.
    private void fit() {
        boolean before = arranging;
        arranging = true;
        var own = new EnumMap<Column, Double>(Column.class);
        visible().map(TableLayout::column).filter(unchanged::contains)
                .forEach(column -> own.put(column, needed.getOrDefault(column, 0) * scale));
        double others =
                visible().filter(made -> !own.containsKey(column(made))).mapToDouble(TableColumn::getWidth).sum();
        double taken = others + own.values().stream().mapToDouble(Double::doubleValue).sum();
        spread(table.getWidth() - SCROLL_BAR - taken, own);
        own.forEach((column, width) -> made(column).setPrefWidth(width));
        arranging = before;
    }

    private void spread(double rest, Map<Column, Double> own) {
        double first = own.containsKey(Column.NAME) ? Math.clamp(rest, 0, NAME_FIRST * scale) : 0;
        long parts = FREE_TEXT.stream().filter(own::containsKey).count() + (own.containsKey(Column.NAME) ? 1 : 0);
        double share = Math.max(0, rest - first) / Math.max(1, parts);
        for (Column column : FREE_TEXT)
            own.computeIfPresent(column, (_, width) -> width + (column == Column.NAME ? first + 2 * share : share));
    }

    private Stream<TableColumn<ServiceRow, ?>> visible() {
        return List.copyOf(table.getColumns()).stream().filter(TableColumn::isVisible);
    }
}
