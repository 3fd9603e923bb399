package io.calsync.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When things happened to one service.
///
/// @param lastSync        first agreement, verified push or applied decision; never a failure, never a mere look
/// @param lastDirection   the side whose value was written by that sync, null when nothing had to be written
/// @param lastAttempt     the last try to push, successful or not
/// @param platformChanged the oldest edit that still waits, null when none waits
/// @param calcomChanged   when a change at Cal.com that still waits was first seen, null when none waits
public record Times(
        @Nullable Instant lastSync,
        @Nullable Side lastDirection,
        @Nullable Instant lastAttempt,
        @Nullable Instant platformChanged,
        @Nullable Instant calcomChanged) {
    public static final Times NONE = new Times(null, null, null, null, null);

    Times synced(Instant at, @Nullable Side from) {
        return new Times(at, from, lastAttempt, platformChanged, calcomChanged);
    }

    Times tried(Instant at) {
        return new Times(lastSync, lastDirection, at, platformChanged, calcomChanged);
    }

    /// Starts and ends the waiting marks to match what differs now.
    Times waiting(boolean platformWaits, boolean calcomWaits, Instant at) {
        return new Times(lastSync, lastDirection, lastAttempt, since(platformChanged, platformWaits, at),
                since(calcomChanged, calcomWaits, at));
    }

    private static @Nullable Instant since(@Nullable Instant before, boolean waits, Instant at) {
        if (!waits) return null;
        return before == null ? at : before;
    }
}
