package io.calsync.app;

import io.calsync.domain.EventType;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Account;
import io.calsync.sync.EventTypes;
import io.calsync.sync.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Event types whose key is looked for, and whose client is made, when something is first asked: a command that asks
/// nothing neither waits for a keychain nor fails without a key.
final class LateEventTypes implements EventTypes {
    private final URI server;
    private final int perMinute;
    private final Connecting connecting;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable EventTypes connected;

    /// @param server    for a person's eyes, until the client is there
    /// @param perMinute the budget, until the client is there
    LateEventTypes(URI server, int perMinute, Connecting connecting) {
        this.server = server;
        this.perMinute = perMinute;
        this.connecting = connecting;
    }

    /// Makes the client.
    @FunctionalInterface
    interface Connecting {
        EventTypes connect() throws ProblemException;
    }

    @Override
    public EventTypes interactive() {
        return new LateEventTypes(server, perMinute, () -> now().interactive());
    }

    @Override
    public boolean ready(int requests, BooleanSupplier givenUp) throws ProblemException {
        return now().ready(requests, givenUp);
    }

    @Override
    public Account account() throws ProblemException {
        return now().account();
    }

    @Override
    public List<EventType> list() throws ProblemException {
        return now().list();
    }

    @Override
    public EventType read(long eventTypeId) throws ProblemException {
        return now().read(eventTypeId);
    }

    @Override
    public EventType write(EventType current, Patch patch) throws ProblemException {
        return now().write(current, patch);
    }

    @Override
    public EventType create(Values values, long teamId) throws ProblemException {
        return now().create(values, teamId);
    }

    @Override
    public List<RemoteChange> history(long eventTypeId) throws ProblemException {
        return now().history(eventTypeId);
    }

    @Override
    public String webPage(long eventTypeId) {
        try {
            return now().webPage(eventTypeId);
        } catch (ProblemException noKey) {
            return server.resolve("/event-types/" + eventTypeId).toString();
        }
    }

    @Override
    public Budget budget() {
        return Optional.ofNullable(connected).map(EventTypes::budget)
                .orElseGet(() -> new Budget(0, perMinute, Duration.ZERO, 0));
    }

    @Override
    public Duration untilSent(int requests) {
        return Optional.ofNullable(connected).map(client -> client.untilSent(requests))
                .orElseGet(() -> Duration.ofMinutes(Math.max(0, requests - 1) / perMinute));
    }

    private EventTypes now() throws ProblemException {
        lock.lock();
        try {
            var known = connected;
            if (known == null) {
                known = connecting.connect();
                connected = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
