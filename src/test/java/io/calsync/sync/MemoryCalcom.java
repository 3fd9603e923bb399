package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Cal.com in memory: it fails as it is told, lets a stranger edit at any moment, and checks the one law at every write.
final class MemoryCalcom implements EventTypes {
    private static final URI SERVER = URI.create("http://calcom.test/v2");

    /// What goes wrong with the next reading or writing request.
    enum Fault {
        LOST_BEFORE,
        LOST_AFTER,
        ARRIVES_LATER,
        UNREADABLE_AFTER,
        FAILED_500,
        TOO_MANY,
        UNCHANGED,
        NORMALISED,
        KEY_REFUSED,
        EMPTY_LIST,
        NONE
    }

    final Map<Long, Values> held = new TreeMap<>();
    final Deque<Fault> readFaults = new ArrayDeque<>();
    final Deque<Fault> writeFaults = new ArrayDeque<>();
    final List<String> writes = new ArrayList<>();
    private final Set<String> ours = new HashSet<>();
    private final Deque<Runnable> late = new ArrayDeque<>();
    private final VirtualClock clock;
    private final Rows rows;
    private Runnable betweenReadAndWrite = () -> {};
    private long sent;
    private int strangersOverwritten;
    private int refusedWrites;
    private boolean loseCreate;
    private final Set<Field> poison = EnumSet.noneOf(Field.class);

    MemoryCalcom(VirtualClock clock, Rows rows) {
        this.clock = clock;
        this.rows = rows;
    }

    /// Edits of a stranger that a PATCH replaced unseen, in the moment after our read. Cal.com cannot exclude them.
    int strangersOverwritten() {
        return strangersOverwritten;
    }

    void beforeTheNextWrite(Runnable edit) {
        betweenReadAndWrite = edit;
    }

    /// The server answers 500 to every PATCH that holds this field.
    void neverTakes(Field field) {
        poison.add(field);
    }

    int refusedWrites() {
        return refusedWrites;
    }

    /// Requests whose answer was lost are carried out now.
    void landLateWrites() {
        while (!late.isEmpty()) late.poll().run();
    }

    @Override
    public void ready(int requests) {}

    @Override
    public Account account() {
        return new Account(1, "ann", "ann@example.test");
    }

    @Override
    public List<EventType> list() throws ProblemException {
        var fault = fault(readFaults);
        readFault(fault);
        if (fault == Fault.EMPTY_LIST) return List.of();
        return held.keySet().stream().map(this::answer).toList();
    }

    @Override
    public EventType read(long eventTypeId) throws ProblemException {
        readFault(fault(readFaults));
        if (!held.containsKey(eventTypeId)) throw new ProblemException(new Problem.NotFound(eventTypeId));
        return answer(eventTypeId);
    }

    @Override
    public EventType write(EventType current, Patch patch) throws ProblemException {
        assertFalse(patch.isEmpty(), "a PATCH changes something");
        assertLaw(current, patch);
        betweenReadAndWrite.run();
        betweenReadAndWrite = () -> {};
        if (patch.fields().stream().anyMatch(poison::contains)) {
            refusedWrites++;
            throw new ProblemException(new Problem.ServerFailed(500, "boom"));
        }
        var fault = fault(writeFaults);
        switch (fault) {
            case LOST_BEFORE -> throw unreachable();
            case TOO_MANY -> throw new ProblemException(new Problem.TooManyRequests(Duration.ofSeconds(1)));
            case FAILED_500 -> throw new ProblemException(new Problem.ServerFailed(500, "boom"));
            case KEY_REFUSED -> throw new ProblemException(new Problem.KeyRefused(SERVER, "401"));
            case ARRIVES_LATER -> {
                late.add(() -> apply(current, patch, Fault.LOST_AFTER));
                throw unreachable();
            }
            default -> apply(current, patch, fault);
        }
        if (fault == Fault.LOST_AFTER) throw unreachable();
        if (fault == Fault.UNREADABLE_AFTER) throw new ProblemException(new Problem.UnreadableAnswer(SERVER, "<html>"));
        return answer(current.id());
    }

    void losesTheAnswerToCreate() {
        loseCreate = true;
    }

    @Override
    public EventType create(Values values, long teamId) throws ProblemException {
        long id = 1 + held.keySet().stream().max(Long::compare).orElse(0L);
        held.put(id, values);
        if (loseCreate) throw unreachable();
        return answer(id);
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

    /// A write replaces only what its own preceding read showed, and that equals the base.
    private void assertLaw(EventType current, Patch patch) throws ProblemException {
        var row = rows.all().stream().filter(r -> r.link().eventTypeId() == current.id()).findFirst().orElseThrow();
        for (Field field : patch.fields()) {
            assertEquals(row.base().raw(field), current.values().raw(field),
                    "the read showed another " + field + " than the base");
            var intent = row.facts(field).intent();
            assertTrue(intent != null && intent.value().equals(patch.to().get(field)), "no intent for " + field);
        }
    }

    private void apply(EventType current, Patch patch, Fault fault) throws IllegalStateException {
        var before = held.get(current.id());
        if (before == null) return;
        writes.add(current.id() + " " + patch);
        patch.to().forEach((field, value) -> {
            if (!Objects.equals(before.raw(field), current.values().raw(field))) strangersOverwritten++;
        });
        if (fault == Fault.UNCHANGED) return;
        var stored = patch;
        if (fault == Fault.NORMALISED && patch.to().containsKey(Field.NAME)) {
            stored = new Patch(Map.of(Field.NAME, patch.to().get(Field.NAME) + "~"));
        }
        held.put(current.id(), stored.on(before));
        stored.to().forEach((field, value) -> ours.add(current.id() + " " + field + " " + value));
    }

    /// Whether the value that Cal.com holds now was last written by us and by no stranger since.
    boolean isOurs(long eventTypeId, Field field) {
        return ours.contains(eventTypeId + " " + field + " " + held.getOrDefault(eventTypeId, Values.NONE).raw(field));
    }

    /// A stranger's edit.
    void edit(long eventTypeId, Field field, Object value) {
        ours.remove(eventTypeId + " " + field + " " + value);
        held.computeIfPresent(eventTypeId, (_, values) -> values.with(field, value));
    }

    private void readFault(Fault fault) throws ProblemException {
        switch (fault) {
            case LOST_BEFORE, LOST_AFTER, ARRIVES_LATER -> throw unreachable();
            case FAILED_500 -> throw new ProblemException(new Problem.ServerFailed(502, "boom"));
            case UNREADABLE_AFTER -> throw new ProblemException(new Problem.UnreadableAnswer(SERVER, "<html>"));
            case KEY_REFUSED -> throw new ProblemException(new Problem.KeyRefused(SERVER, "401"));
            case TOO_MANY -> throw new ProblemException(new Problem.TooManyRequests(Duration.ofSeconds(1)));
            case UNCHANGED, NORMALISED, EMPTY_LIST, NONE -> {}
        }
    }

    private Fault fault(Deque<Fault> faults) {
        sent++;
        clock.advance(Duration.ofMillis(150));
        return faults.isEmpty() ? Fault.NONE : faults.poll();
    }

    private EventType answer(long id) {
        return new EventType(id, 0, held.getOrDefault(id, Values.NONE), Map.of("bookingFields", List.of()),
                clock.instant(), List.<Message>of());
    }

    private static ProblemException unreachable() {
        return new ProblemException(new Problem.Unreachable(SERVER, "timeout"));
    }
}
