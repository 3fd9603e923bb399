package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Times;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Facet.Recency;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Measure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What facets and measures say of a row. Pure.
final class Facets {
    private static final Duration DAY = Duration.ofDays(1);

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
            case OWN_POLICY -> Facet.of(row.view().row().facts().values().stream().anyMatch(f -> f.own() != null));
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
        return (filter.only().isEmpty() || filter.only().contains(row.id())) && filter.ranges().entrySet().stream()
                .allMatch(range -> number(range.getKey(), row).filter(range.getValue()::contains).isPresent());
    }

    private static Recency recency(Times times, Instant now) {
        return Stream.of(times.lastSync(), times.platformChanged(), times.calcomChanged())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(last -> recency(Duration.between(last, now)))
                .orElse(Recency.NEVER);
    }

    private static Recency recency(Duration age) {
        if (age.compareTo(DAY) < 0) return Recency.TODAY;
        if (age.compareTo(DAY.multipliedBy(7)) < 0) return Recency.WEEK;
        return age.compareTo(DAY.multipliedBy(30)) < 0 ? Recency.MONTH : Recency.EARLIER;
    }
}
