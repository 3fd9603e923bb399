package io.calsync.calcom;

import io.calsync.sync.EventTypes.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// The requests of one key in the whole process. A request holds its place from its start until a minute after its
/// answer. So no minute of the server, wherever it begins and however slow the way there is, sees more of them than
/// allowed, and still a run uses the allowance to the full. Requests a person waits for go before the others.
final class RequestBudget {
    static final int MOST_PER_MINUTE = 120;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// About how long a request and its answer take.
    private static final Duration EXCHANGE = Duration.ofMillis(150);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition turn = lock.newCondition();
    private final ArrayDeque<Instant> freed = new ArrayDeque<>();
    private final RateLimits server = new RateLimits();
    private int perMinute = MOST_PER_MINUTE / 2;
    private int inFlight;
    private long sent;
    private int waitingPeople;
    private int wanted = 1;
    private Instant blockedUntil = Instant.EPOCH;
    private Instant latest = Instant.EPOCH;
    private Duration setBack = Duration.ZERO;

    RequestBudget(Pace pace) {
        this.pace = pace;
    }

    /// Who waits for an answer.
    enum Priority {
        PERSON,
        BACKGROUND,
        /// Nobody: the request goes now or not at all.
        NOW
    }

    /// A request that may go. It is ended by its answer, or by being closed where none came.
    final class Place implements AutoCloseable {
        private boolean held = true;

        /// @param headers of the answer, names in lower case
        void answered(int status, Map<String, String> headers) {
            lock.lock();
            try {
                end();
                server.heard(headers, now(), inFlight);
                if (status == 429) blockedUntil = now().plus(RateLimits.block(headers));
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                end();
            } finally {
                lock.unlock();
            }
        }

        private void end() {
            if (!held) return;
            held = false;
            inFlight--;
            freed.addLast(now().plus(MINUTE));
            turn.signalAll();
        }
    }

    /// Waits until a request may go.
    Place take(Priority priority) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            await(1, priority, () -> false);
            return placed();
        } finally {
            lock.unlock();
        }
    }

    /// A place if a request may go at once, empty where it would have to wait.
    Optional<Place> takeNow() {
        lock.lock();
        try {
            return untilFree(1).isZero() ? Optional.of(placed()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until so many requests may go one after the other, at most a whole minute's, or the person gives up.
    ///
    /// @return whether they may go
    boolean ready(int requests, Priority priority, BooleanSupplier givenUp) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return await(requests, priority, givenUp);
        } finally {
            lock.unlock();
        }
    }

    /// @param requests kept between 1 and the [#MOST_PER_MINUTE] that a server lets pass
    void perMinute(int requests) {
        lock.lock();
        try {
            perMinute = Math.clamp(requests, 1, MOST_PER_MINUTE);
            turn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Budget state() {
        lock.lock();
        try {
            var wait = untilFree(wanted);
            return new Budget(inFlight + freed.size(), perMinute, wait, sent);
        } finally {
            lock.unlock();
        }
    }

    /// About how long so many requests take from now, one after the other. Each that does not go at once takes the place of
    /// one a minute before it.
    Duration untilSent(int requests) {
        lock.lock();
        try {
            long wait = untilFree(1).toMillis();
            int free = Math.max(0, perMinute - inFlight - freed.size());
            int beyond = requests - free;
            if (beyond <= 0) return EXCHANGE.multipliedBy(requests).plusMillis(wait);
            int place = (beyond - 1) % perMinute;
            var minutes = MINUTE.multipliedBy((beyond - 1) / perMinute);
            var first = freed.stream().skip(place).findFirst()
                    .map(end -> Duration.between(now(), end))
                    .orElseGet(() -> MINUTE.plus(EXCHANGE.multipliedBy(place - freed.size())));
            return minutes.plus(first).plus(EXCHANGE);
        } finally {
            lock.unlock();
        }
    }

    private boolean await(int requests, Priority priority, BooleanSupplier givenUp) throws InterruptedException {
        if (priority == Priority.PERSON) waitingPeople++;
        try {
            for (var wait = wait(requests, priority); wait.isPositive(); wait = wait(requests, priority)) {
                if (givenUp.getAsBoolean()) return false;
                wanted = Math.max(wanted, requests);
                pace.await(turn, wait);
            }
            return true;
        } finally {
            if (priority == Priority.PERSON) waitingPeople--;
            wanted = 1;
            turn.signalAll();
        }
    }

    private Place placed() {
        inFlight++;
        sent++;
        server.starting();
        return new Place();
    }

    /// How many wait for their turn.
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(turn);
        } finally {
            lock.unlock();
        }
    }

    private Duration wait(int requests, Priority priority) {
        var wait = untilFree(requests);
        return wait.isZero() && priority == Priority.BACKGROUND && waitingPeople > 0 ? LOOK_AGAIN : wait;
    }

    private Duration untilFree(int requests) {
        var now = now();
        while (!freed.isEmpty() && !freed.getFirst().isAfter(now)) freed.removeFirst();
        var until = later(blockedUntil, server.free(requests));
        int tooMany = inFlight + freed.size() + Math.min(requests, perMinute) - perMinute;
        // Where even the last answered one is not enough, the ones on their way must come back first.
        if (tooMany > 0)
            until = later(until, freed.stream().skip(tooMany - 1).findFirst().orElse(now.plus(LOOK_AGAIN)));
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /// The time, which never runs backwards here: after a clock is set back, waiting goes on as if it had not been.
    private Instant now() {
        var now = pace.instant().plus(setBack);
        if (now.isBefore(latest)) {
            setBack = setBack.plus(Duration.between(now, latest));
            now = latest;
        }
        latest = now;
        return now;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
