package io.calsync.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the last tries to reach Cal.com for one service went.
///
/// @param failures failed tries in a row, 0 after a success
/// @param why      the last failure in words, null when none
/// @param next     when it is tried again, null when nothing waits
public record Attempt(int failures, @Nullable Message why, @Nullable Instant next) {
    /// No pause is longer.
    public static final Duration LONGEST = Duration.ofHours(1);

    public static final Attempt NONE = new Attempt(0, null, null);

    /// A pause that is longer than any that is ever made means that the clock was set back; it counts as over.
    public boolean waitsAt(Instant now) {
        return next != null && now.isBefore(next) && now.isAfter(next.minus(LONGEST));
    }
}
