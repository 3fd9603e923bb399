package io.calsync.domain;

import static io.calsync.domain.Samples.agreed;
import static io.calsync.domain.Samples.answer;
import static io.calsync.domain.Samples.at;
import static io.calsync.domain.Samples.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a row knows of its event type's existence, of its tries and of when things happened.
class LinkAndTimesTest {
    private static final Message WHY = Message.of("problem.server-failed", 502, "boom");

    private static Row edited(Row row, Field field, Object value, int second) {
        return row.edited(row.platform().with(field, value), at(second));
    }

    private static Row drifted(Row row, Object name, int second) {
        return row.seen(answer(row.calcom().with(Field.NAME, name), second));
    }

    @Test
    void goneSinceIsTheFirstTimeItWasMissed() {
        var gone = agreed().missing(Samples.EVENT_TYPE, at(10));
        assertEquals(at(10), gone.link().goneSince());
        assertSame(gone, gone.missing(Samples.EVENT_TYPE, at(20)));
        assertTrue(gone.link().linked());
    }

    @Test
    void aMissThatIsOlderThanTheNewestAnswerSaysNothing() {
        var seen = drifted(agreed(), "Theirs", 30);
        assertSame(seen, seen.missing(Samples.EVENT_TYPE, at(20)));
        assertEquals(Link.State.GONE, seen.missing(Samples.EVENT_TYPE, at(31)).link().state());
    }

    @Test
    void aLookAfterTheClockWasSetBackIsTheNewestThoughItTellsNothing() {
        var row = agreed();
        var later = row.seen(answer(row.calcom(), 60));
        assertSame(row, later, "a look that changes nothing writes nothing");
        assertEquals(at(-3600), row.seen(answer(row.calcom(), -3600)).link().seen());
        assertSame(row, row.seen(answer(row.calcom().with(Field.NAME, "Late"), -599)), "an answer that came late");
    }

    @Test
    void anEventTypeThatComesBackIsPresentAndNobodyWaitsForItAnyMore() {
        var back = agreed().missing(Samples.EVENT_TYPE, at(10)).keepingWaiting().seen(answer(values(), 20));
        assertEquals(new Link(Link.State.PRESENT, Samples.EVENT_TYPE, at(20), null, false), back.link());
        assertEquals(SyncStatus.SYNCED, Samples.status(back));
        assertEquals(SyncStatus.CONFLICT, Samples.status(back.missing(Samples.EVENT_TYPE, at(30))), "asked anew");
    }

    @Test
    void anEditOfADeletedServiceIsComparedOnlyWhenItComesBack() {
        var gone = edited(agreed().missing(Samples.EVENT_TYPE, at(10)), Field.NAME, "New", 11);
        assertEquals(Patch.NONE, Samples.due(gone));
        assertEquals(Patch.of(Field.NAME, "New"), Samples.due(gone.seen(answer(values(), 20))));
    }

    @Test
    void anotherConnectionForgetsEveryAgreementButKeepsTheLink() {
        var fresh = edited(agreed(), Field.NAME, "New", 5).withoutAgreement();
        assertEquals(Link.to(Samples.EVENT_TYPE), fresh.link());
        assertEquals(Values.NONE, fresh.base());
        assertEquals(Values.NONE, fresh.calcom());
        assertEquals("New", fresh.platform().get(Field.NAME));
        assertEquals(Times.NONE, fresh.times());
        var unlinked = Row.of(1, values());
        assertSame(unlinked, unlinked.withoutAgreement());
    }

    @Test
    void aTryThatFailedWaitsExactlyUntilItsTime() {
        var attempt = edited(agreed(), Field.NAME, "New", 5).failed(WHY, at(10), at(20)).attempt();
        assertEquals(new Attempt(1, WHY, at(20)), attempt);
        assertTrue(attempt.waitsAt(at(19)));
        assertFalse(attempt.waitsAt(at(20)));
        assertFalse(Attempt.NONE.waitsAt(at(0)));
    }

