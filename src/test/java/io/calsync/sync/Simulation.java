package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.calsync.domain.Choice;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Outlook;
import io.calsync.domain.Patch;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The real engine between a Platform and a Cal.com in memory, moved by the steps of a history: edits on both sides, also
/// between a read and a write, faults, decisions, policies, deletions, late arrivals, days that pass.
final class Simulation {
    static final int KINDS = 19;
    private static final int SERVICES = 3;
    private static final List<Field> FIELDS =
            List.of(Field.NAME, Field.DURATION, Field.ACTIVE, Field.SLUG, Field.DISABLE_GUESTS);
    private static final Operator MANAGER = new Operator("Mia", "mia", Operator.Role.MANAGER);

    final VirtualClock clock = new VirtualClock();
    final MemoryWorkspace workspace = new MemoryWorkspace(clock);
    final MemoryCalcom calcom = new MemoryCalcom(clock, workspace);
    final Session session;
    final Engine engine;
    private final Editing editing;
    private final Review review;
    private final Links links;
    private @Nullable EventType remembered;

    Simulation() {
        this(SERVICES);
    }

    Simulation(int services) {
        var connection = new Connection(URI.create("http://calcom.test/v2"), calcom.account(), new Scope.User());
        var cal = new Session.Cal(connection, calcom);
        session = new Session(workspace, workspace, workspace, workspace, cal, MANAGER, clock, new Feed());
        engine = new Engine(session, new Backoff(Histories.generator(7)));
        editing = new Editing(session);
        links = new Links(session);
        review = new Review(session, links);
        for (int id = 1; id <= services; id++) {
            var values = values(id);
            calcom.held.put(100L + id, values.with(Field.PRICE, Values.NOT_HELD));
            workspace.put(Row.of(id, values).linked(100L + id));
        }
    }

    private static Values values(int id) {
        var values = Values.NONE.with(Field.NAME, "Service " + id).with(Field.SLUG, "service-" + id)
                .with(Field.DURATION, 30L * id);
        return values.with(Field.ACTIVE, true).with(Field.DISABLE_GUESTS, false).with(Field.DESCRIPTION, "");
    }

    void play(List<Histories.Step> history) {
        history.forEach(this::play);
        settle();
    }

    /// A problem in words is an outcome like any other; what may never break is checked after each step.
    private void play(Histories.Step step) {
        try {
            act(step);
        } catch (ProblemException expected) {
            assertNotEquals("", expected.problem().message().key());
        }
    }

    private void act(Histories.Step step) throws ProblemException {
        long id = 1L + step.first() % SERVICES;
        var field = FIELDS.get(step.second() % FIELDS.size());
        Object value = value(field, step.second() / FIELDS.size());
        switch (step.kind()) {
            case 0, 1, 2 -> edit(id, field, value);
            case 3, 4 -> calcom.edit(100 + id, field, value);
            case 5, 6 -> engine.sync(SyncOptions.PLAIN, Progress.NONE);
            case 7 -> engine.push(Set.of(1L, 2L, 3L));
            case 8 -> checkWritesNothing();
            case 9 -> decide(id, step.second() % 2 == 0 ? Choice.PLATFORM : Choice.CALCOM);
            case 10 -> workspace.rules(workspace.rules().with(field, Policy.values()[step.first() % 3]),
                    session.cause(Cause.Source.POLICY));
            case 11 -> calcom.writeFaults.add(fault(step));
            case 12 -> calcom.readFaults.add(fault(step));
            case 13 -> calcom.beforeTheNextWrite(() -> meanwhile(id, field, value, step.first() % 2 == 0));
            case 14 -> workspace.beforeTheNextPush(() -> meanwhile(id, field, value, step.first() % 2 == 0));
            case 15 -> calcom.landLateWrites();
            case 16 ->
                    clock.advance(step.first() % 10 == 0 ? Duration.ofDays(1) : Duration.ofMinutes(step.second() % 20));
            case 17 -> lateAnswer(id);
            default -> existence(id, step.second() % 4);
        }
    }

    private void edit(long id, Field field, Object value) throws ProblemException {
        editing.save(id, workspace.get(id).platform(), Patch.of(field, value));
    }

    private static MemoryCalcom.Fault fault(Histories.Step step) {
        return MemoryCalcom.Fault.values()[step.first() % MemoryCalcom.Fault.values().length];
    }

