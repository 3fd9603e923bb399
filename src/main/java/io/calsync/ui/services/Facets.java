package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Times;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Facet.Recency;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What facets and measures say of a row. Pure.
final class Facets {
    /// In seconds.
    private static final long DAY = 86_400;

    private Facets() {}

    static String value(Facet facet, RowData row, Instant now) {
        return switch (facet) {
            case STATUS -> row.status().name();
            case BOOKABLE -> Facet.of(row.bookable());
            case ACTIVE -> Facet.of(row.view().active());
            case ONLINE -> Facet.of(row.view().online());
            case LINKED -> Facet.of(row.view().row().link().linked());
            case CATEGORY -> row.category();
            case COMPANY -> Long.toString(row.view().service().companyId());
            case BRANCH -> row.view().service().branchId();
            case OWN_POLICY -> Facet.of(hasOwnPolicy(row));
            case CHANGED -> recency(row.view().row().times(), now).name();
        };
    }

    static Optional<BigDecimal> number(Measure measure, RowData row) {
        var values = row.view().values();
        var field = measure.field();
        if (!values.has(field)) return Optional.empty();
        return Optional.of(field == Field.PRICE ? ((Money) values.get(field)).amount()
                : BigDecimal.valueOf((Long) values.get(field)));
    }

    /// Whether a row passes what has no values to choose from.
    static boolean within(Filter filter, RowData row) {
        return (filter.only().isEmpty() || filter.only().contains(row.id()))
                && (filter.ranges().isEmpty() || filter.ranges().entrySet().stream()
                        .allMatch(range -> number(range.getKey(), row).filter(range.getValue()::contains).isPresent()));
    }

    /// Without a stream, since this is asked for every row at every key of a search.
    private static boolean hasOwnPolicy(RowData row) {
        for (var facts : row.view().row().facts().values()) if (facts.own() != null) return true;
        return false;
    }

    private static Recency recency(Times times, Instant now) {
        var last = later(later(times.lastSync(), times.platformChanged()), times.calcomChanged());
        if (last == null) return Recency.NEVER;
        long days = (now.getEpochSecond() - last.getEpochSecond()) / DAY;
        if (days < 1) return Recency.TODAY;
        if (days < 7) return Recency.WEEK;
        return days < 30 ? Recency.MONTH : Recency.EARLIER;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isAfter(other) ? one : other;
    }
}
