package io.calsync.ui;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Account;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Cal.com in memory: holds values by event type, takes every write but the price, and tells who changed one last.
public final class FakeCalcom implements EventTypes {
    private final Map<Long, Values> held = new TreeMap<>();
    private final InstantSource clock;
    private List<RemoteChange> history = List.of();
    private List<Integer> durations = List.of();
    private int requests;
    private volatile @Nullable Problem failing;
    private volatile @Nullable Problem refusing;
    private volatile @Nullable Field kept;
    private volatile Duration untilFree = Duration.ZERO;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    FakeCalcom(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized void put(long id, Values values) {
        held.put(id, values);
    }

    /// Somebody changes a value in Cal.com's own pages.
    public synchronized void edit(long id, Field field, Object value) {
        held.computeIfPresent(id, (_, values) -> values.with(field, value));
    }

    /// Every event type lets a customer choose among these.
    public synchronized void offer(List<Integer> newDurations) {
        durations = newDurations;
    }

    /// From now on every request ends so; null = answers again.
    public void fail(@Nullable Problem problem) {
        failing = problem;
    }

    /// From now on every write ends so; null = takes them again.
    public void failWrites(@Nullable Problem problem) {
        refusing = problem;
    }

    /// From now on a write leaves this field as it was, without a word; null = takes every field again.
    public void keep(@Nullable Field field) {
        kept = field;
    }

    /// From now on the request limit seems to be used up for so long.
    public void limit(Duration newUntilFree) {
        untilFree = newUntilFree;
    }

    /// Writes wait until it opens.
    public void holdWrites(CountDownLatch newGate) {
        gate = newGate;
    }

    /// Whether there is such an event type.
    public synchronized boolean holds(long id) {
        return held.containsKey(id);
    }

    /// All that an event type holds, nothing where there is none.
    public synchronized Values values(long id) {
        return held.getOrDefault(id, Values.NONE);
    }

    public synchronized int requests() {
        return requests;
    }

    public synchronized void delete(long id) {
        held.remove(id);
    }

    public synchronized Object value(long id, Field field) {
        return held.getOrDefault(id, Values.NONE).get(field);
    }

    public synchronized void changedBy(RemoteChange change) {
        history = List.of(change);
    }

    @Override
    public boolean ready(int requests, BooleanSupplier givenUp) {
        return true;
    }

    @Override
    public Account account() {
        return new Account(7, "lindenhof", "office@lindenhof.example");
    }

    @Override
    public synchronized List<EventType> list() throws ProblemException {
        ask();
        return held.keySet().stream().map(this::answer).toList();
    }

    @Override
    public synchronized EventType read(long eventTypeId) throws ProblemException {
        ask();
        if (!held.containsKey(eventTypeId)) throw new ProblemException(new Problem.NotFound(eventTypeId));
        return answer(eventTypeId);
    }

    @Override
    public EventType write(EventType current, Patch patch) throws ProblemException {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (refusing instanceof Problem problem) throw new ProblemException(problem);
        return taken(current.id(), patch);
    }

    private synchronized EventType taken(long id, Patch patch) throws ProblemException {
        ask();
        held.computeIfPresent(id, (_, values) -> {
            var after = patch.on(values);
            return kept instanceof Field field ? after.with(field, values.raw(field)) : after;
        });
        return answer(id);
    }

    @Override
    public synchronized EventType create(Values values, long teamId) throws ProblemException {
        ask();
        long id = 9_000L + held.size();
        held.put(id, values);
        return answer(id);
    }

    @Override
    public synchronized List<RemoteChange> history(long eventTypeId) {
        return history;
    }

    @Override
    public String webPage(long eventTypeId) {
        return "https://app.cal.com/event-types/" + eventTypeId;
    }

    @Override
    public Duration untilSent(int requests) {
        return Duration.ofMillis(150).multipliedBy(requests);
    }

    @Override
    public synchronized Budget budget() {
        return new Budget(untilFree.isZero() ? requests % 60 : 60, 60, untilFree, requests);
    }

    private void ask() throws ProblemException {
        requests++;
        if (failing instanceof Problem problem) throw new ProblemException(problem);
    }

    private EventType answer(long id) {
        return new EventType(id, 0, held.getOrDefault(id, Values.NONE),
                Map.of("bookingFields", List.of(), "lengthInMinutesOptions", durations), clock.instant(), List.of());
    }
}
