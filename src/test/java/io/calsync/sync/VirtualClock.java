package io.calsync.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that moves only when a test says so.
final class VirtualClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread moves it, the sandbox's threads look at it
    void advance(Duration duration) {
        now = now.plus(duration);
    }
}
