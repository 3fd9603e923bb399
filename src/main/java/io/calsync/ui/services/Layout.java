package io.calsync.ui.services;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How the table is arranged: its columns from left to right, and the order of its lines.
///
/// @param columns those that are shown, at least one, each once
/// @param sort    by what first, then by what; empty = by name
/// @param closed  values of the groups whose services are hidden
record Layout(List<Shown> columns, List<Sorted> sort, Grouping grouping, Set<String> closed) {
    /// The width of a column that nobody changed: what it needs, and its part of what the others leave.
    static final int OWN = 0;
    static final Layout DEFAULT = new Layout(Arrays.stream(Column.values()).map(Shown::of).toList(), List.of(),
            Grouping.NONE, Set.of());

    private static final int WIDEST = 2_000;

    Layout {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
        closed = Collections.unmodifiableSet(new TreeSet<>(closed));
        if (columns.isEmpty()) throw new IllegalArgumentException("no column");
        if (columns.stream().map(Shown::column).distinct().count() < columns.size())
            throw new IllegalArgumentException("a column twice");
    }

    /// A column in sight.
    ///
    /// @param width in pixels, [#OWN] as long as nobody changed it
    record Shown(Column column, int width) {
        Shown {
            if (width < 0 || width > WIDEST) throw new IllegalArgumentException("width " + width);
        }

        /// As wide as it is by itself.
        static Shown of(Column column) {
            return new Shown(column, OWN);
        }
    }

    /// One step of the order.
    record Sorted(Column column, boolean descending) {
        Comparator<RowData> order() {
            return descending ? column.order().reversed() : column.order();
        }
    }

    /// Other groups are all open.
    Layout with(Grouping newGrouping) {
        return newGrouping == grouping ? this : new Layout(columns, sort, newGrouping, Set.of());
    }

    Layout with(Set<String> newClosed) {
        return new Layout(columns, sort, grouping, newClosed);
    }

    /// Of the services, or of those within one group.
    Comparator<RowData> order() {
        return sort.stream().map(Sorted::order).reduce(Comparator::thenComparing).orElseGet(Column.NAME::order);
    }
}
