package io.calsync.domain;

import static io.calsync.domain.Samples.agreed;
import static io.calsync.domain.Samples.answer;
import static io.calsync.domain.Samples.at;
import static io.calsync.domain.Samples.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.calsync.domain.FieldFacts.OwnPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What follows from a field's verdict, and which answers a person has.
class FieldStateTest {
    private static final Rules ASK = Rules.DEFAULT;
    private static final Rules PLATFORM_WINS = ASK.with(Field.NAME, Policy.PLATFORM_WINS);
    private static final Rules CALCOM_WINS = ASK.with(Field.NAME, Policy.CALCOM_WINS);
    private static final Rules READ_ONLY_NAME = new Rules(Map.of(), Set.of(Field.NAME));

    private static Row edited(Row row, Field field, Object value) {
        return row.edited(row.platform().with(field, value), at(10));
    }

    private static Row drifted(Row row, Field field, Object value, int second) {
        return row.seen(answer(values().with(field, value), second));
    }

    private static Row firstLink() {
        return Row.of(1, values()).linked(Samples.EVENT_TYPE).seen(answer(values().with(Field.NAME, "Other"), 0));
    }

    private static void assertState(Standing standing, String why, FieldState state) {
        assertEquals(standing, state.standing(), state.toString());
        assertEquals(why, state.why() instanceof Message message ? message.key() : "");
    }

    private static FieldState name(Row row, Rules rules) {
        return FieldState.of(row, Field.NAME, rules);
    }

    @Test
    void whatAgreesOrCannotBeComparedAsksForNothing() {
        assertState(Standing.CLEAR, "", name(agreed(), ASK));
        var notHeld = FieldState.of(agreed(), Field.PRICE, ASK);
        assertEquals(Verdict.NOT_HELD, notHeld.verdict());
        assertState(Standing.CLEAR, "", notHeld);
        var notSaid = Row.of(1, values()).linked(Samples.EVENT_TYPE)
                .seen(answer(Values.NONE.with(Field.SLUG, "premium-cut"), 0));
        assertEquals(Verdict.UNKNOWN, name(notSaid, ASK).verdict());
        assertState(Standing.CLEAR, "", name(notSaid, ASK));
        var otherCurrency = drifted(agreed(), Field.PRICE, Money.parse("45.00 USD"), 5);
        assertState(Standing.CLEAR, "", FieldState.of(otherCurrency, Field.PRICE, ASK));
        var gone = edited(agreed(), Field.NAME, "New").missing(Samples.EVENT_TYPE, at(20));
        assertEquals(Verdict.GONE, name(gone, ASK).verdict());
        assertState(Standing.CLEAR, "", name(gone, ASK));
    }

    @Test
    void anEditIsDueWithoutAReason() {
        assertState(Standing.DUE, "", name(edited(agreed(), Field.NAME, "New"), ASK));
    }

    @Test
    void eachKindOfDifferenceThatAPersonDecidesSaysWhichItIs() {
        var drift = drifted(agreed(), Field.NAME, "Theirs", 5);
        assertState(Standing.OPEN, "open.drift", name(drift, ASK));
        assertState(Standing.OPEN, "open.both", name(edited(drift, Field.NAME, "Ours"), ASK));
        assertState(Standing.OPEN, "open.first-link", name(firstLink(), ASK));
    }

    @Test
    void aPolicySettlesDriftAndWhatBothSidesChangedButNeverAFirstLink() {
        var drift = drifted(agreed(), Field.NAME, "Theirs", 5);
        for (Rules rules : new Rules[]{PLATFORM_WINS, CALCOM_WINS}) {
            assertState(Standing.POLICY, "", name(drift, rules));
            assertState(Standing.POLICY, "", name(edited(drift, Field.NAME, "Ours"), rules));
            assertState(Standing.OPEN, "open.first-link", name(firstLink(), rules));
        }
        assertState(Standing.OPEN, "open.drift",
                FieldState.of(drifted(agreed(), Field.DURATION, 90L, 5), Field.DURATION, PLATFORM_WINS));
    }

