package io.calsync.ui.services;

import io.calsync.ui.kit.Facet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How many services each value of each facet would let through, all other criteria as they are. The facets of the chips
/// that are always there take each other's place, so neither counts as a criterion for the other.
record FacetCounts(Map<Facet, Map<String, Integer>> values) {
    static final FacetCounts NONE = new FacetCounts(Map.of());

    /// Those that the chips above the table choose between.
    static final Set<Facet> CHIPS = Set.of(Facet.STATUS, Facet.BOOKABLE);

    /// How many there would be without a choice among the chips.
    int all() {
        return of(Facet.STATUS).values().stream().mapToInt(Integer::intValue).sum();
    }

    int of(Facet facet, String value) {
        return of(facet).getOrDefault(value, 0);
    }

    /// Every value that occurs, in order.
    Map<String, Integer> of(Facet facet) {
        return values.getOrDefault(facet, Map.of());
    }

    /// Counts row by row. For one thread.
    static final class Counter {
        private final Map<Facet, Map<String, int[]>> values = new EnumMap<>(Facet.class);

        void count(Facet facet, String value) {
            add(facet, value, 1);
        }

        void add(Counter other) {
            other.values.forEach((facet, counted) -> counted.forEach((value, count) -> add(facet, value, count[0])));
        }

        private void add(Facet facet, String value, int more) {
            values.computeIfAbsent(facet, _ -> new HashMap<>()).computeIfAbsent(value, _ -> new int[1])[0] += more;
        }

        FacetCounts counts() {
            var counts = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
            values.forEach((facet, counted) -> {
                var sorted = new TreeMap<String, Integer>();
                counted.forEach((value, count) -> sorted.put(value, count[0]));
                counts.put(facet, sorted);
            });
            return new FacetCounts(counts);
        }
    }
}
