package io.calsync.sync;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// Cal.com in memory: it fails as it is told and lets a stranger edit at any moment.
final class MemoryCalcom implements EventTypes, OtherSide {
    private static final URI SERVER = URI.create("http://calcom.test/v2");

    final Map<Long, Values> held = new TreeMap<>();
    final Deque<Trouble> readFaults = new ArrayDeque<>();
    final Deque<Trouble> writeFaults = new ArrayDeque<>();
    final List<String> writes = new ArrayList<>();
    private final InstantSource clock;
    private final Map<Long, Values> away = new HashMap<>();
    private final Map<Long, Trouble> ailing = new HashMap<>();
    private final Set<Field> poison = EnumSet.noneOf(Field.class);
    private final Set<String> ours = new HashSet<>();
    private final Deque<Runnable> late = new ArrayDeque<>();
    private Map<Long, Values> stale = Map.of();
    private Runnable betweenReadAndWrite = () -> {};
    private long lastId = 100;
    private long sent;
    private int refusedWrites;
    private boolean loseCreate;

    MemoryCalcom(InstantSource clock) {
        this.clock = clock;
    }

    void beforeTheNextWrite(Runnable edit) {
        betweenReadAndWrite = edit;
    }

    int refusedWrites() {
        return refusedWrites;
    }

    void losesTheAnswerToCreate() {
        loseCreate = true;
    }

    @Override
    public EventTypes connect() {
        return this;
    }

    @Override
    public boolean ready(int requests, BooleanSupplier givenUp) {
        return true;
    }

    @Override
    public Account account() {
        return new Account(1, "ann", "ann@example.test");
    }

    @Override
    public List<EventType> list() throws ProblemException {
        var asked = clock.instant();
        var trouble = next(readFaults);
        fail(trouble);
        var all = trouble == Trouble.STALE_LIST ? stale : held;
        var ids = all.keySet().stream().filter(id -> !ailing.containsKey(id)).toList();
        if (trouble == Trouble.EMPTY_LIST) ids = List.of();
        if (trouble == Trouble.MISSING_PAGE) ids = ids.subList(0, ids.size() / 2);
        return ids.stream().map(id -> answer(id, all.getOrDefault(id, Values.NONE), asked, trouble)).toList();
    }

    @Override
    public EventType read(long eventTypeId) throws ProblemException {
        var asked = clock.instant();
        var trouble = next(readFaults);
        fail(ailing.getOrDefault(eventTypeId, trouble));
        if (eventTypeId == 0) throw new ProblemException(new Problem.WrongRoute(SERVER, "Cannot GET"));
        if (!held.containsKey(eventTypeId)) throw new ProblemException(new Problem.NotFound(eventTypeId));
        return answer(eventTypeId, held(eventTypeId), asked, trouble);
    }

    @Override
    public EventType write(EventType current, Patch patch) throws ProblemException {
        var asked = clock.instant();
        betweenReadAndWrite.run();
        betweenReadAndWrite = () -> {};
        if (patch.fields().stream().anyMatch(poison::contains)) {
            refusedWrites++;
            throw new ProblemException(new Problem.ServerFailed(500, "boom"));
        }
        var trouble = next(writeFaults);
        if (trouble == Trouble.ARRIVES_LATER) late.add(() -> apply(current.id(), patch, trouble));
        if (!trouble.applied()) fail(trouble);
        if (!held.containsKey(current.id())) throw new ProblemException(new Problem.NotFound(current.id()));
        if (patch.to().get(Field.SLUG) instanceof String slug && isTaken(current.id(), slug))
            throw new ProblemException(new Problem.SlugTaken(slug));
        apply(current.id(), patch, trouble);
        fail(trouble);
        return answer(current.id(), held(current.id()), asked, trouble);
    }

    @Override
    public EventType create(Values values, long teamId) throws ProblemException {
        var asked = clock.instant();
        var trouble = next(writeFaults);
        if (!trouble.applied()) fail(trouble);
        if (isTaken(0, values.text(Field.SLUG)))
            throw new ProblemException(new Problem.SlugTaken(values.text(Field.SLUG)));
        long id = add(values);
        fail(trouble);
        if (loseCreate) throw unreachable();
        return answer(id, values, asked, trouble);
    }

    @Override
    public List<RemoteChange> history(long eventTypeId) {
        return List.of();
    }

    @Override
    public String webPage(long eventTypeId) {
        return SERVER + "/" + eventTypeId;
    }

    @Override
    public Duration untilSent(int requests) {
        return Duration.ofMillis(150).multipliedBy(requests);
    }

