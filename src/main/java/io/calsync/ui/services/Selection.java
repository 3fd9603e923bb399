package io.calsync.ui.services;

import io.calsync.domain.SyncStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is to be seen of all services: found by the search, let through by a chip, in an order.
///
/// @param only limits it to these services, empty = no limit
record Selection(Search search, Chip chip, Set<Long> only, Comparator<RowData> order) {
    static final Selection START =
            new Selection(Search.NOTHING, new Chip.All(), Set.of(), Comparator.comparing(RowData::byName));

    Selection with(Search newSearch) {
        return new Selection(newSearch, chip, only, order);
    }

    Selection with(Chip newChip) {
        return new Selection(search, newChip, only, order);
    }

    Selection with(Comparator<RowData> newOrder) {
        return new Selection(search, chip, only, newOrder);
    }

    Selection only(Set<Long> serviceIds) {
        return new Selection(search, chip, serviceIds, order);
    }

    /// How many of the services found each chip would let through.
    record Counts(int all, Map<SyncStatus, Integer> statuses, int notBookable) {
        static final Counts NONE = new Counts(0, Map.of(), 0);

        int of(Chip chip) {
            return switch (chip) {
                case Chip.All() -> all;
                case Chip.OfStatus(SyncStatus status) -> statuses.getOrDefault(status, 0);
                case Chip.NotBookable() -> notBookable;
            };
        }
    }

    /// A row and what it showed when the selection was made.
    record Candidate(ServiceRow row, RowData data) {}

    /// The outcome of a selection.
    record Outcome(List<ServiceRow> rows, Counts counts) {}

    /// Pure; meant to run off the UI thread.
    Outcome of(List<Candidate> candidates) {
        var statuses = new EnumMap<SyncStatus, Integer>(SyncStatus.class);
        var chosen = new ArrayList<Candidate>();
        int found = 0;
        int notBookable = 0;
        for (Candidate candidate : candidates) {
            if (!only.isEmpty() && !only.contains(candidate.data.id())) continue;
            if (!search.matches(candidate.data)) continue;
            found++;
            statuses.merge(candidate.data.status(), 1, Integer::sum);
            if (!candidate.data.bookable()) notBookable++;
            if (chip.matches(candidate.data)) chosen.add(candidate);
        }
        chosen.sort(Comparator.comparing(Candidate::data, order.thenComparingLong(RowData::id)));
        return new Outcome(chosen.stream().map(Candidate::row).toList(), new Counts(found, statuses, notBookable));
    }
}
