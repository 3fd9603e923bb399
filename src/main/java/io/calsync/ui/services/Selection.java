package io.calsync.ui.services;

import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What is to be seen of all services: found by the search, let through by the filter, in an order, in groups.
///
/// @param closed values of the groups whose services are hidden
record Selection(Search search, Filter filter, Comparator<RowData> order, Grouping grouping, Set<String> closed) {
    static final Selection START =
            new Selection(Search.NOTHING, Filter.NONE, Layout.DEFAULT.order(), Grouping.NONE, Set.of());

    private static final Set<Facet> OTHERS = EnumSet.complementOf(EnumSet.copyOf(FacetCounts.CHIPS));

    Selection with(Search newSearch) {
        return new Selection(newSearch, filter, order, grouping, closed);
    }

    Selection with(Filter newFilter) {
        return new Selection(search, newFilter, order, grouping, closed);
    }

    Selection with(Layout layout) {
        return new Selection(search, filter, layout.order(), layout.grouping(), layout.closed());
    }

    /// Hides the services of a group, or shows them again.
    Selection toggled(String group) {
        var changed = new TreeSet<>(closed);
        if (!changed.remove(group)) changed.add(group);
        return new Selection(search, filter, order, grouping, Set.copyOf(changed));
    }

    /// Shows the services of the group that a row belongs to.
    Selection opened(RowData row) {
        String group = grouping.value(row);
        return closed.contains(group) ? toggled(group) : this;
    }

    /// A row and what it showed when the selection was made.
    record Candidate(ServiceRow row, RowData data) {}

    /// The outcome of a selection.
    ///
    /// @param ordered all rows in the order, the quickest to begin the next selection with
    /// @param rows    those that are chosen
    /// @param lines   what the table shows: open groups' rows below the heads of all groups
    /// @param hidden  the rows of closed groups
    record Outcome(List<ServiceRow> ordered, List<ServiceRow> rows, List<ServiceRow> lines, List<ServiceRow> hidden,
            FacetCounts counts) {}

    /// What a stretch of the rows comes to. For one thread.
    private record Stretch(List<Candidate> chosen, FacetCounts.Counter counter) {
        Stretch() {
            this(new ArrayList<>(), new FacetCounts.Counter());
        }

        void join(Stretch next) {
            chosen.addAll(next.chosen);
            counter.add(next.counter);
        }
    }

    /// Meant to run off the UI thread; uses all processors.
    ///
    /// @param all in any order, best in that of the last outcome; may grow and shrink meanwhile
    Outcome of(Collection<ServiceRow> all, Instant now) {
        var candidates = all.parallelStream().map(row -> new Candidate(row, row.get()))
                .sorted(Comparator.comparing(Candidate::data, order.thenComparingLong(RowData::id))).toList();
        var found = candidates.parallelStream()
                .collect(Stretch::new, (stretch, one) -> look(one, now, stretch), Stretch::join);
        return outcome(rows(candidates), found.chosen, found.counter.counts());
    }

    private void look(Candidate one, Instant now, Stretch stretch) {
        var row = one.data;
        if (search.matches(row) && Facets.within(filter, row) && passes(row, now, stretch.counter))
            stretch.chosen.add(one);
    }

    private Outcome outcome(List<ServiceRow> ordered, List<Candidate> chosen, FacetCounts counts) {
        var rows = rows(chosen);
        if (grouping == Grouping.NONE) return new Outcome(ordered, rows, rows, List.of(), counts);
        var hidden = chosen.stream().filter(one -> closed.contains(grouping.value(one.data))).map(Candidate::row)
                .toList();
        return new Outcome(ordered, rows, lines(chosen), hidden, counts);
    }

    private static List<ServiceRow> rows(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::row).toList();
    }

    private List<ServiceRow> lines(List<Candidate> chosen) {
        Map<String, List<Candidate>> groups = new LinkedHashMap<>();
        for (Candidate one : chosen) groups.computeIfAbsent(grouping.value(one.data), _ -> new ArrayList<>()).add(one);
        var lines = new ArrayList<ServiceRow>(chosen.size() + groups.size());
        groups.entrySet().stream()
                .sorted(Comparator.comparing(group -> grouping.order(group.getValue().getFirst().data)))
                .forEach(group -> {
                    boolean hidden = closed.contains(group.getKey());
                    var services = group.getValue();
                    lines.add(new GroupRow(new GroupRow.Head(grouping, group.getKey(), services.size(), hidden),
                            services.getFirst().data));
                    if (!hidden) services.forEach(service -> lines.add(service.row));
                });
        return lines;
    }

    /// A row that only one facet keeps out counts for that facet: it would be there if its value were chosen as well.
    private boolean passes(RowData row, Instant now, FacetCounts.Counter counter) {
        var against = EnumSet.noneOf(Facet.class);
        for (Facet facet : filter.values().keySet())
            if (!filter.values(facet).contains(Facets.value(facet, row, now))) against.add(facet);
        if (FacetCounts.CHIPS.containsAll(against)) {
            FacetCounts.CHIPS.forEach(facet -> counter.count(facet, Facets.value(facet, row, now)));
        } else
            if (against.size() == 1) against.forEach(facet -> counter.count(facet, Facets.value(facet, row, now)));
        if (against.isEmpty()) OTHERS.forEach(facet -> counter.count(facet, Facets.value(facet, row, now)));
        return against.isEmpty();
    }
}
