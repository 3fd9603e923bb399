package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Choice;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a sync would do with one look, per kind of difference.
class PlannerTest {
    private static Plan plan(Rules rules, List<Row> rows, EventType... listed) {
        return Planner.plan(Looks.services(rows), List.of(listed), rules, null, 1);
    }

    private static Plan plan(Row row, EventType... listed) {
        return plan(Rules.DEFAULT, List.of(row), listed);
    }

    private static EventType holds(long id, Field field, Object value) {
        return Looks.answer(id, Looks.values(id).with(field, value), 60);
    }

    private static List<String> texts(Plan plan) {
        return plan.items().stream().map(item -> item.field() + " " + item.action() + " " + item.base() + ">"
                + item.platform() + "/" + item.calcom()).toList();
    }

    @Test
    void agreementIsNoWork() {
        var plan = plan(Looks.agreed(1), Looks.answer(1, Looks.values(1), 60));
        assertEquals(List.of(), plan.items());
        assertTrue(plan.isEmpty());
    }

    @Test
    void anEditIsPushedAndDriftIsAskedWithItsReason() {
        var row = Looks.edited(Looks.agreed(1), Field.DURATION, 45L);
        var plan = plan(row, holds(1, Field.NAME, "Theirs"));
        assertEquals(List.of("NAME ASK Service 1>Service 1/Theirs", "DURATION PUSH 30>45/30"), texts(plan));
        assertEquals(Message.of("open.drift", Field.NAME), plan.items().getFirst().why());
        assertNull(plan.items().getLast().why());
        assertFalse(plan.isEmpty());
    }

    @Test
    void aDurationThatJoinsTheOfferedOnesIsSaidBeforeItDoes() {
        var row = Looks.edited(Looks.agreed(1), Field.DURATION, 45L);
        var listed = holds(1, Field.NAME, "Service 1");
        var offering = new EventType(listed.id(), 0, listed.values(), Map.of("lengthInMinutesOptions", List.of(15, 30)),
                listed.asked(), List.of());
        assertEquals(Message.of("preview.joins-durations", Field.DURATION, 45),
                plan(row, offering).items().getFirst().why());
    }

    @Test
    void aPolicyIsToldApartFromAQuestion() {
        var rules = Rules.DEFAULT.with(Field.NAME, Policy.CALCOM_WINS).with(Field.DURATION, Policy.LEAVE_ALONE);
        var theirs = Looks.values(1).with(Field.NAME, "Theirs").with(Field.DURATION, 90L).with(Field.SLUG, "theirs");
        var plan = plan(rules, List.of(Looks.agreed(1)), Looks.answer(1, theirs, 60));
        assertEquals(List.of("NAME POLICY Service 1>Service 1/Theirs", "SLUG ASK service-1>service-1/theirs"),
                texts(plan));
    }

    @Test
    void whatCannotBePushedSaysWhy() {
        var plan = plan(Looks.edited(Looks.agreed(1), Field.DURATION, 0L), Looks.answer(1, Looks.values(1), 60));
        assertEquals(List.of("DURATION BLOCKED 30>0/30"), texts(plan));
        assertEquals(Message.of("choice.platform-beyond", Field.DURATION, 0), plan.items().getFirst().why());
    }

    @Test
    void aFirstAgreementAndTheSameChangeOnBothSidesAreNotedAndAreNoDifference() {
        var first = plan(Looks.linked(1), Looks.answer(1, Looks.values(1), 60));
        assertTrue(first.items().stream().allMatch(item -> item.action() == Plan.Action.AGREE),
                texts(first).toString());
        assertEquals(4, first.items().size());
        assertEquals(List.of(), first.differences());
        assertTrue(first.isEmpty());
        var same = plan(Looks.edited(Looks.agreed(1), Field.DURATION, 45L), holds(1, Field.DURATION, 45L));
        assertEquals(List.of("DURATION AGREE 30>45/45"), texts(same));
    }

