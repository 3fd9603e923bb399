package io.calsync.calcom;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/// Time that passes only when somebody waits or the test says so.
final class VirtualTime implements Pace {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public void await(Condition turn, Duration time) {
        pass(time);
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    synchronized Duration passed() {
        return Duration.between(START, now);
    }
}
