package io.calsync.ui.services;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The marked lines of the table: services, never the head of a group. A hundred thousand are marked or unmarked in one
/// step, for which the table's own selection needs seconds. Services stay marked while the lines are replaced, also in a
/// group that is closed; those have no place in the table, so there are more items than indices then.
final class RowSelection extends TableView.TableViewSelectionModel<ServiceRow> {
    private final ListAtOnce<Integer> indices = new ListAtOnce<>();
    private final ListAtOnce<ServiceRow> items = new ListAtOnce<>();
    @SuppressWarnings("rawtypes") private final ListAtOnce<TablePosition> cells = new ListAtOnce<>();
    private final Supplier<List<ServiceRow>> closed;
    private int[] places = new int[0];
    /// The marked services of closed groups.
    private List<ServiceRow> hidden = List.of();
    private @Nullable ServiceRow focused;

    /// @param closed the services of closed groups, which only [#selectAll] marks
    RowSelection(TableView<ServiceRow> table, Supplier<List<ServiceRow>> closed) {
        super(table);
        this.closed = closed;
        // Behind the table's own listeners, which move the focus.
        table.getItems().addListener((ListChangeListener<ServiceRow>) _ -> follow());
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indices;
    }

    @Override
    public ObservableList<ServiceRow> getSelectedItems() {
        return items;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ObservableList<TablePosition> getSelectedCells() {
        return cells;
    }

    @Override
    public boolean isSelected(int index) {
        return Arrays.binarySearch(places, index) >= 0;
    }

    @Override
    public boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public void select(int index) {
        mark(IntStream.concat(Arrays.stream(places), IntStream.of(index)), index);
    }

    @Override
    public void select(ServiceRow row) {
        select(getTableModel().indexOf(row));
    }

    @Override
    public void clearAndSelect(int index) {
        hidden = List.of();
        mark(IntStream.of(index), index);
    }

    @Override
    public void selectIndices(int index, int... more) {
        mark(IntStream.concat(Arrays.stream(places), IntStream.concat(IntStream.of(index), Arrays.stream(more))),
                more.length == 0 ? index : more[more.length - 1]);
    }

    /// As everywhere in JavaFX, the end is not included.
    @Override
    public void selectRange(int start, int end) {
        var added = start < end ? IntStream.range(start, end) : IntStream.rangeClosed(end + 1, start);
        mark(IntStream.concat(Arrays.stream(places), added), start < end ? end - 1 : end + 1);
    }

    @Override
    public void selectRange(int from, TableColumnBase<ServiceRow, ?> first, int to,
            TableColumnBase<ServiceRow, ?> last) {
        mark(IntStream.concat(Arrays.stream(places), IntStream.rangeClosed(Math.min(from, to), Math.max(from, to))),
                to);
    }

    @Override
    public void selectAll() {
        hidden = closed.get();
        mark(IntStream.range(0, getItemCount()), Math.max(0, getFocusedIndex()));
    }

    @Override
    public void clearSelection() {
        hidden = List.of();
        mark(IntStream.empty(), -1);
        focus(-1);
    }

    @Override
    public void clearSelection(int index) {
        var kept = Arrays.stream(places).filter(place -> place != index).toArray();
        mark(Arrays.stream(kept), kept.length == 0 ? -1 : kept[kept.length - 1]);
    }

    @Override
    public void focus(int index) {
        super.focus(index);
        focused = index < 0 || index >= getItemCount() ? null : getTableModel().get(index);
    }

    @Override
    public void selectFirst() {
        select(0);
    }

    @Override
    public void selectLast() {
        select(getItemCount() - 1);
    }

    @Override
    public void selectPrevious() {
        select(Math.max(0, getFocusedIndex() - 1));
    }

    @Override
    public void selectNext() {
        select(Math.min(getItemCount() - 1, getFocusedIndex() + 1));
    }

    @Override
    public boolean isSelected(int index, TableColumn<ServiceRow, ?> column) {
        return isSelected(index);
    }

    @Override
    public void select(int index, TableColumn<ServiceRow, ?> column) {
        select(index);
    }

    @Override
    public void clearAndSelect(int index, TableColumn<ServiceRow, ?> column) {
        clearAndSelect(index);
    }

    @Override
    public void clearSelection(int index, TableColumn<ServiceRow, ?> column) {
        clearSelection(index);
    }

    @Override
    public void selectLeftCell() {}

    @Override
    public void selectRightCell() {}

    @Override
    public void selectAboveCell() {
        selectPrevious();
    }

    @Override
    public void selectBelowCell() {
        selectNext();
    }

    /// @param lead the one that the person chose last; it gets the focus even where it cannot be marked
    private void mark(IntStream wanted, int lead) {
        var lines = getTableModel();
        var set = new BitSet(lines.size());
        wanted.filter(place -> place >= 0 && place < lines.size() && !(lines.get(place) instanceof GroupRow))
                .forEach(set::set);
        var marked = ascending(set);
        if (lead >= 0) focus(lead);
        take(marked, Arrays.binarySearch(marked, lead) < 0 ? last(marked) : lead);
    }

    /// Without a stream, since it is asked for a hundred thousand the first time a person marks all.
    private static int[] ascending(BitSet set) {
        var places = new int[set.cardinality()];
        int place = -1;
        for (int i = 0; i < places.length; i++) places[i] = place = set.nextSetBit(place + 1);
        return places;
    }

    private static int last(int[] places) {
        return places.length == 0 ? -1 : places[places.length - 1];
    }

    private void take(int[] marked, int lead) {
        places = marked;
        var lines = getTableModel();
        var rows = new ArrayList<ServiceRow>(marked.length + hidden.size());
        for (int place : marked) rows.add(lines.get(place));
        rows.addAll(hidden);
        indices.become(new Places(marked));
        items.become(rows);
        cells.become(new Cells(getTableView(), marked));
        setSelectedIndex(lead);
        setSelectedItem(lead < 0 ? null : lines.get(lead));
    }

    /// The lines were replaced: finds the marked ones in their new places, or the head of a group that has the focus.
    private void follow() {
        var lines = getTableModel();
        if (!items.isEmpty()) {
            var marked = new HashSet<>(items);
            var now = IntStream.range(0, lines.size()).filter(place -> marked.contains(lines.get(place))).toArray();
            var lead = getSelectedItem();
            int leading = Arrays.stream(now).filter(place -> lines.get(place) == lead).findFirst().orElse(last(now));
            if (leading >= 0) focus(leading);
            hidden = closed.get().stream().filter(marked::contains).toList();
            take(now, leading);
        }
        if (places.length == 0 && focused instanceof GroupRow row) {
            IntStream.range(0, lines.size()).filter(place -> lines.get(place) instanceof GroupRow other
                    && other.head().value().equals(row.head().value())).findFirst().ifPresent(this::focus);
        }
    }

    private static final class Places extends AbstractList<Integer> implements RandomAccess {
        private final int[] places;

        Places(int[] places) {
            this.places = places;
        }

        @Override
        public Integer get(int index) {
            return places[index];
        }

        @Override
        public int size() {
            return places.length;
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Cells extends AbstractList<TablePosition> implements RandomAccess {
        private final TableView<ServiceRow> table;
        private final int[] places;

        Cells(TableView<ServiceRow> table, int[] places) {
            this.table = table;
            this.places = places;
        }

        @Override
        public TablePosition get(int index) {
            return new TablePosition<>(table, places[index], null);
        }

        @Override
        public int size() {
            return places.length;
        }

        /// The table asks after every change, and would make as many positions as there are.
        @Override
        public boolean contains(Object other) {
            return other instanceof TablePosition<?, ?> position
                    && Arrays.binarySearch(places, position.getRow()) >= 0;
        }
    }
}