    @Test
    void aFirstLinkAsksForEachFieldThatDiffers() {
        var plan = plan(Looks.linked(1), holds(1, Field.NAME, "Theirs"));
        assertEquals(List.of("NAME ASK null>Service 1/Theirs"),
                texts(plan).stream().filter(text -> text.contains("ASK")).toList());
    }

    @Test
    void anAcceptedDifferenceIsNoWorkAndAnotherPriceIsAskedAgain() {
        var priced = Looks.values(1).with(Field.PRICE, Money.parse("45.00 EUR"));
        var charged = Looks.values(1).with(Field.PRICE, Money.parse("60.00 EUR"));
        var row = Row.of(1, priced).linked(101).seen(Looks.answer(1, charged, 0))
                .decided(Map.of(Field.PRICE, Choice.ACCEPT), Looks.START);
        assertTrue(plan(row, Looks.answer(1, charged, 60)).isEmpty());
        var dearer = plan(row, Looks.answer(1, charged.with(Field.PRICE, Money.parse("65.00 EUR")), 60));
        assertEquals(List.of("PRICE ASK null>45.00 EUR/65.00 EUR"), texts(dearer));
    }

    @Test
    void aMissingEventTypeIsToldUnlessAPersonWaitsForIt() {
        assertEquals(List.of("null MISSING null>null/null"), texts(plan(Looks.agreed(1))));
        var gone = Looks.agreed(1).missing(101, Looks.START.plusSeconds(5));
        assertEquals(List.of("null MISSING null>null/null"), texts(plan(gone)));
        assertEquals(List.of(), texts(plan(gone.keepingWaiting())));
        assertEquals(List.of(), texts(plan(gone, Looks.answer(1, Looks.values(1), 60))), "it came back");
    }

    @Test
    void whatNoServiceIsLinkedToIsListedInCalcomsOrder() {
        var unlinked = Row.of(2, Looks.values(2));
        var plan = plan(Rules.DEFAULT, List.of(Looks.agreed(1), unlinked), Looks.answer(9, Looks.values(9), 60),
                Looks.answer(1, Looks.values(1), 60), Looks.answer(7, Looks.values(7), 60));
        assertEquals(List.of(109L, 107L), plan.unlinked().stream().map(EventType::id).toList());
        assertEquals(List.of(), plan.items(), "an unlinked service has nothing to sync");
        assertFalse(plan.isEmpty());
    }

    @Test
    void anEventTypeThatIsListedTwiceCountsAsItStandsFirst() {
        var plan = plan(Looks.agreed(1), Looks.answer(1, Looks.values(1), 60), holds(1, Field.NAME, "Again"));
        assertEquals(List.of(), plan.items());
    }

    @Test
    void aListThatIsOlderThanWhatIsKnownChangesNoPlan() {
        var row = Looks.agreed(1).seen(Looks.answer(1, Looks.values(1).with(Field.NAME, "Theirs"), 90));
        assertEquals(List.of("NAME ASK Service 1>Service 1/Theirs"), texts(plan(row, holds(1, Field.NAME, "Older"))));
    }

    @Test
    void aServiceWithOddValuesDelaysNoOther() {
        var odd = Row.of(1, Values.NONE).linked(101);
        var plan = plan(Rules.DEFAULT, List.of(odd, Looks.edited(Looks.agreed(2), Field.DURATION, 45L)),
                Looks.answer(1, Values.NONE.with(Field.SLUG, Values.NOT_HELD), 60),
                Looks.answer(2, Looks.values(2), 60));
        assertEquals(List.of("DURATION PUSH 30>45/30"), texts(plan));
    }

    @Test
    void thePlanCarriesTheGuardAndTheNumberOfRequests() {
        var guard = new Guard("abc123", Message.of("guard.empty.saw", 1), Message.of("guard.deleted.would", 1),
                Message.of("guard.deleted.then", 1), List.of(1L));
        var plan = Planner.plan(Looks.services(Looks.allAgreed(1)), List.of(), Rules.DEFAULT, guard, 3);
        assertSame(guard, plan.guard());
        assertEquals(3, plan.requests());
        assertEquals(List.of("Service 1"), Stream.of(plan.items().getFirst()).map(Plan.Item::service).toList());
    }
}