    @Test
    void aPolicyThatCannotActBecomesAQuestionWithItsReason() {
        var endless = drifted(agreed(), Field.NAME, "x".repeat(256), 5);
        assertState(Standing.OPEN, "choice.calcom-beyond", name(endless, CALCOM_WINS));
        var emptied = edited(drifted(agreed(), Field.NAME, "Theirs", 5), Field.NAME, "");
        assertState(Standing.OPEN, "choice.platform-beyond", name(emptied, PLATFORM_WINS));
        var readOnly = new Rules(Map.of(Field.NAME, Policy.PLATFORM_WINS), Set.of(Field.NAME));
        assertState(Standing.OPEN, "choice.not-writable", name(drifted(agreed(), Field.NAME, "Theirs", 5), readOnly));
    }

    @ParameterizedTest
    @CsvSource({"ASK, OPEN", "PLATFORM_WINS, POLICY", "CALCOM_WINS, POLICY", "LEAVE_ALONE, CLEAR"})
    void theServicesOwnPolicyGoesBeforeTheWorkspaces(Policy own, Standing standing) {
        var drift = drifted(agreed(), Field.NAME, "Theirs", 5);
        for (Policy workspace : Policy.values()) {
            var row = drift.overridden(Field.NAME, new OwnPolicy(own, "on purpose"), at(6));
            var state = name(row, ASK.with(Field.NAME, workspace));
            assertEquals(own, state.policy());
            assertEquals(standing, state.standing());
        }
    }

    @Test
    void whatTheWorkspaceLeavesAloneIsNotEvenDue() {
        var state = name(edited(agreed(), Field.NAME, "New"), ASK.with(Field.NAME, Policy.LEAVE_ALONE));
        assertEquals(Verdict.LEFT_ALONE, state.verdict());
        assertState(Standing.CLEAR, "", state);
    }

    @Test
    void anEditOfWhatThisServerCannotTakeIsAQuestionForAPerson() {
        assertState(Standing.OPEN, "choice.not-writable", name(edited(agreed(), Field.NAME, "New"), READ_ONLY_NAME));
        var charged = Row.of(1, values().with(Field.PRICE, Money.parse("45.00 EUR"))).linked(Samples.EVENT_TYPE)
                .seen(answer(values().with(Field.PRICE, Money.parse("45.00 EUR")), 0));
        var dearer = edited(charged, Field.PRICE, Money.parse("50.00 EUR"));
        assertState(Standing.OPEN, "choice.not-writable", FieldState.of(dearer, Field.PRICE, ASK));
    }

    @Test
    void anEditBeyondTheLimitsIsBlockedAndNamesTheValue() {
        var state = FieldState.of(edited(agreed(), Field.DURATION, 0L), Field.DURATION, ASK);
        assertEquals(Standing.BLOCKED, state.standing());
        assertEquals(Message.of("choice.platform-beyond", Field.DURATION, 0), state.why());
    }

    @Test
    void aRefusalBlocksUntilEitherSideMovesOrAPersonRetries() {
        var sent = edited(agreed(), Field.NAME, "New");
        var refused =
                sent.refused(Patch.of(Field.NAME, "New"), Message.of("refusal.rejected", Field.NAME, "no"), at(11));
        assertState(Standing.BLOCKED, "refusal.rejected", name(refused, ASK));
        assertState(Standing.DUE, "", name(edited(refused, Field.NAME, "Newer"), ASK));
        assertState(Standing.DUE, "", name(refused.retried(), ASK));
        assertState(Standing.OPEN, "open.both", name(drifted(refused, Field.NAME, "Theirs", 12), ASK));
        assertState(Standing.BLOCKED, "refusal.rejected",
                name(edited(edited(refused, Field.NAME, "Newer"), Field.NAME, "New"), ASK));
    }

