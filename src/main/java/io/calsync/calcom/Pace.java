package io.calsync.calcom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/// How time passes for the request budget: what time it is, and how to wait.
interface Pace extends InstantSource {
    /// Waits until the condition is signalled or the time has passed; the condition's lock is held.
    void await(Condition turn, Duration time) throws InterruptedException;

    /// Real waiting by the given clock.
    static Pace of(InstantSource clock) {
        return new Real(clock);
    }

    /// Waits on the wall.
    record Real(InstantSource clock) implements Pace {
        private static final long STEP = 250;

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // the budget looks again after every wait
        public void await(Condition turn, Duration time) throws InterruptedException {
            // In small steps, because the clock may jump: after a laptop's sleep, or because a person set it.
            var _ = turn.await(Math.min(time.toMillis() + 1, STEP), TimeUnit.MILLISECONDS);
        }
    }
}
