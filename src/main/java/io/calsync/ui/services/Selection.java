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
import java.util.stream.IntStream;

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
    /// @param found  what the search found, whatever the facets say; what [#counts] counts
    /// @param rows   those that are chosen
    /// @param lines  what the table shows: open groups' rows below the heads of all groups
    /// @param hidden the rows of closed groups
    record Outcome(List<Candidate> found, List<ServiceRow> rows, List<ServiceRow> lines, List<ServiceRow> hidden) {}

    /// Meant to run off the UI thread; uses all processors.
    ///
    /// @param all in any order, quickest in that of the selection; may grow and shrink meanwhile
    Outcome of(Collection<ServiceRow> all, Instant now) {
        var found = all.parallelStream().map(row -> new Candidate(row, row.get())).filter(this::finds).toList();
        return outcome(found, ordered(found.parallelStream().filter(one -> passes(one.data, now)).toList()));
    }

    /// Counts what was found, off the UI thread as well. It takes longer than the selection.
    FacetCounts counts(Outcome outcome, Instant now) {
        return outcome.found.parallelStream().collect(FacetCounts.Counter::new,
                (counter, one) -> count(one.data, now, counter), FacetCounts.Counter::add).counts();
    }

    private boolean finds(Candidate one) {
        return search.matches(one.data) && Facets.within(filter, one.data);
    }

    private List<Candidate> ordered(List<Candidate> chosen) {
        var wanted = Comparator.comparing(Candidate::data, order.thenComparingLong(RowData::id));
        boolean already = IntStream.range(1, chosen.size()).parallel()
                .allMatch(i -> wanted.compare(chosen.get(i - 1), chosen.get(i)) < 0);
        return already ? chosen : chosen.parallelStream().sorted(wanted).toList();
    }

    private Outcome outcome(List<Candidate> found, List<Candidate> chosen) {
        var rows = chosen.stream().map(Candidate::row).toList();
        if (grouping == Grouping.NONE) return new Outcome(found, rows, rows, List.of());
        var hidden = chosen.stream().filter(one -> closed.contains(grouping.value(one.data))).map(Candidate::row)
                .toList();
        return new Outcome(found, rows, lines(chosen), hidden);
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

    private boolean passes(RowData row, Instant now) {
        return filter.values().keySet().stream().allMatch(facet -> lets(facet, row, now));
    }

    private boolean lets(Facet facet, RowData row, Instant now) {
        return filter.values(facet).contains(Facets.value(facet, row, now));
    }

    /// A row that only one facet keeps out counts for that facet: it would be there if its value were chosen as well.
    private void count(RowData row, Instant now, FacetCounts.Counter counter) {
        var against = EnumSet.noneOf(Facet.class);
        for (Facet facet : filter.values().keySet()) if (!lets(facet, row, now)) against.add(facet);
        if (FacetCounts.CHIPS.containsAll(against)) count(FacetCounts.CHIPS, row, now, counter);
        else if (against.size() == 1) count(against, row, now, counter);
        if (against.isEmpty()) count(OTHERS, row, now, counter);
    }

    private static void count(Set<Facet> facets, RowData row, Instant now, FacetCounts.Counter counter) {
        for (Facet facet : facets) counter.count(facet, Facets.value(facet, row, now));
    }
}
