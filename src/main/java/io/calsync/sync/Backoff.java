package io.calsync.sync;

import io.calsync.domain.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// When a failed try is made again: after growing pauses, scattered so that many services do not come back at once.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// @param failures failed tries so far, this one not counted
    /// @param atLeast  what the server asked for, zero when nothing
    Instant next(int failures, Instant now, Duration atLeast) {
        var doubled = FIRST.multipliedBy(1L << Math.min(failures, 12));
        var pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        long jittered = (long) (pause.toMillis() * (0.8 + 0.4 * random.nextDouble()));
        return now.plusMillis(Math.min(Math.max(jittered, atLeast.toMillis()), Attempt.LONGEST.toMillis()));
    }
}
