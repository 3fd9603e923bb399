package io.calsync.ui.kit;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a list of services is narrowed to. Everything named must hold; of one facet's values any one is enough.
///
/// @param values per facet the values that are let through; a facet without an entry lets everything through
/// @param ranges per measure the numbers that are let through
/// @param only   ids of the services that are let through, empty = all
public record Filter(Map<Facet, Set<String>> values, Map<Measure, Range> ranges, Set<Long> only) {
    public static final Filter NONE = new Filter(Map.of(), Map.of(), Set.of());

    public Filter {
        values = Map.copyOf(values);
        ranges = Map.copyOf(ranges);
        only = Set.copyOf(only);
    }

    /// Numbers between two ends, both included.
    ///
    /// @param from null = no lower end
    /// @param to   null = no upper end
    public record Range(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        public static final Range ALL = new Range(null, null);

        public boolean contains(BigDecimal number) {
            return (from == null || number.compareTo(from) >= 0) && (to == null || number.compareTo(to) <= 0);
        }
    }

    public static Filter of(Facet facet, String value) {
        return NONE.with(facet, Set.of(value));
    }

    public static Filter only(Collection<Long> serviceIds) {
        return NONE.withOnly(Set.copyOf(serviceIds));
    }

    /// @return the values let through, empty where every value is
    public Set<String> values(Facet facet) {
        return values.getOrDefault(facet, Set.of());
    }

    public Range range(Measure measure) {
        return ranges.getOrDefault(measure, Range.ALL);
    }

    /// @param wanted empty lets every value through again
    public Filter with(Facet facet, Set<String> wanted) {
        var changed = new EnumMap<Facet, Set<String>>(Facet.class);
        changed.putAll(values);
        if (wanted.isEmpty()) changed.remove(facet);
        else changed.put(facet, Set.copyOf(wanted));
        return new Filter(changed, ranges, only);
    }

    /// Adds a value of a facet, or takes it out.
    public Filter toggled(Facet facet, String value) {
        var wanted = new TreeSet<>(values(facet));
        if (!wanted.remove(value)) wanted.add(value);
        return with(facet, wanted);
    }

    public Filter with(Measure measure, Range range) {
        var changed = new EnumMap<Measure, Range>(Measure.class);
        changed.putAll(ranges);
        if (range.equals(Range.ALL)) changed.remove(measure);
        else changed.put(measure, range);
        return new Filter(values, changed, only);
    }

    /// @param serviceIds empty lets every service through again
    public Filter withOnly(Set<Long> serviceIds) {
        return new Filter(values, ranges, serviceIds);
    }
}