    /// An answer that was asked for earlier comes in after newer ones: it must change nothing.
    private void lateAnswer(long id) throws ProblemException {
        var before = workspace.get(id);
        if (remembered == null || before.link().seen() == null || !remembered.asked().isBefore(before.link().seen())) {
            if (calcom.held.containsKey(100 + id)) remembered = calcom.read(100 + id);
            return;
        }
        var late = remembered;
        assertSame(before, workspace.update(id, session.cause(Cause.Source.DRIFT), row -> row.seen(late)));
    }

    /// Somebody acts in the moment between our read and our PATCH: a stranger at Cal.com, or a person here.
    private void meanwhile(long id, Field field, Object value, boolean stranger) {
        try {
            if (stranger) calcom.edit(100 + id, field, value);
            else edit(id, field, value);
        } catch (ProblemException refused) {
            assertNotEquals("", refused.problem().message().key());
        }
    }

    private void existence(long id, int what) throws ProblemException {
        var row = workspace.get(id);
        switch (what) {
            case 0 -> calcom.held.remove(100 + id);
            case 1 -> calcom.held.putIfAbsent(100 + id, values((int) id).with(Field.PRICE, Values.NOT_HELD));
            case 2 -> {
                if (row.link().linked()) links.unlink(id);
                links.link(id, 100 + id);
            }
            default -> {
                if (row.link().state() == Link.State.GONE)
                    review.answerGone(id, row.version(), Review.GoneAnswer.WAIT, "");
            }
        }
    }

    private void decide(long id, Choice choice) throws ProblemException {
        var view = session.view(id);
        var choices = Review.available(view, choice);
        if (!choices.isEmpty()) review.decide(id, view.row().version(), choices, "");
    }

    private void checkWritesNothing() throws ProblemException {
        var before = workspace.all();
        int writes = calcom.writes.size();
        try {
            new Detector(session).check();
        } finally {
            assertEquals(before, workspace.all(), "a check changes no row");
            assertEquals(writes, calcom.writes.size(), "a check sends no write");
        }
    }

    /// Without further edits and faults everything is pushed or visibly waits for a person, and then nothing is sent.
    private void settle() {
        calcom.readFaults.clear();
        calcom.writeFaults.clear();
        workspace.beforeTheNextPush(() -> {});
        calcom.beforeTheNextWrite(() -> {});
        calcom.landLateWrites();
        for (int round = 0; round < 3; round++) {
            clock.advance(Duration.ofMinutes(10));
            sync();
        }
        int writes = calcom.writes.size();
        clock.advance(Duration.ofMinutes(10));
        sync();
        assertEquals(writes, calcom.writes.size(), "a quiet system sends nothing");
        for (Row row : workspace.all()) assertSettled(row, workspace.rules());
        workspace.assertTrailReplays();
    }

    private void assertSettled(Row row, Rules rules) {
        var outlook = Outlook.of(row, rules);
        for (Field field : outlook.open()) {
            var why = outlook.state(field).why();
            boolean blamesStranger = why != null && why.key().equals("open.drift") && row.base().has(field);
            assertFalse(blamesStranger && calcom.isOurs(row.link().eventTypeId(), field),
                    "our own write is taken for drift: " + row);
        }
        assertNotEquals(SyncStatus.PENDING, outlook.status(), "pushed or visibly blocked: " + row);
        if (outlook.status() != SyncStatus.SYNCED) return;
        var differing = new EnumMap<Field, @Nullable Object>(Field.class);
        row.differing().forEach(field -> differing.put(field, row.calcom().raw(field)));
        assertEquals(new EnumMap<>(Field.class), differing, "synced means that both sides agree");
    }

    private void sync() {
        try {
            engine.sync(SyncOptions.PLAIN, Progress.NONE);
        } catch (ProblemException stopped) {
            if (!(stopped.problem() instanceof Problem.Stopped(Guard guard))) throw new AssertionError(stopped);
            pass(guard);
        }
    }

    private void pass(Guard guard) {
        try {
            engine.sync(new SyncOptions(Set.of(), guard.code()), Progress.NONE);
        } catch (ProblemException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static Object value(Field field, int variant) {
        return switch (field) {
            case NAME -> "Name " + variant % 4;
            case DURATION -> 15L * (1 + variant % 5);
            case SLUG -> "service-" + (1 + variant % 5);
            default -> variant % 2 == 0;
        };
    }
}
