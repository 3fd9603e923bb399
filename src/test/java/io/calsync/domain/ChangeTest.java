package io.calsync.domain;

import static io.calsync.domain.Samples.agreed;
import static io.calsync.domain.Samples.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.FieldFacts.Doubt;
import io.calsync.domain.FieldFacts.Intent;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.FieldFacts.Pair;
import io.calsync.domain.FieldFacts.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Message WHY = Message.of("refusal.unchanged");

    @Test
    void whatARowRemembersOfAFieldIsToldInWords() {
        var facts = new FieldFacts(new Intent(1, 60L, 45L, at(0)), List.of(30L), new Refusal(new Pair(45L, 60L), WHY),
                new Doubt(50L, WHY), new Pair(45L, 60L), new OwnPolicy(Policy.PLATFORM_WINS, "ours"), List.of());
        assertEquals(
                List.of(new Change(Field.DURATION, Aspect.FACT, null,
                        "sent 45, missed [30], refused 45, doubted 50, accepted 45 / 60"),
                        new Change(Field.DURATION, Aspect.POLICY, null, "PLATFORM_WINS ours")),
                Change.between(agreed(), with(facts)));
    }

    @Test
    void tellsWhetherAPersonAcceptedTheDifference() {
        var alone = Change.between(agreed(), with(FieldFacts.NONE.accepting(new Pair(45L, 60L)))).getFirst();
        var refused = with(FieldFacts.NONE.with(new Refusal(new Pair(45L, 60L), WHY)));
        var beside = new FieldFacts(null, List.of(30L), null, null, new Pair(45L, 60L), null, List.of());

        assertTrue(alone.accepts());
        assertTrue(Change.between(agreed(), with(beside)).getFirst().accepts());
        assertFalse(Change.between(agreed(), refused).getFirst().accepts());
        assertFalse(new Change(Field.NAME, Aspect.PLATFORM, null, "accepted as it is").accepts());
        assertFalse(new Change(Field.DURATION, Aspect.FACT, alone.to(), null).accepts());
    }

    @Test
    void givesBackTheValuesOfBothSidesOfTheChange() {
        var named = agreed().edited(agreed().platform().with(Field.NAME, "\0not held"), at(1));
        var change = Change.between(agreed(), named).getFirst();

        assertEquals("Premium Cut", change.before());
        assertEquals("\0not held", change.after());
        assertEquals(Values.NOT_HELD, new Change(Field.NAME, Aspect.CALCOM, null, Change.NOT_HELD).after());
        assertNotEquals(Change.NOT_HELD, change.to());
    }

    @Test
    void whatADecisionReplacedIsOpenAgainOnceItIsPutBack() {
        var accepted = with(FieldFacts.NONE.accepting(new Pair(45L, 60L)));
        var images = agreed();

        var put = accepted.restored(images.base().with(Field.DURATION, 50L),
                images.platform().with(Field.DURATION, 45L), Set.of(), at(1));
        var named = with(FieldFacts.NONE.with(new Intent(1, 60L, 45L, at(0)))).restored(images.base(),
                images.platform(), Set.of(Field.DURATION), at(1));

        assertEquals(FieldFacts.NONE, put.facts(Field.DURATION));
        assertEquals(Verdict.BOTH_CHANGED, put.verdict(Field.DURATION));
        assertFalse(named.awaitsAnswer());
        assertEquals(List.of(45L), named.facts(Field.DURATION).missed());
    }

    private static Row with(FieldFacts facts) {
        var row = agreed();
        return new Row(row.id(), row.link(), row.base(), row.platform(), row.calcom(), Map.of(Field.DURATION, facts),
                row.attempt(), row.times(), row.version());
    }
}