    @Test
    void failuresAreCountedUntilASuccessOrAPersonsRetry() {
        var failed = edited(agreed(), Field.NAME, "New", 5).failed(WHY, at(10), at(20)).failed(WHY, at(20), at(40));
        assertEquals(2, failed.attempt().failures());
        assertEquals(at(20), failed.times().lastAttempt());
        assertEquals(Attempt.NONE, failed.retried().attempt());
        var patch = Patch.of(Field.NAME, "New");
        var written = failed.sending(patch, at(40)).wrote(patch, answer(values().with(Field.NAME, "New"), 40));
        assertEquals(Attempt.NONE, written.attempt());
    }

    @Test
    void theOldestEditThatStillWaitsMarksTheTime() {
        var twice = edited(edited(agreed(), Field.NAME, "New", 10), Field.DURATION, 75L, 20);
        assertEquals(at(10), twice.times().platformChanged());
        var half = edited(twice, Field.NAME, "Premium Cut", 30);
        assertEquals(at(10), half.times().platformChanged(), "another edit still waits");
        assertNull(edited(half, Field.DURATION, 60L, 40).times().platformChanged());
    }

    @Test
    void whatWasFirstSeenAtCalcomMarksTheTimeUntilItIsSettled() {
        var drift = drifted(drifted(agreed(), "One", 10), "Two", 20);
        assertEquals(at(10), drift.times().calcomChanged());
        var taken = drift.decided(Map.of(Field.NAME, Choice.CALCOM), at(30));
        assertNull(taken.times().calcomChanged());
        assertEquals(at(30), taken.times().lastSync());
        assertNull(drifted(drift, "Premium Cut", 40).times().calcomChanged(), "or until it is as it was");
    }

    @Test
    void bothMarksStandWhereBothSidesMoved() {
        var both = drifted(edited(agreed(), Field.NAME, "Ours", 10), "Theirs", 20);
        assertEquals(at(10), both.times().platformChanged());
        assertEquals(at(20), both.times().calcomChanged());
    }

    @Test
    void theLastSyncMovesForNoFailureNoRefusalAndNoLook() {
        var edited = edited(agreed(), Field.NAME, "New", 5);
        var patch = Patch.of(Field.NAME, "New");
        assertEquals(at(0), edited.failed(WHY, at(10), at(20)).times().lastSync());
        assertEquals(at(0), edited.refused(patch, WHY, at(10)).times().lastSync());
        assertEquals(at(0), edited.sending(patch, at(10)).wrote(patch, answer(values(), 10)).times().lastSync());
        assertEquals(at(0), drifted(edited, "Theirs", 10).times().lastSync());
    }

    @Test
    void aPatchThatDidNotLeaveLeavesNothingOnItsWay() {
        var patch = Patch.of(Field.NAME, "New");
        var edited = edited(agreed(), Field.NAME, "New", 5);
        var sending = edited.sending(patch, at(10));
        assertTrue(sending.awaitsAnswer());
        assertEquals(edited, sending.notSent(patch));
    }

    @Test
    void anAnswerThatLeavesOutWhatWasSentSettlesNothing() {
        var patch = Patch.of(Field.NAME, "New");
        var sending = edited(agreed(), Field.NAME, "New", 5).sending(patch, at(10));
        var answered = sending.wrote(patch, answer(values().with(Field.NAME, null), 10));
        assertTrue(answered.awaitsAnswer());
        assertEquals("Premium Cut", answered.base().get(Field.NAME));
    }

    @Test
    void aForceCoversJustTheValuesThatWereShown() {
        var shown = drifted(agreed(), "Theirs", 10);
        var forced = shown.forced(Map.of(Field.NAME, "Theirs"), at(20));
        assertEquals(Patch.of(Field.NAME, "Premium Cut"), Samples.due(forced));
        var moved = drifted(shown, "Another", 15).forced(Map.of(Field.NAME, "Theirs"), at(20));
        assertEquals(Patch.NONE, Samples.due(moved));
        assertEquals(SyncStatus.CONFLICT, Samples.status(moved));
    }
}