    @Override
    public Budget budget() {
        return new Budget(0, 60, Duration.ZERO, sent);
    }

    @Override
    public long add(Values values) {
        lastId = Math.max(lastId, held.keySet().stream().max(Long::compare).orElse(0L)) + 1;
        held.put(lastId, values);
        return lastId;
    }

    @Override
    public Values held(long eventTypeId) {
        return held.getOrDefault(eventTypeId, Values.NONE);
    }

    @Override
    public void edit(long eventTypeId, Field field, Object value) {
        if (field == Field.SLUG && isTaken(eventTypeId, (String) value)) return;
        ours.remove(eventTypeId + " " + field + " " + value);
        held.computeIfPresent(eventTypeId, (_, values) -> values.with(field, value));
    }

    @Override
    public void delete(long eventTypeId) {
        if (held.containsKey(eventTypeId)) away.put(eventTypeId, held.remove(eventTypeId));
    }

    @Override
    public void restore(long eventTypeId) {
        var values = away.remove(eventTypeId);
        if (values != null && !isTaken(eventTypeId, values.text(Field.SLUG))) held.put(eventTypeId, values);
    }

    @Override
    public void recreate(long eventTypeId) {
        var values = held(eventTypeId);
        if (held.remove(eventTypeId) != null) add(values);
    }

    @Override
    public void moveAway(long eventTypeId) {
        delete(eventTypeId);
    }

    @Override
    public void trouble(boolean write, Trouble trouble) {
        if (trouble == Trouble.STALE_LIST) stale = Map.copyOf(held);
        (write ? writeFaults : readFaults).add(trouble);
    }

    @Override
    public void ails(long eventTypeId, Trouble trouble) {
        ailing.put(eventTypeId, trouble);
    }

    @Override
    public void neverTakes(Field field) {
        poison.add(field);
    }

    @Override
    public void calm() {
        readFaults.clear();
        writeFaults.clear();
        ailing.clear();
        poison.clear();
        betweenReadAndWrite = () -> {};
        landLateWrites();
    }

    @Override
    public void landLateWrites() {
        while (!late.isEmpty()) late.poll().run();
    }

    @Override
    public boolean isOurs(long eventTypeId, Field field) {
        return ours.contains(eventTypeId + " " + field + " " + held(eventTypeId).raw(field));
    }

    private void apply(long id, Patch patch, Trouble trouble) {
        if (!held.containsKey(id)) return;
        if (patch.to().get(Field.SLUG) instanceof String slug && isTaken(id, slug)) return;
        writes.add(id + " " + patch);
        if (trouble == Trouble.UNCHANGED) return;
        boolean altered = trouble == Trouble.NORMALISED && patch.to().containsKey(Field.NAME);
        var stored = altered ? Patch.of(Field.NAME, patch.to().get(Field.NAME) + "~") : patch;
        held.put(id, stored.on(held(id)));
        stored.to().forEach((field, value) -> ours.add(id + " " + field + " " + value));
    }

    private boolean isTaken(long exceptId, String slug) {
        return held.entrySet().stream()
                .anyMatch(entry -> entry.getKey() != exceptId && entry.getValue().text(Field.SLUG).equals(slug));
    }

    private static void fail(Trouble trouble) throws ProblemException {
        switch (trouble.effect()) {
            case NO_ANSWER -> throw unreachable();
            case FAILED -> throw new ProblemException(
                    new Problem.ServerFailed(trouble == Trouble.FAILED_502 ? 502 : 500, "boom"));
            case UNREADABLE -> throw new ProblemException(new Problem.UnreadableAnswer(SERVER, "<html>"));
            case KEY_REFUSED -> throw new ProblemException(new Problem.KeyRefused(SERVER, "403"));
            case REJECTED -> throw new ProblemException(new Problem.Rejected(401, "locked"));
            case TOO_MANY -> throw new ProblemException(new Problem.TooManyRequests(
                    Duration.ofSeconds(trouble == Trouble.TOO_MANY ? 1 : 60)));
            case ALTERED, LIST, ABSENT, NONE -> {}
        }
    }

    private Trouble next(Deque<Trouble> troubles) {
        sent++;
        return troubles.isEmpty() ? Trouble.NONE : troubles.poll();
    }

    private static EventType answer(long id, Values values, Instant asked, Trouble trouble) {
        var told = trouble == Trouble.KEY_ABSENT ? values.with(Field.NAME, null) : values;
        return new EventType(id, 0, told, Map.of("bookingFields", List.of()), asked, List.of());
    }

    private static ProblemException unreachable() {
        return new ProblemException(new Problem.Unreachable(SERVER, "timeout"));
    }
}
