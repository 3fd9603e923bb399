package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Row;
import io.calsync.domain.SyncStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a PATCH that fails, comes late or is overtaken leads to.
class PusherTest {
    @Test
    void fieldsGoAloneFromTheThirdFailureOnAndTheOneThatFailsAloneIsRefused() throws ProblemException {
        var world = new World(1);
        world.edit(1, Field.NAME, "Balayage");
        world.edit(1, Field.DURATION, 180L);
        world.calcom.neverTakes(Field.DURATION);
        var course = new ArrayList<String>();
        for (int run = 0; run < 7; run++) {
            world.sync();
            course.add(world.calcom.refusedWrites() + " " + world.held(1).text(Field.NAME) + " " + world.status(1));
            world.clock.advance(Duration.ofMinutes(10));
        }
        assertEquals(List.of("1 Service 1 PENDING", "2 Service 1 PENDING", "3 Balayage PENDING", "4 Balayage PENDING",
                "5 Balayage ERROR", "5 Balayage ERROR", "5 Balayage ERROR"), course);
    }

    @ParameterizedTest
    @CsvSource({"FAILED_500, ERROR, problem.server-failed", "FAILED_502, PENDING, problem.server-failed",
            "LOST_BEFORE, PENDING, problem.unreachable"})
    void onlyStatus500IsTakenForARefusalHoweverOftenItHappens(Trouble trouble, SyncStatus status, String why)
            throws ProblemException {
        var world = new World(1);
        world.edit(1, Field.NAME, "Balayage");
        for (int run = 0; run < 5; run++) {
            world.calcom.writeFaults.add(trouble);
            world.sync();
            world.calcom.writeFaults.clear();
            world.clock.advance(Duration.ofMinutes(10));
        }
        assertEquals(status, world.status(1));
        assertEquals(why, status == SyncStatus.ERROR ? world.why(Field.NAME) : world.reason(1));
    }

    @Test
    void aSlugThatAStrangersEventTypeHoldsIsAnErrorThatSaysSo() throws ProblemException {
        var world = new World(1);
        world.calcom.held.put(900L, Looks.values(900));
        world.edit(1, Field.SLUG, "service-900");
        world.edit(1, Field.DURATION, 45L);
        world.sync();
        assertEquals(45L, world.held(1).get(Field.DURATION), "the good field goes ahead");
        assertEquals("problem.slug-taken", world.why(Field.SLUG));
        assertEquals(SyncStatus.ERROR, world.status(1));
        assertFalse(world.row(1).awaitsAnswer());
    }

    @Test
    void aSlugThatItsHolderHasNotGivenUpYetWaits() throws ProblemException {
        var world = new World(2);
        world.edit(1, Field.SLUG, "service-2");
        world.edit(2, Field.SLUG, "elsewhere");
        world.calcom.ails(102, Trouble.FAILED_500);
        world.engine.push(List.of(1L, 2L), Progress.NONE);
        assertEquals(SyncStatus.PENDING, world.status(1));
        world.calcom.calm();
        world.later();
        assertEquals("service-2 elsewhere", world.held(1).text(Field.SLUG) + " " + world.held(2).text(Field.SLUG));
    }

    @Test
    void aPatchThatTheBudgetHeldBackGoesInTheSameRun() throws ProblemException {
        var world = new World(1);
        world.edit(1, Field.NAME, "Balayage");
        world.calcom.writeFaults.add(Trouble.TOO_MANY);
        assertEquals(List.of(1L), world.sync().pushed());
        world.assertEnd("Balayage", SyncStatus.SYNCED, 1);
    }

    @Test
    void aReadThatFailsPostponesItsServiceAlone() throws ProblemException {
        var world = new World(2);
        for (long id = 1; id <= 2; id++) world.edit(id, Field.NAME, "Balayage");
        world.calcom.ails(101, Trouble.FAILED_500);
        var report = world.engine.push(List.of(1L, 2L), Progress.NONE);
        assertEquals(List.of(2L), report.pushed());
        assertEquals(Set.of(1L), report.failed().keySet());
        assertEquals("problem.server-failed", world.reason(1));
        assertTrue(world.row(1).attempt().waitsAt(world.clock.instant()));
    }