    @Test
    void aDoubtIsAPersonsBusinessWhateverThePolicyAsLongAsCalcomHoldsThatValue() {
        var sent = edited(agreed(), Field.NAME, "New");
        var patch = Patch.of(Field.NAME, "New");
        var altered = sent.sending(patch, at(11)).wrote(patch, answer(values().with(Field.NAME, "NEW"), 11));
        assertState(Standing.OPEN, "doubt.altered", name(altered, ASK));
        assertState(Standing.OPEN, "doubt.altered", name(altered, PLATFORM_WINS));
        assertState(Standing.OPEN, "doubt.altered", name(altered, CALCOM_WINS));
        assertState(Standing.POLICY, "", name(drifted(altered, Field.NAME, "Third", 12), PLATFORM_WINS));
    }

    @Test
    void anAcceptedDifferenceStandsUntilEitherSideMoves() {
        var charged = Row.of(1, values().with(Field.PRICE, Money.parse("45.00 EUR"))).linked(Samples.EVENT_TYPE)
                .seen(answer(values().with(Field.PRICE, Money.parse("60.00 EUR")), 0));
        var accepted = charged.decided(Map.of(Field.PRICE, Choice.ACCEPT), at(5));
        assertState(Standing.ACCEPTED, "", FieldState.of(accepted, Field.PRICE, ASK));
        assertEquals(at(5), accepted.times().lastSync());
        assertNull(accepted.times().lastDirection(), "nothing was written");
        var ours = edited(accepted, Field.PRICE, Money.parse("50.00 EUR"));
        assertState(Standing.OPEN, "open.first-link", FieldState.of(ours, Field.PRICE, ASK));
        var theirs = drifted(accepted, Field.PRICE, Money.parse("70.00 EUR"), 6);
        assertState(Standing.OPEN, "open.first-link", FieldState.of(theirs, Field.PRICE, ASK));
    }

    @ParameterizedTest
    @EnumSource(value = Field.class, names = {"NAME", "DURATION", "SLUG", "ACTIVE", "DESCRIPTION"})
    void whereCalcomTakesAValueAPersonChoosesASideAndAcceptsNothing(Field field) {
        var state = FieldState.of(agreed(), field, ASK);
        assertEquals(Optional.empty(), state.unavailable(Choice.PLATFORM, agreed(), ASK));
        assertEquals(Optional.empty(), state.unavailable(Choice.CALCOM, agreed(), ASK));
        assertEquals(Optional.of(Message.of("choice.no-accept", field)),
                state.unavailable(Choice.ACCEPT, agreed(), ASK));
    }

    @Test
    void whereItTakesNoneThePlatformCannotBeChosenButTheDifferenceAccepted() {
        var row = agreed();
        var state = name(row, READ_ONLY_NAME);
        assertEquals(Optional.of(Message.of("choice.not-writable", Field.NAME)),
                state.unavailable(Choice.PLATFORM, row, READ_ONLY_NAME));
        assertEquals(Optional.empty(), state.unavailable(Choice.CALCOM, row, READ_ONLY_NAME));
        assertEquals(Optional.empty(), state.unavailable(Choice.ACCEPT, row, READ_ONLY_NAME));
    }

    @Test
    void aValueBeyondTheLimitsIsOfferedOnNeitherSide() {
        var row = drifted(edited(agreed(), Field.DURATION, 0L), Field.DURATION, 1_000_000L, 12);
        var state = FieldState.of(row, Field.DURATION, ASK);
        assertEquals(Optional.of(Message.of("choice.platform-beyond", Field.DURATION, 0)),
                state.unavailable(Choice.PLATFORM, row, ASK));
        assertEquals(Optional.of(Message.of("choice.calcom-beyond", Field.DURATION, 1_000_000)),
                state.unavailable(Choice.CALCOM, row, ASK));
    }
}
