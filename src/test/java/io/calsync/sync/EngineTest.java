package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineTest {
    @Test
    void severalEditsBecomeOnePatchOfJustTheChangedFields() throws ProblemException {
        var world = new World(2);
        world.edit(1, Field.NAME, "Balayage");
        world.edit(1, Field.DURATION, 180L);
        world.edit(1, Field.NAME, "Balayage lang");
        assertEquals(SyncStatus.PENDING, world.status(1));
        var report = world.sync();
        assertEquals(List.of("101 Patch[to={NAME=Balayage lang, DURATION=180}]"), world.calcom.writes);
        assertEquals(List.of(1L), report.pushed());
        assertEquals(SyncStatus.SYNCED, world.status(1));
        world.sync();
        assertEquals(1, world.calcom.writes.size(), "a second run sends nothing");
    }

    @Test
    void whoWaitsLongestIsPushedFirst() throws ProblemException {
        var world = new World(3);
        for (long id : List.of(2L, 3L, 1L)) {
            world.clock.advance(Duration.ofSeconds(1));
            world.edit(id, Field.NAME, "Balayage " + id);
        }
        world.sync();
        assertEquals(List.of("102", "103", "101"),
                world.calcom.writes.stream().map(write -> write.substring(0, 3)).toList());
    }

    @Test
    void disableGuestsTravelsAlone() throws ProblemException {
        var world = new World(1);
        world.edit(1, Field.NAME, "Balayage");
        world.edit(1, Field.DISABLE_GUESTS, true);
        world.sync();
        assertEquals(List.of("101 Patch[to={NAME=Balayage}]", "101 Patch[to={DISABLE_GUESTS=true}]"),
                world.calcom.writes);
    }

    @Test
    void afterAnUnclearAnswerTheEventTypeIsReadAndNotWrittenTwice() throws ProblemException {
        for (var fault : List.of(Trouble.LOST_AFTER, Trouble.TRUNCATED)) {
            var world = new World(1);
            world.edit(1, Field.NAME, "Balayage");
            world.calcom.writeFaults.add(fault);
            assertEquals(List.of(1L), world.sync().pushed());
            world.clock.advance(Duration.ofHours(1));
            world.sync();
            assertEquals(1, world.calcom.writes.size(), fault.toString());
            assertEquals(SyncStatus.SYNCED, world.status(1));
        }
    }

    @Test
    void aFailureWaitsWithAReasonAndComesBackAfterItsPause() throws ProblemException {
        var world = new World(1);
        world.edit(1, Field.NAME, "Balayage");
        world.calcom.writeFaults.add(Trouble.LOST_BEFORE);
        var report = world.sync();
        assertEquals(Set.of(1L), report.failed().keySet());
        assertEquals("problem.unreachable", world.reason(1));
        world.sync();
        assertEquals(List.of(), world.calcom.writes, "not before its time");
        world.clock.advance(Duration.ofSeconds(3));
        world.sync();
        assertEquals(SyncStatus.SYNCED, world.status(1));
    }

    @Test
    void aServerThatFailsOnOneValueForEverStopsOnlyThatField() throws ProblemException {
        var world = new World(2);
        world.edit(1, Field.NAME, "Balayage");
        world.edit(1, Field.DURATION, 180L);
        world.edit(2, Field.NAME, "Gloss");
        world.calcom.neverTakes(Field.DURATION);
        for (int run = 0; run < 6; run++) {
            world.sync();
            world.clock.advance(Duration.ofMinutes(10));
        }
        assertEquals("Balayage", world.held(1).get(Field.NAME), "the good field is through");
        assertEquals("Gloss", world.held(2).get(Field.NAME), "the other service is not delayed");
        assertEquals(SyncStatus.ERROR, world.status(1));
        int requests = world.calcom.refusedWrites();
        world.sync();
        assertEquals(requests, world.calcom.refusedWrites(), "what is refused is not sent again");
    }

    @Test
    void aDeletedEventTypeIsConfirmedByIdAndAskedAboutOnce() throws ProblemException {
        var world = new World(3);
        world.calcom.held.remove(102L);
        world.sync();
        assertEquals(Link.State.GONE, world.row(2).link().state());
        assertEquals(SyncStatus.CONFLICT, world.status(2));
        var review = new Review(world.session, new Links(world.session));
        review.answerGone(2, world.row(2).version(), Review.GoneAnswer.WAIT, "they said it comes back");
        world.sync();
        assertEquals(SyncStatus.ERROR, world.status(2));
        world.calcom.held.put(102L, world.row(2).calcom());
        world.sync();
        assertEquals(SyncStatus.SYNCED, world.status(2));
    }

    @Test
    void swappedSlugsAreAnErrorNamingBothAndAChainGoesInOrder() throws ProblemException {
        var world = new World(3);
        world.edit(1, Field.SLUG, "service-2");
        world.edit(2, Field.SLUG, "service-3");
        world.edit(3, Field.SLUG, "elsewhere");
        world.sync();
        assertEquals("service-2 service-3 elsewhere", world.held(1).text(Field.SLUG) + " "
                + world.held(2).text(Field.SLUG) + " " + world.held(3).text(Field.SLUG));
        world.edit(1, Field.SLUG, "service-3");
        world.edit(2, Field.SLUG, "service-2");
        world.edit(2, Field.DURATION, 77L);
        world.sync();
        assertEquals(77L, world.held(2).get(Field.DURATION), "a good field goes ahead");
        assertEquals("refusal.slug-cycle", world.outlook(1).errors().getFirst().key());
    }

    @Test
    void anEmptyListStopsTheRunUntilAManagerLetsItGoOn() throws ProblemException {
        var world = new World(3);
        world.calcom.readFaults.add(Trouble.EMPTY_LIST);
        var stopped = assertThrows(ProblemException.class, world::sync);
        assertTrue(stopped.problem() instanceof Problem.Stopped);
        assertEquals("guard.empty.saw", stopped.problem().message().key());
        assertEquals(SyncStatus.SYNCED, world.status(1));
        assertEquals(((Problem.Stopped) stopped.problem()).guard(), world.engine.guard());
        world.sync();
        assertNull(world.engine.guard(), "the next good look clears it");
    }

    @Test
    void theTrailSaysOnceWhatAGuardSawAndWhoLetItGoOn() throws ProblemException {
        var world = new World(3);
        world.workspace.identity("http://elsewhere|7|user", world.session.cause(Cause.Source.RUN));
        world.calcom.edit(101, Field.NAME, "Of another account");
        assertThrows(ProblemException.class, world::sync);
        assertEquals(1, world.workspace.entries(new Journal.Query(0, Cause.Source.GUARD, null, 0, 100)).size());
        assertThrows(ProblemException.class, world::sync);
        var guard = Objects.requireNonNull(world.engine.guard());
        world.engine.sync(World.passing(guard), Progress.NONE);
        var told = world.workspace.entries(new Journal.Query(0, Cause.Source.GUARD, null, 0, 100)).reversed().stream()
                .filter(entry -> entry.what() != null).map(AuditEntry::what).toList();
        assertEquals(List.of(guard.saw(), Message.of("guard.passed", guard.code())), told);
    }

    @Test
    void manyMissingOrChangedEventTypesStopTheRun() throws ProblemException {
        var world = new World(20);
        for (long id = 101; id <= 105; id++) world.calcom.held.remove(id);
        var missing = assertThrows(ProblemException.class, world::sync);
        assertEquals("guard.missing.saw", missing.problem().message().key());
        var code = ((Problem.Stopped) missing.problem()).guard();
        world.engine.sync(World.passing(code), Progress.NONE);
        assertEquals(Link.State.GONE, world.row(1).link().state());
        for (long id = 106; id <= 116; id++) world.calcom.edit(id, Field.NAME, "Overwritten " + id);
        var changed = assertThrows(ProblemException.class, world::sync);
        assertEquals("guard.changed.saw", changed.problem().message().key());
        assertThrows(ProblemException.class, () -> world.engine.sync(World.passing(code), Progress.NONE),
                "an old code passes nothing new");
    }

    @Test
    void anotherAccountForgetsEveryAgreementButOnlyWhenAManagerSaysSo() throws ProblemException {
        var world = new World(2);
        world.workspace.identity("http://elsewhere|7|user", world.session.cause(Cause.Source.RUN));
        world.calcom.edit(101, Field.NAME, "Of another account");
        world.workspace.rules(rules -> rules.withReadOnly(Set.of(Field.DURATION)),
                world.session.cause(Cause.Source.RUN));
        var stopped = assertThrows(ProblemException.class, world::sync);
        var guard = ((Problem.Stopped) stopped.problem()).guard();
        assertTrue(world.row(1).base().has(Field.NAME));
        assertFalse(world.workspace.rules().writable(Field.DURATION));
        world.engine.sync(World.passing(guard), Progress.NONE);
        assertEquals(Set.of(Field.NAME), world.outlook(1).open());
        assertFalse(world.row(1).base().has(Field.NAME), "a first link");
        assertTrue(world.workspace.rules().writable(Field.DURATION), "what another server takes is not known yet");
    }

    @Test
    void policiesActOnlyAfterAReadById() throws ProblemException {
        var world = new World(1);
        world.workspace.rules(rules -> rules.with(Field.NAME, Policy.PLATFORM_WINS),
                world.session.cause(Cause.Source.POLICY));
        world.calcom.edit(101, Field.NAME, "Stranger");
        world.sync();
        assertEquals("Service 1", world.held(1).get(Field.NAME));
        var replaced = world.workspace.entries(new Journal.Query(1, Cause.Source.POLICY, null, 0, 10)).getFirst();
        assertTrue(replaced.changes().stream().anyMatch(change -> "Stranger".equals(change.to())),
                "the trail names what was replaced");
    }

    @Test
    void aKeyThatIsRefusedInTheMiddleEndsTheRunAndLosesNothing() throws ProblemException {
        var world = new World(2);
        world.edit(1, Field.NAME, "Balayage");
        world.calcom.writeFaults.add(Trouble.KEY_REFUSED);
        var refused = assertThrows(ProblemException.class, world::sync);
        assertTrue(refused.problem() instanceof Problem.KeyRefused);
        world.sync();
        assertEquals("Balayage", world.held(1).get(Field.NAME));
    }

    @Test
    void afterThreeSilentServicesTheRestWaitsForTheNextRun() throws ProblemException {
        var world = new World(10);
        for (long id = 1; id <= 10; id++) world.edit(id, Field.DURATION, 200L);
        for (int i = 0; i < 10; i++) world.calcom.writeFaults.add(Trouble.LOST_BEFORE);
        var report = world.sync();
        assertEquals(3, report.failed().size());
        assertEquals(Report.End.SILENCE, report.end());
    }

    @Test
    void oneIgnoredWriteTeachesNothingThreeDoAndARetryForgetsIt() throws ProblemException {
        var world = new World(4);
        for (long id = 1; id <= 2; id++) world.edit(id, Field.DURATION, 200L);
        world.calcom.writeFaults.addAll(List.of(Trouble.UNCHANGED, Trouble.UNCHANGED));
        world.sync();
        assertTrue(world.workspace.rules().writable(Field.DURATION));
        world.edit(3, Field.DURATION, 200L);
        world.calcom.writeFaults.add(Trouble.UNCHANGED);
        world.sync();
        assertFalse(world.workspace.rules().writable(Field.DURATION));
        assertEquals(SyncStatus.CONFLICT, world.status(1), "from now on a person is asked");
        world.engine.sync(new SyncOptions(Set.of(1L, 2L, 3L), ""), Progress.NONE);
        assertTrue(world.workspace.rules().writable(Field.DURATION));
        assertEquals(200L, world.held(1).get(Field.DURATION));
    }

    @Test
    void whatWasWrittenOnceIsNotTakenForReadOnly() throws ProblemException {
        var world = new World(4);
        world.edit(4, Field.DURATION, 200L);
        world.sync();
        for (long id = 1; id <= 3; id++) world.edit(id, Field.DURATION, 200L);
        world.calcom.writeFaults.addAll(Collections.nCopies(3, Trouble.UNCHANGED));
        world.sync();
        assertEquals(SyncStatus.ERROR, world.status(3), "each is refused");
        assertTrue(world.workspace.rules().writable(Field.DURATION));
    }

    @Test
    void whileAGuardStandsAnEditWaitsForTheRunThatPassesIt() throws ProblemException {
        var world = new World(12);
        for (long id = 1; id <= 12; id++) world.calcom.edit(100 + id, Field.NAME, "Theirs " + id);
        var stopped = assertThrows(ProblemException.class, world::sync);
        world.edit(1, Field.DURATION, 45L);
        assertEquals(List.of(), world.engine.push(List.of(1L), Progress.NONE).pushed());
        assertEquals("Service 1", world.row(1).calcom().get(Field.NAME), "nothing was taken in");
        world.engine.sync(World.passing(((Problem.Stopped) stopped.problem()).guard()), Progress.NONE);
        assertEquals(45L, world.held(1).get(Field.DURATION));
    }

    @Test
    void aConnectionMadeAnewTriesAgainWhatTheOneBeforeWasRefused() throws ProblemException {
        var world = new World(1);
        world.workspace.rules(rules -> rules.withReadOnly(Set.of(Field.SLUG)), world.session.cause(Cause.Source.RUN));
        world.edit(1, Field.DURATION, 200L);
        world.calcom.writeFaults.add(Trouble.UNCHANGED);
        world.sync();
        assertEquals(SyncStatus.ERROR, world.status(1));
        new Renewal(world.workspace, world.workspace).begin(world.session.cause(Cause.Source.RUN));
        assertTrue(world.workspace.rules().writable(Field.SLUG));
        world.sync();
        assertEquals(200L, world.held(1).get(Field.DURATION));
    }
}
