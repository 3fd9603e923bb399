package io.calsync.domain;

import static io.calsync.domain.Samples.agreed;
import static io.calsync.domain.Samples.answer;
import static io.calsync.domain.Samples.at;
import static io.calsync.domain.Samples.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.FieldFacts.OwnPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Status, bookability and what is to be done, as they follow from a row.
class OutlookTest {
    private static final Row PENDING = edited(agreed(), Field.DURATION, 75L);
    private static final Row BLOCKED = edited(agreed(), Field.BUFFER_AFTER, 999L);
    private static final Row OPEN = drifted(agreed(), Field.NAME, "Theirs");
    private static final Row GONE = agreed().missing(Samples.EVENT_TYPE, at(20));

    private static Row edited(Row row, Field field, Object value) {
        return row.edited(row.platform().with(field, value), at(10));
    }

    private static Row drifted(Row row, Field field, Object value) {
        return row.seen(answer(row.calcom().with(field, value), 12));
    }

    private static Outlook of(Row row) {
        return Outlook.of(row, Rules.DEFAULT);
    }

    @Test
    void aServiceIsNeverUntilItIsLinkedAndLookedAt() {
        assertEquals(SyncStatus.NEVER, of(Row.of(1, values())).status());
        assertEquals(SyncStatus.NEVER, of(Row.of(1, values()).linked(Samples.EVENT_TYPE)).status());
        assertEquals(SyncStatus.NEVER, of(agreed().unlinked()).status());
        assertEquals(SyncStatus.SYNCED, of(agreed()).status());
    }

    @Test
    void conflictGoesBeforeErrorBeforePendingBeforeSynced() {
        assertEquals(SyncStatus.PENDING, of(PENDING).status());
        assertEquals(SyncStatus.ERROR, of(BLOCKED).status());
        assertEquals(SyncStatus.ERROR, of(edited(PENDING, Field.BUFFER_AFTER, 999L)).status());
        assertEquals(SyncStatus.CONFLICT, of(drifted(BLOCKED, Field.NAME, "Theirs")).status());
        assertEquals(SyncStatus.CONFLICT, of(drifted(PENDING, Field.NAME, "Theirs")).status());
    }

    @Test
    void aDeletedEventTypeIsAQuestionFirstAndAnErrorOnceAPersonWaits() {
        assertEquals(SyncStatus.CONFLICT, of(GONE).status());
        assertEquals(List.of(), of(GONE).errors());
        var waiting = of(GONE.keepingWaiting());
        assertEquals(SyncStatus.ERROR, waiting.status());
        assertEquals(List.of(Message.of("gone.waiting", Samples.EVENT_TYPE)), waiting.errors());
    }

    @ParameterizedTest
    @CsvSource({"CONFLICT, error", "ERROR, error", "PENDING, pending", "NEVER, never", "SYNCED, synced"})
    void thePlatformsColumnHasFourWords(SyncStatus status, String column) {
        assertEquals(column, status.column());
    }

    @Test
    void whatIsDueIsThePlatformsValueOfJustTheFieldsThatMayGo() {
        var row = drifted(edited(PENDING, Field.BUFFER_AFTER, 999L), Field.NAME, "Theirs");
        assertEquals(Patch.of(Field.DURATION, 75L), of(row).due());
        assertEquals(Set.of(Field.NAME), of(row).open());
        assertEquals(List.of(Message.of("choice.platform-beyond", Field.BUFFER_AFTER, 999)), of(row).errors());
    }

    @Test
    void aPushIsNeededForWhatIsDueForAPolicyAndForAnAnswerThatIsMissing() {
        assertTrue(of(PENDING).needsPush());
        assertFalse(of(agreed()).needsPush());
        assertFalse(of(OPEN).needsPush());
        assertFalse(of(BLOCKED).needsPush());
        var policy = Outlook.of(OPEN, Rules.DEFAULT.with(Field.NAME, Policy.CALCOM_WINS));
        assertTrue(policy.needsPush());
        assertEquals(Set.of(Field.NAME), policy.underPolicy());
        assertEquals(SyncStatus.PENDING, policy.status());
        var reverted = edited(PENDING.sending(Patch.of(Field.DURATION, 75L), at(11)), Field.DURATION, 60L);
        assertEquals(Patch.NONE, of(reverted).due());
        assertTrue(of(reverted).needsPush(), "the answer to the first PATCH is still missing");
        assertEquals(SyncStatus.PENDING, of(reverted).status());
    }

    @Test
    void whatIsLeftAloneOrAcceptedCountsAsSynced() {
        var left = OPEN.overridden(Field.NAME, new OwnPolicy(Policy.LEAVE_ALONE, "on purpose"), at(13));
        assertEquals(SyncStatus.SYNCED, of(left).status());
        var charged = drifted(agreed(), Field.PRICE, Money.parse("60.00 EUR"));
        assertEquals(SyncStatus.CONFLICT, of(charged).status());
        assertEquals(SyncStatus.SYNCED, of(charged.decided(Map.of(Field.PRICE, Choice.ACCEPT), at(13))).status());
    }

    @Test
    void bookableIsSyncedAndActive() {
        assertTrue(of(agreed()).bookable());
        assertEquals(List.of(), of(agreed()).notBookable());
        var inactive = Row.of(1, values().with(Field.ACTIVE, false)).linked(Samples.EVENT_TYPE)
                .seen(answer(values().with(Field.ACTIVE, false), 0));
        assertEquals(SyncStatus.SYNCED, of(inactive).status());
        assertFalse(of(inactive).bookable());
        assertEquals(List.of("bookable.no.inactive"), reasons(inactive));
    }

    @Test
    void everyReasonAgainstABookingIsGivenTheOneToSettleFirstAtTheBeginning() {
        assertEquals(List.of("bookable.no.conflict"), reasons(OPEN));
        assertEquals(List.of("bookable.no.gone"), reasons(GONE));
        assertEquals(List.of("bookable.no.gone-waiting"), reasons(GONE.keepingWaiting()));
        assertEquals(List.of("bookable.no.error"), reasons(BLOCKED));
        assertEquals(List.of("bookable.no.pending", "bookable.no.inactive"),
                reasons(edited(agreed(), Field.ACTIVE, false)));
        assertEquals(List.of("bookable.no.never", "bookable.no.inactive"), reasons(Row.of(1, Values.NONE)));
    }

    private static List<String> reasons(Row row) {
        assertFalse(of(row).bookable());
        return of(row).notBookable().stream().map(Message::key).toList();
    }

    @Test
    void anUnlinkedServiceHasNoStandingsAndStillAnswersForEveryField() {
        var outlook = of(Row.of(1, values()));
        assertEquals(Map.of(), outlook.states());
        for (Field field : Field.values()) {
            assertEquals(Verdict.UNKNOWN, outlook.state(field).verdict());
            assertEquals(Standing.CLEAR, outlook.state(field).standing());
        }
    }

    @Test
    void onlySyncedFieldsAreEverCompared() {
        var row = edited(edited(agreed(), Field.ONLINE, true), Field.COMPANY, "Salon Lindenhof");
        assertEquals(Field.synced(), of(row).states().keySet());
        assertEquals(SyncStatus.SYNCED, of(row).status());
        assertEquals(Patch.NONE, of(row).due());
    }
}
