package io.calsync.ui.services;

import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is to be seen of all services: found by the search, let through by the filter, in an order.
record Selection(Search search, Filter filter, Comparator<RowData> order) {
    static final Selection START =
            new Selection(Search.NOTHING, Filter.NONE, Comparator.comparing(RowData::byName));

    private static final Set<Facet> OTHERS = EnumSet.complementOf(EnumSet.copyOf(FacetCounts.CHIPS));

    Selection with(Search newSearch) {
        return new Selection(newSearch, filter, order);
    }

    Selection with(Filter newFilter) {
        return new Selection(search, newFilter, order);
    }

    Selection with(Comparator<RowData> newOrder) {
        return new Selection(search, filter, newOrder);
    }

    /// A row and what it showed when the selection was made.
    record Candidate(ServiceRow row, RowData data) {}

    /// The outcome of a selection.
    record Outcome(List<ServiceRow> rows, FacetCounts counts) {}

    /// Pure; meant to run off the UI thread.
    Outcome of(List<Candidate> candidates, Instant now) {
        var counter = new FacetCounts.Counter();
        var chosen = new ArrayList<Candidate>();
        for (Candidate candidate : candidates) {
            var row = candidate.data;
            if (search.matches(row) && Facets.within(filter, row) && passes(row, now, counter)) chosen.add(candidate);
        }
        chosen.sort(Comparator.comparing(Candidate::data, order.thenComparingLong(RowData::id)));
        return new Outcome(chosen.stream().map(Candidate::row).toList(), counter.counts());
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
