package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Service n holds the web address part `service-n` at Cal.com.
class SlugOrderTest {
    private static Row wants(long id, String slug) {
        return Looks.edited(Looks.agreed(id), Field.SLUG, slug);
    }

    private static SlugOrder of(Row... rows) {
        return new SlugOrder(List.of(rows), Rules.DEFAULT);
    }

    @Test
    void theOneThatGivesItsSlugUpGoesFirst() {
        var first = wants(3, "free");
        var second = wants(2, "service-3");
        var third = wants(1, "service-2");
        var order = of(third, second, first);
        assertEquals(List.of(0, 1, 2), Stream.of(first, second, third).map(order::depth).toList());
        assertEquals(List.of(false, true, true), Stream.of(first, second, third).map(order::mustWait).toList());
        assertEquals(Optional.empty(), order.cycle(third));
    }

    @Test
    void aSlugThatNobodyHoldsOrThatItsHolderKeepsIsNotWaitedFor() {
        var row = wants(1, "service-2");
        assertFalse(of(row).mustWait(row), "nobody of ours holds it");
        assertFalse(of(row, Looks.agreed(2)).mustWait(row), "its holder keeps it: Cal.com refuses it, in words");
        var other = Looks.edited(Looks.agreed(2), Field.NAME, "Another name");
        assertFalse(of(row, other).mustWait(row), "its holder is due for something else");
    }

    @Test
    void aHolderThatCannotMoveIsNotWaitedFor() {
        var row = wants(1, "service-2");
        assertFalse(of(row, wants(2, "Not A Slug")).mustWait(row), "beyond the limits");
        var refused = wants(2, "taken").refused(Patch.of(Field.SLUG, "taken"), Message.of("refusal.rejected"),
                Looks.START);
        assertFalse(of(row, refused).mustWait(row), "refused");
        var leaving = wants(2, "free");
        var leftAlone = Rules.DEFAULT.with(Field.SLUG, Policy.LEAVE_ALONE);
        assertFalse(new SlugOrder(List.of(row, leaving), leftAlone).mustWait(row), "left alone");
        assertFalse(of(row, leaving.missing(102, Looks.START.plusSeconds(20))).mustWait(row), "deleted");
    }

    @Test
    void twoThatSwapAreACycleThatNamesBoth() {
        var one = wants(1, "service-2");
        var two = wants(2, "service-1");
        var order = of(one, two);
        assertEquals(Optional.of(Message.of("refusal.slug-cycle", "Service 1", "Service 2")), order.cycle(one));
        assertEquals(Optional.of(Message.of("refusal.slug-cycle", "Service 2", "Service 1")), order.cycle(two));
        assertTrue(order.mustWait(one) && order.mustWait(two));
        assertTrue(order.depth(one) < 3, "a cycle has an end");
    }

    @Test
    void aRingOfThreeIsACycleForEachAndOneBehindItOnlyWaits() {
        var one = wants(1, "service-2");
        var two = wants(2, "service-3");
        var three = wants(3, "service-1");
        var behind = wants(4, "service-1");
        var order = of(one, two, three, behind);
        for (Row row : List.of(one, two, three)) assertTrue(order.cycle(row).isPresent());
        assertEquals(Optional.empty(), order.cycle(behind));
        assertTrue(order.mustWait(behind));
    }

    @Test
    void oneThatKeepsItsSlugWaitsForNobody() {
        var row = Looks.edited(Looks.agreed(1), Field.NAME, "Another name");
        assertFalse(of(row, wants(2, "free")).mustWait(row));
        assertEquals(0, of(row, wants(2, "free")).depth(row));
    }
}
