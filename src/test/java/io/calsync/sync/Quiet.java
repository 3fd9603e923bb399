package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import io.calsync.domain.Standing;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Verdict;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What must hold when a history is over and nothing goes wrong any more.
final class Quiet {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int ROUNDS = 4;

    /// Two workspaces that both insist stop after three overwrites each.
    private static final int ROUNDS_WITH_RIVAL = 12;

    private final Simulation simulation;
    private final MemoryWorkspace workspace;
    private final OtherSide calcom;

    Quiet(Simulation simulation) {
        this.simulation = simulation;
        this.workspace = simulation.workspace;
        this.calcom = simulation.calcom;
    }

    void settle() {
        calcom.calm();
        converges();
        calcom.calm();
        oneBadServiceDelaysNoOther();
        calcom.calm();
        converges();
        workspace.all().forEach(this::assertSettled);
        workspace.assertTrailReplays();
    }

    /// I5: at most one PATCH per changed service, then none.
    private void converges() {
        int from = sent().size();
        var isolating = new HashSet<Long>();
        for (Row row : workspace.all()) if (row.attempt().failures() > 1) isolating.add(row.link().eventTypeId());
        int rounds = 0;
        int before;
        do {
            before = sent().size();
            simulation.clock.advance(PAUSE);
            if (simulation.rival.isThere()) sync(simulation.rival.console());
            sync(simulation.console());
            rounds++;
        } while (sent().size() > before && rounds < ROUNDS_WITH_RIVAL);
        boolean fight = simulation.rival.isThere();
        assertTrue(rounds <= (fight ? ROUNDS_WITH_RIVAL : ROUNDS), "I5 a quiet system still sends");
        assertEquals(before, sent().size(), "I5 a quiet system still sends");
        if (fight) return;
        for (Row row : workspace.all()) if (isBlocked(row)) isolating.add(row.link().eventTypeId());
        assertOnePatchEach(sent().subList(from, before), isolating);
    }

    /// A slug may wait for another's, *No guests* goes alone; the rest of a service travels together.
    private static void assertOnePatchEach(List<Witness.Sent> sent, Set<Long> isolating) {
        var patches = new HashMap<Long, Integer>();
        for (var one : sent) {
            var fields = one.patch().fields();
            if (!Set.of(Field.SLUG).equals(fields) && !Set.of(Field.DISABLE_GUESTS).equals(fields))
                patches.merge(one.eventTypeId(), 1, Integer::sum);
        }
        patches.keySet().removeAll(isolating);
        patches.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), patches, "I5 more than one PATCH of a service: " + sent);
    }

    /// I6: what is wrong with one event type or one field stays there.
    private void oneBadServiceDelaysNoOther() {
        var rows = workspace.all().stream().filter(row -> row.link().state() == Link.State.PRESENT).toList();
        var good = rows.reversed().stream().filter(this::takesAName).findFirst();
        if (good.isEmpty() || simulation.rival.isThere()) return;
        var troubles = List.of(Trouble.FAILED_500, Trouble.UNAUTHORIZED, Trouble.HTML, Trouble.RESET_BEFORE);
        long turn = good.get().version();
        for (Row bad : rows) {
            if (bad == good.get()) continue;
            calcom.ails(bad.link().eventTypeId(), troubles.get((int) (turn % 4)));
            edit(bad.id(), Field.NAME, "Bad " + turn);
        }
        if (turn % 2 == 0) calcom.neverTakes(Field.DURATION);
        edit(good.get().id(), Field.NAME, "Good " + turn);
        edit(good.get().id(), Field.DURATION, 100 + turn % 100);
        for (int tries = 0; tries < 4; tries++) {
            sync(simulation.console());
            simulation.clock.advance(PAUSE);
        }
        assertEquals("Good " + turn, calcom.held(good.get().link().eventTypeId()).raw(Field.NAME),
                "I6 a service waits for another that is in trouble, or a field for another");
    }

    private boolean takesAName(Row row) {
        var outlook = Outlook.of(row, workspace.rules());
        var clear = EnumSet.of(Standing.CLEAR, Standing.DUE);
        return row.verdict(Field.NAME) == Verdict.AGREED && workspace.rules().writable(Field.NAME)
                && outlook.state(Field.NAME).verdict() == Verdict.AGREED
                && outlook.states().values().stream().allMatch(state -> clear.contains(state.standing()));
    }

    private void edit(long id, Field field, Object value) {
        try {
            new Person(simulation.console(), simulation.moments).edits(id, field, value);
        } catch (ProblemException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// I2: pushed, or visibly blocked; and what is called synced is the same on both sides.
    private void assertSettled(Row row) {
        var outlook = Outlook.of(row, workspace.rules());
        assertNotEquals(SyncStatus.PENDING, outlook.status(), "I2 neither pushed nor visibly blocked: " + row);
        for (Field field : outlook.open()) assertNotBlamed(row, field, outlook);
        if (outlook.status() != SyncStatus.SYNCED) return;
        var there = calcom.held(row.link().eventTypeId());
        for (Field field : Field.synced()) {
            if (outlook.state(field).standing() == Standing.ACCEPTED) continue;
            boolean compared = outlook.state(field).verdict() == Verdict.AGREED;
            assertFalse(row.verdict(field).differs() && outlook.state(field).verdict().differs(), "I2 synced: " + row);
            assertTrue(!compared || Objects.equals(there.raw(field), row.platform().raw(field)),
                    "I2 called synced, but Cal.com holds another " + field + ": " + row);
        }
    }

    private void assertNotBlamed(Row row, Field field, Outlook outlook) {
        var why = outlook.state(field).why();
        boolean blamesStranger = why != null && why.key().equals("open.drift") && row.base().has(field);
        assertFalse(blamesStranger && !simulation.rival.isThere() && calcom.isOurs(row.link().eventTypeId(), field),
                "I1 our own write is taken for drift: " + row);
    }

    private boolean isBlocked(Row row) {
        return Outlook.of(row, workspace.rules()).states().values().stream()
                .anyMatch(state -> state.standing() == Standing.BLOCKED || state.standing() == Standing.OPEN);
    }

    private void sync(Console console) {
        try {
            console.syncPassingGuards(Set.of());
        } catch (ProblemException failed) {
            throw new AssertionError("I6 a quiet run was stopped", failed);
        }
    }

    private List<Witness.Sent> sent() {
        return simulation.console().calcom.sent();
    }
}
