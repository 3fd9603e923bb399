package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// Stands between one console and Cal.com, lets a request take its time, and checks that no write replaces anything but
/// what the console's own preceding read showed and its base allows.
final class Witness implements EventTypes {
    private static final Duration REQUEST = Duration.ofMillis(150);

    /// A PATCH that left the console.
    record Sent(long eventTypeId, Patch patch) {}

    /// An answer, and how much had happened in between when it came.
    private record Shown(EventType answer, int fired) {}

    private final VirtualClock clock;
    private final Moments moments;
    private final MemoryWorkspace workspace;
    private final OtherSide calcom;
    private final EventTypes client;
    private final Map<Long, Shown> shown = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private boolean readOnly;
    private int strangersOverwritten;

    Witness(VirtualClock clock, Moments moments, MemoryWorkspace workspace, OtherSide calcom) {
        this.clock = clock;
        this.moments = moments;
        this.workspace = workspace;
        this.calcom = calcom;
        this.client = calcom.connect();
    }

    /// Whether a write is an error now.
    void readOnly(boolean on) {
        readOnly = on;
    }

    /// Every PATCH so far, answered or not.
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /// Edits of a stranger that a PATCH replaced unseen, in the moment after the read. Cal.com cannot exclude them.
    int strangersOverwritten() {
        return strangersOverwritten;
    }

    @Override
    public boolean ready(int requests, BooleanSupplier givenUp) throws ProblemException {
        return client.ready(requests, givenUp);
    }

    @Override
    public Account account() throws ProblemException {
        return client.account();
    }

    @Override
    public List<EventType> list() throws ProblemException {
        return call(client::list);
    }

    @Override
    public EventType read(long eventTypeId) throws ProblemException {
        shown.remove(eventTypeId);
        int fired = moments.fired();
        var answer = call(() -> client.read(eventTypeId));
        shown.put(eventTypeId, new Shown(answer, fired));
        workspace.wasRead(answer);
        return answer;
    }

    @Override
    public EventType write(EventType current, Patch patch) throws ProblemException {
        assertFalse(readOnly, "I3 a check sends no write");
        assertFalse(patch.isEmpty(), "a PATCH changes something");
        var last = assertLaw(current, patch);
        sent.add(new Sent(current.id(), patch));
        shown.remove(current.id());
        int fired = moments.fired();
        try {
            var answer = call(() -> client.write(current, patch));
            shown.put(current.id(), new Shown(answer, fired));
            return answer;
        } catch (ProblemException failure) {
            if (failure.problem() instanceof Problem.Rejected || failure.problem() instanceof Problem.SlugTaken)
                shown.put(current.id(), last);
            throw failure;
        }
    }

    @Override
    public EventType create(Values values, long teamId) throws ProblemException {
        assertFalse(readOnly, "I3 a check creates nothing");
        return call(() -> client.create(values, teamId));
    }

    @Override
    public List<RemoteChange> history(long eventTypeId) throws ProblemException {
        return client.history(eventTypeId);
    }

    @Override
    public String webPage(long eventTypeId) {
        return client.webPage(eventTypeId);
    }

    @Override
    public Budget budget() {
        return client.budget();
    }

    @Override
    public Duration untilSent(int requests) {
        return client.untilSent(requests);
    }

    private Shown assertLaw(EventType current, Patch patch) {
        var last = shown.get(current.id());
        assertNotNull(last, "I1 a write without a read before it");
        assertSame(current, last.answer(), "I1 a write on an older read");
        var window = Duration.between(current.asked(), clock.instant());
        boolean delayed = last.fired() != moments.fired();
        assertTrue(!window.isNegative() && window.toMillis() < (delayed ? 5001 : 1000),
                "I1 a stranger had " + window + " for an edit between read and write");
        var there = calcom.held(current.id());
        for (Field field : patch.fields()) {
            Object read = current.values().raw(field);
            var intent = workspace.intended(current.id(), field);
            assertTrue(intent != null && intent.value().equals(patch.to().get(field)), "I1 no intent for " + field);
            assertEquals(intent.expected(), read, "I1 the read showed another " + field + " than the base");
            if (!Objects.equals(there.raw(field), read)) strangersOverwritten++;
        }
        return last;
    }

    private <T> T call(Request<T> request) throws ProblemException {
        moments.pass();
        try {
            return request.send();
        } finally {
            clock.advance(REQUEST);
            moments.pass();
        }
    }

    @FunctionalInterface
    private interface Request<T> {
        T send() throws ProblemException;
    }
}
