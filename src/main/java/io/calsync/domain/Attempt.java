package io.calsync.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the last tries to reach Cal.com for one service went.
///
/// @param failures failed tries in a row, 0 after a success
/// @param why      the last failure in words, null when none
/// @param next     when it is tried again, null when nothing waits
public record Attempt(int failures, @Nullable Message why, @Nullable Instant next) {
    public static final Attempt NONE = new Attempt(0, null, null);

    public boolean waitsAt(Instant now) {
        return next != null && now.isBefore(next);
    }
}