    /// Time passes at any moment of the push; the request for the look itself takes 150 ms.
    @ParameterizedTest
    @CsvSource({"4700, false", "4850, false", "5000, true", "6000, true"})
    void aLookThatIsOlderThanFiveSecondsIsTakenAgain(int millis, boolean again) throws ProblemException {
        var requests = new HashSet<Long>();
        for (int moment = 1; moment <= 12; moment++) {
            var world = new World(1);
            world.edit(1, Field.NAME, "Balayage");
            long before = world.calcom.budget().sent();
            world.moments.after(moment, () -> world.clock.advance(Duration.ofMillis(millis)));
            world.engine.push(List.of(1L), Progress.NONE);
            requests.add(world.calcom.budget().sent() - before);
            world.assertEnd("Balayage", SyncStatus.SYNCED, 1);
        }
        assertEquals(again ? Set.of(2L, 3L) : Set.of(2L), requests);
    }

    @Test
    void whatAPersonChangedBeforeTheIntentWasCommittedIsNotSent() throws ProblemException {
        var sent = new HashSet<Boolean>();
        for (int moment = 1; moment <= 8; moment++) {
            var world = new World(1);
            world.rename("First");
            var intended = new AtomicBoolean();
            world.moments.after(moment, () -> {
                intended.set(awaitsAnswer(world) || world.held(1).text(Field.NAME).equals("First"));
                world.rename("Second");
            });
            world.engine.push(List.of(1L), Progress.NONE);
            world.sync();
            assertEquals("Second", world.held(1).text(Field.NAME));
            boolean first = world.calcom.writes.getFirst().contains("First");
            assertTrue(intended.get() || !first, "moment " + moment);
            sent.add(first);
        }
        assertEquals(Set.of(true, false), sent);
    }

    private static boolean awaitsAnswer(World world) {
        try {
            return world.row(1).awaitsAnswer();
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void theTrailNamesWhatAWriteReplacesBesideTheField() throws ProblemException {
        var world = new World(1);
        Map<String, Object> raw = Map.of("confirmationPolicy", Map.of("type", "time", "noticeThreshold", "2 hours"));
        var asked = Looks.values(1).with(Field.CONFIRMATION, true);
        world.calcom.held.put(101L, asked);
        var look = new EventType(101, 0, asked, raw, world.clock.instant(), List.of());
        world.workspace.put(Row.of(1, asked).linked(101).seen(look)
                .edited(asked.with(Field.CONFIRMATION, false), world.clock.instant()));
        var eventTypes = Ports.answering(EventTypes.class, world.calcom, Map.of("read", look));
        var session = new Session(world.workspace, world.workspace, world.workspace, world.workspace,
                new Session.Cal(world.session.connected().connection(), eventTypes), world.session.operator(),
                world.clock, new Feed());
        new Engine(session, new Backoff(Histories.generator(7))).push(List.of(1L), Progress.NONE);
        assertEquals(List.of("101 " + Patch.of(Field.CONFIRMATION, false)), world.calcom.writes);
        var note = world.workspace.entries(Journal.Query.ofService(1, 1)).getFirst().cause().note();
        assertTrue(note.contains("2 hours"), note);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "102, 2", "101, 1"})
    void anAnswerThatComesAfterAPersonLinkedElsewhereIsNotTakenForTheNewLinks(long relinkedTo, long other)
            throws ProblemException {
        var world = new World(2);
        var links = new Links(world.session);
        if (other == 2) links.unlink(2);
        world.edit(1, Field.NAME, "Balayage");
        world.calcom.beforeTheNextWrite(() -> {
            try {
                links.unlink(1);
                if (relinkedTo != 0) links.link(1, relinkedTo);
            } catch (ProblemException refused) {
                throw new AssertionError(refused);
            }
        });
        world.engine.push(List.of(1L), Progress.NONE);
        assertEquals("Balayage", world.held(1).get(Field.NAME));
        assertEquals(relinkedTo, world.row(1).link().eventTypeId());
        if (relinkedTo == 101) return;
        assertNull(world.row(1).base().raw(Field.NAME), "not agreed on with " + relinkedTo);
        assertEquals(relinkedTo == 0 ? SyncStatus.NEVER : SyncStatus.CONFLICT, world.status(1));
        world.sync();
        assertEquals("Balayage", world.row(1).platform().get(Field.NAME));
        if (other == 2) assertEquals("Service 2", world.held(2).get(Field.NAME));
    }

    @Test
    void aServiceThatIsUnlinkedWhileItWaitsForItsTurnIsPassedOver() throws ProblemException {
        var world = new World(3);
        for (long id = 1; id <= 3; id++) world.edit(id, Field.DURATION, 45L);
        world.calcom.beforeTheNextWrite(() -> {
            try {
                new Links(world.session).unlink(2);
            } catch (ProblemException refused) {
                throw new AssertionError(refused);
            }
        });
        assertEquals(List.of(1L, 3L), world.sync().pushed());
    }
}
