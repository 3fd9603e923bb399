package io.calsync.ui.services;

import io.calsync.domain.SyncStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which services the chips above the table let through.
sealed interface Chip {
    record All() implements Chip {}

    record OfStatus(SyncStatus status) implements Chip {}

    record NotBookable() implements Chip {}

    /// Every chip, in the order in which they stand; a new status brings its own.
    static List<Chip> values() {
        var statuses = Arrays.stream(SyncStatus.values()).map(OfStatus::new);
        return Stream.of(Stream.of(new All()), statuses, Stream.of(new NotBookable())).flatMap(chips -> chips)
                .map(Chip.class::cast).toList();
    }

    default boolean matches(RowData row) {
        return switch (this) {
            case All() -> true;
            case OfStatus(SyncStatus status) -> row.status() == status;
            case NotBookable() -> !row.bookable();
        };
    }

    /// Also its test id, behind `chip-`.
    default String id() {
        return switch (this) {
            case All() -> "all";
            case OfStatus(SyncStatus status) -> status.name().toLowerCase(Locale.ROOT);
            case NotBookable() -> "not-bookable";
        };
    }
}
