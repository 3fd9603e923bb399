package io.calsync.ui;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Account;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A Cal.com in memory that a test can change behind the window's back or switch off.
public final class FakeCalCom implements EventTypes {
    static final URI SERVER = URI.create("https://api.cal.example/v2");

    private final InstantSource clock;
    private final Map<Long, Values> held = new LinkedHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile @Nullable Problem failing;

    FakeCalCom(InstantSource clock) {
        this.clock = clock;
    }

    /// Somebody changes an event type over there.
    public synchronized void hold(long id, Values values) {
        held.put(id, values);
    }

    public synchronized @Nullable Values held(long id) {
        return held.get(id);
    }

    public synchronized void forgetAll() {
        held.clear();
    }

    /// From now on every call ends so; null = answers again.
    public void fail(@Nullable Problem problem) {
        failing = problem;
    }

    public int requests() {
        return requests.get();
    }

    @Override
    public void ready(int count) {}

    @Override
    public Account account() throws ProblemException {
        ask();
        return new Account(510, "morgenrot", "mara@morgenrot.example");
    }

    @Override
    public synchronized List<EventType> list() throws ProblemException {
        ask();
        return held.keySet().stream().map(this::told).toList();
    }

    @Override
    public synchronized EventType read(long eventTypeId) throws ProblemException {
        ask();
        if (!held.containsKey(eventTypeId)) throw new ProblemException(new Problem.NotFound(eventTypeId));
        return told(eventTypeId);
    }

    @Override
    public synchronized EventType write(EventType current, Patch patch) throws ProblemException {
        ask();
        held.computeIfPresent(current.id(), (_, values) -> patch.on(values));
        return told(current.id());
    }

    @Override
    public synchronized EventType create(Values values, long teamId) throws ProblemException {
        ask();
        long id = 9_000L + held.size();
        held.put(id, values.with(Field.PRICE, Values.NOT_HELD));
        return told(id);
    }

    @Override
    public List<RemoteChange> history(long eventTypeId) {
        return List.of();
    }

    @Override
    public String webPage(long eventTypeId) {
        return "https://app.cal.example/event-types/" + eventTypeId;
    }

    @Override
    public Budget budget() {
        return new Budget(requests.get() % 60, 60, Duration.ZERO, requests.get());
    }

    private void ask() throws ProblemException {
        requests.incrementAndGet();
        if (failing instanceof Problem problem) throw new ProblemException(problem);
    }

    private EventType told(long id) {
        return new EventType(id, 0, held.getOrDefault(id, Values.NONE), Map.of(), clock.instant(), List.of());
    }
}
