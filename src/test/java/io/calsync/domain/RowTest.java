package io.calsync.domain;

import static io.calsync.domain.Samples.agreed;
import static io.calsync.domain.Samples.answer;
import static io.calsync.domain.Samples.at;
import static io.calsync.domain.Samples.due;
import static io.calsync.domain.Samples.status;
import static io.calsync.domain.Samples.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.FieldFacts.OwnPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Rules PLATFORM_WINS = Rules.DEFAULT.with(Field.NAME, Policy.PLATFORM_WINS);

    private static Row edited(Row row, Field field, Object value) {
        return row.edited(row.platform().with(field, value), at(10));
    }

    private static EventType calcomHolds(Field field, Object value, int second) {
        return answer(values().with(field, value), second);
    }

    @Test
    void firstAgreementGivesEveryHeldFieldItsBaseAndATime() {
        assertEquals(SyncStatus.SYNCED, status(agreed()));
        assertEquals("Premium Cut", agreed().base().get(Field.NAME));
        assertTrue(!agreed().base().has(Field.PRICE), "what Cal.com does not hold has no base");
        assertEquals(at(0), agreed().times().lastSync());
    }

    @Test
    void anEditIsDueAndItsVerifiedWriteBecomesTheBase() {
        var row = edited(agreed(), Field.DURATION, 75L);
        assertEquals(SyncStatus.PENDING, status(row));
        assertEquals(Patch.of(Field.DURATION, 75L), due(row));
        var written = row.sending(due(row), at(11)).wrote(due(row), calcomHolds(Field.DURATION, 75L, 11));
        assertEquals(SyncStatus.SYNCED, status(written));
        assertEquals(75L, written.base().get(Field.DURATION));
        assertEquals(Side.PLATFORM, written.times().lastDirection());
        assertEquals(at(11), written.times().lastSync());
    }

    @Test
    void aLookThatShowsNothingNewIsTheSameRow() {
        assertSame(agreed().seen(answer(values(), 60)).getClass(), Row.class);
        var row = agreed();
        assertSame(row, row.seen(answer(values().with(Field.PRICE, Values.NOT_HELD), 60)));
    }

    @Test
    void whatAnAnswerDoesNotNameStaysAsLastSeen() {
        var row = agreed().seen(answer(Values.NONE.with(Field.NAME, "Premium Cut"), 60));
        assertEquals(SyncStatus.SYNCED, status(row));
        assertEquals(60L, row.calcom().get(Field.DURATION));
    }

    @Test
    void answersThatAreOlderOrOfAnotherEventTypeChangeNothing() {
        var row = agreed().seen(calcomHolds(Field.NAME, "New", 60));
        assertSame(row, row.seen(calcomHolds(Field.NAME, "Old", 30)));
        var stranger =
                new EventType(999, 0, values().with(Field.NAME, "Stranger"), Map.of(), at(90), List.of());
        assertSame(row, row.seen(stranger));
        assertSame(row, row.missing(999, at(90)));
    }

    @Test
    void driftAsksAndASameChangeDoesNot() {
        var drift = agreed().seen(calcomHolds(Field.NAME, "Standard Cut", 60));
        assertEquals(SyncStatus.CONFLICT, status(drift));
        assertEquals(Set.of(Field.NAME), Outlook.of(drift, Rules.DEFAULT).open());
        assertEquals(at(60), drift.times().calcomChanged());
        var same = edited(agreed(), Field.NAME, "Standard Cut").seen(calcomHolds(Field.NAME, "Standard Cut", 60));
        assertEquals(SyncStatus.SYNCED, status(same));
        assertEquals("Standard Cut", same.base().get(Field.NAME));
    }

    @Test
    void aSafeFieldIsPushedWhileAnotherWaits() {
        var row = edited(agreed().seen(calcomHolds(Field.NAME, "Standard Cut", 60)), Field.DURATION, 75L);
        assertEquals(Patch.of(Field.DURATION, 75L), due(row));
        assertEquals(SyncStatus.CONFLICT, status(row));
        assertEquals(Set.of(Field.NAME, Field.DURATION), row.differing());
    }

    @Test
    void choosingThePlatformMakesThePushDueAndChoosingCalcomDoesNotEcho() {
        var drift = agreed().seen(calcomHolds(Field.NAME, "Standard Cut", 60));
        var keep = drift.decided(Map.of(Field.NAME, Choice.PLATFORM), at(70));
        assertEquals(Patch.of(Field.NAME, "Premium Cut"), due(keep));
        var take = drift.decided(Map.of(Field.NAME, Choice.CALCOM), at(70));
        assertEquals("Standard Cut", take.platform().get(Field.NAME));
        assertEquals(Patch.NONE, due(take));
        assertEquals(SyncStatus.SYNCED, status(take));
        assertEquals(Side.CALCOM, take.times().lastDirection());
    }

    @Test
    void aDecisionForThePlatformDoesNotCoverAThirdValue() {
        var drift = agreed().seen(calcomHolds(Field.NAME, "Standard Cut", 60));
        var moved = drift.decided(Map.of(Field.NAME, Choice.PLATFORM), at(70))
                .seen(calcomHolds(Field.NAME, "Luxury Cut", 80));
        assertEquals(SyncStatus.CONFLICT, status(moved));
        assertEquals(Patch.NONE, due(moved));
    }

    @Test
    void aFirstLinkIsAPersonsWhateverThePolicy() {
        var row = Row.of(1, values()).linked(Samples.EVENT_TYPE).seen(calcomHolds(Field.NAME, "Other", 0));
        var outlook = Outlook.of(row, PLATFORM_WINS);
        assertEquals(Verdict.FIRST_LINK, row.verdict(Field.NAME));
        assertEquals(SyncStatus.CONFLICT, outlook.status());
        assertSame(row, row.underPolicies(PLATFORM_WINS, at(5)));
    }

    @Test
    void policiesSettleDriftButNotMoreThanThreeTimesADay() {
        var row = agreed();
        for (int i = 1; i <= 3; i++) {
            row = row.seen(calcomHolds(Field.NAME, "Stranger " + i, 100 * i)).underPolicies(PLATFORM_WINS,
                    at(100 * i + 1));
            assertEquals(Patch.of(Field.NAME, "Premium Cut"), Outlook.of(row, PLATFORM_WINS).due(), "overwrite " + i);
            row = row.sending(due(row), at(100 * i + 2)).wrote(due(row), answer(values(), 100 * i + 2));
        }
        row = row.seen(calcomHolds(Field.NAME, "Stranger 4", 400)).underPolicies(PLATFORM_WINS, at(401));
        assertEquals(SyncStatus.CONFLICT, Outlook.of(row, PLATFORM_WINS).status());
        assertEquals(Patch.NONE, Outlook.of(row, PLATFORM_WINS).due());
        var nextDay =
                agreed().seen(calcomHolds(Field.NAME, "Stranger", 90_000)).underPolicies(PLATFORM_WINS, at(90_001));
        assertEquals(SyncStatus.PENDING, Outlook.of(nextDay, PLATFORM_WINS).status());
    }

    @Test
    void calcomWinsTakesTheValueWithoutAPush() {
        var rules = Rules.DEFAULT.with(Field.DURATION, Policy.CALCOM_WINS);
        var row = agreed().seen(calcomHolds(Field.DURATION, 90L, 60)).underPolicies(rules, at(61));
        assertEquals(90L, row.platform().get(Field.DURATION));
        assertEquals(SyncStatus.SYNCED, Outlook.of(row, rules).status());
        var absurd = agreed().seen(calcomHolds(Field.DURATION, 1_000_000L, 60)).underPolicies(rules, at(61));
        assertEquals(60L, absurd.platform().get(Field.DURATION));
        assertEquals(SyncStatus.CONFLICT, Outlook.of(absurd, rules).status());
    }

    @Test
    void leaveAloneTakesTheFieldOutAndLiftingItForgetsTheAgreement() {
        var alone = agreed().overridden(Field.ACTIVE, new OwnPolicy(Policy.LEAVE_ALONE, "hidden on purpose"), at(5))
                .seen(calcomHolds(Field.ACTIVE, false, 60));
        assertEquals(SyncStatus.SYNCED, status(alone));
        assertEquals(Set.of(), alone.differing());
        var lifted = alone.overridden(Field.ACTIVE, null, at(70));
        var replaced = alone.overridden(Field.ACTIVE, new OwnPolicy(Policy.PLATFORM_WINS, ""), at(70));
        assertEquals(Verdict.FIRST_LINK, lifted.verdict(Field.ACTIVE));
        assertEquals(Verdict.FIRST_LINK, replaced.verdict(Field.ACTIVE));
    }

    @Test
    void aFieldThatCameBackAsItWasIsRefusedUntilEitherSideMoves() {
        var row = edited(agreed(), Field.NAME, "New");
        var refused = row.sending(due(row), at(11)).wrote(due(row), answer(values(), 11));
        assertEquals(SyncStatus.ERROR, status(refused));
        assertEquals(Patch.NONE, due(refused));
        assertEquals("Premium Cut", refused.base().get(Field.NAME));
        assertEquals(at(0), refused.times().lastSync(), "a failure is no sync");
        assertEquals(Patch.of(Field.NAME, "Newer"), due(edited(refused, Field.NAME, "Newer")));
        assertEquals(Patch.of(Field.NAME, "New"), due(refused.retried()));
    }

    @Test
    void aThirdValueIsAConflictWhateverThePolicy() {
        var row = edited(agreed(), Field.NAME, "New");
        var altered = row.sending(due(row), at(11)).wrote(due(row), calcomHolds(Field.NAME, "new (normalised)", 11));
        assertEquals(SyncStatus.CONFLICT, Outlook.of(altered, PLATFORM_WINS).status());
        assertSame(altered, altered.underPolicies(PLATFORM_WINS, at(12)));
    }

    @Test
    void aLostAnswerNeedsNoSecondWriteEvenIfThePersonEditsOrRevertsMeanwhile() {
        var sent = edited(agreed(), Field.NAME, "New").sending(Patch.of(Field.NAME, "New"), at(11));
        assertEquals(SyncStatus.SYNCED, status(sent.seen(calcomHolds(Field.NAME, "New", 20))));
        var reverted = edited(sent, Field.NAME, "Premium Cut");
        assertEquals(SyncStatus.PENDING, status(reverted), "the answer is still missing");
        assertEquals(Patch.of(Field.NAME, "Premium Cut"), due(reverted.seen(calcomHolds(Field.NAME, "New", 20))));
        var editedAgain = edited(sent, Field.NAME, "Newest").seen(calcomHolds(Field.NAME, "New", 20));
        assertEquals(Patch.of(Field.NAME, "Newest"), due(editedAgain));
    }

    @Test
    void aWriteThatArrivesAfterTheFirstLookIsAPersonsBusiness() {
        var reverted = edited(edited(agreed(), Field.NAME, "New").sending(Patch.of(Field.NAME, "New"), at(11)),
                Field.NAME, "Premium Cut")
                .seen(answer(values(), 20));
        assertEquals(SyncStatus.SYNCED, status(reverted));
        var late = reverted.seen(calcomHolds(Field.NAME, "New", 30));
        var state = Outlook.of(late, PLATFORM_WINS).state(Field.NAME);
        assertEquals(Standing.OPEN, state.standing());
        assertEquals(Message.of("doubt.late-write", Field.NAME, "New"), state.why());
    }

    @Test
    void theChargedPriceIsAskedAboutAndMayBeAccepted() {
        var priced = values().with(Field.PRICE, Money.parse("45.00 EUR"));
        var row = Row.of(1, priced).linked(Samples.EVENT_TYPE).seen(answer(priced, 0));
        var dearer = edited(row, Field.PRICE, Money.parse("50.00 EUR"));
        var state = Outlook.of(dearer, Rules.DEFAULT).state(Field.PRICE);
        assertEquals(Standing.OPEN, state.standing());
        assertTrue(state.unavailable(Choice.PLATFORM, dearer, Rules.DEFAULT).isPresent());
        assertTrue(state.unavailable(Choice.ACCEPT, dearer, Rules.DEFAULT).isEmpty());
        var accepted = dearer.decided(Map.of(Field.PRICE, Choice.ACCEPT), at(20));
        assertEquals(SyncStatus.SYNCED, status(accepted));
        assertEquals(Standing.ACCEPTED, Outlook.of(accepted, Rules.DEFAULT).state(Field.PRICE).standing());
        assertEquals(SyncStatus.CONFLICT, status(edited(accepted, Field.PRICE, Money.parse("55.00 EUR"))));
    }

    @Test
    void aValueBeyondTheLimitsIsAnErrorHereAndNeverSent() {
        var row = edited(agreed(), Field.DURATION, 0L);
        assertEquals(SyncStatus.ERROR, status(row));
        assertEquals(Patch.NONE, due(row));
    }

    @Test
    void aDeletedEventTypeSuspendsTheComparisonUntilItComesBack() {
        var gone = edited(agreed(), Field.NAME, "New").missing(Samples.EVENT_TYPE, at(60));
        assertEquals(SyncStatus.CONFLICT, status(gone));
        assertEquals(Patch.NONE, due(gone));
        assertEquals(Verdict.GONE, gone.verdict(Field.NAME));
        var waiting = gone.keepingWaiting();
        assertNotEquals(SyncStatus.CONFLICT, status(waiting));
        assertSame(waiting, waiting.missing(Samples.EVENT_TYPE, at(120)), "asked once");
        assertEquals(Patch.of(Field.NAME, "New"), due(waiting.seen(answer(values(), 180))));
    }

    @Test
    void unlinkingForgetsWhatWasAgreedButKeepsBothSidesAndThePersonsPolicies() {
        var own = new OwnPolicy(Policy.LEAVE_ALONE, "on purpose");
        var row = edited(agreed().overridden(Field.ACTIVE, own, at(1)), Field.NAME, "New")
                .sending(Patch.of(Field.NAME, "New"), at(11));
        var unlinked = row.unlinked();
        assertEquals(SyncStatus.NEVER, status(unlinked));
        assertEquals("New", unlinked.platform().get(Field.NAME));
        assertEquals(FieldFacts.NONE.with(own), unlinked.facts(Field.ACTIVE));
        assertEquals(List.of("New"), unlinked.facts(Field.NAME).missed());
        assertNull(unlinked.facts(Field.NAME).intent());
        var relinked = unlinked.linked(Samples.EVENT_TYPE).seen(calcomHolds(Field.NAME, "New", 60));
        assertEquals(SyncStatus.SYNCED, status(relinked));
    }

    @Test
    void undoingADecisionOpensItsQuestionAgain() {
        var drift = agreed().seen(calcomHolds(Field.NAME, "Standard Cut", 60));
        var taken = drift.decided(Map.of(Field.NAME, Choice.CALCOM), at(70));
        var undone = taken.restored(drift.base(), drift.platform(), Set.of(), at(80));
        assertEquals(SyncStatus.CONFLICT, status(undone));
        assertEquals("Premium Cut", undone.platform().get(Field.NAME));
    }

    @Test
    void aFailedTryWaitsAndALaterSuccessForgetsIt() {
        var row =
                edited(agreed(), Field.NAME, "New").failed(Message.of("problem.unreachable", "x", "y"), at(20), at(22));
        assertTrue(row.attempt().waitsAt(at(21)));
        assertEquals(SyncStatus.PENDING, status(row));
        var written = row.wrote(due(row), calcomHolds(Field.NAME, "New", 30));
        assertEquals(Attempt.NONE, written.attempt());
        Instant lastAttempt = row.times().lastAttempt();
        assertEquals(at(20), lastAttempt);
    }

    @Test
    void theChangesBetweenTwoStatesPlayedBackGiveTheSecond() {
        var before = Row.of(1, values());
        var after = agreed().seen(calcomHolds(Field.NAME, "Standard Cut", 60)).missing(Samples.EVENT_TYPE, at(70));
        var played = Change.replay(before, Change.between(before, after));
        assertEquals(after.base(), played.base());
        assertEquals(after.platform(), played.platform());
        assertEquals(after.calcom(), played.calcom());
        assertEquals(after.link().state(), played.link().state());
        assertEquals(after.link().eventTypeId(), played.link().eventTypeId());
    }
}
