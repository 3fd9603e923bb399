package io.calsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void aNewWorkspaceAsksForEveryField() {
        for (Field field : Field.synced()) assertEquals(Policy.ASK, Rules.DEFAULT.policy(field));
    }

    @Test
    void settingOnePolicyLeavesTheOthersAndWhatTheServerTaught() {
        var taught = new Rules(Map.of(Field.SLUG, Policy.LEAVE_ALONE), Set.of(Field.DURATION));
        var rules = taught.with(Field.NAME, Policy.CALCOM_WINS);
        assertEquals(Policy.CALCOM_WINS, rules.policy(Field.NAME));
        assertEquals(Policy.LEAVE_ALONE, rules.policy(Field.SLUG));
        assertEquals(Set.of(Field.DURATION), rules.readOnly());
        assertEquals(Policy.ASK, taught.policy(Field.NAME), "the rules before are as they were");
        assertEquals(Policy.ASK, rules.with(Field.NAME, Policy.ASK).policy(Field.NAME));
    }

    @Test
    void thePriceIsWritableOnNoServerAndOtherFieldsUnlessOneProvedOtherwise() {
        assertFalse(Rules.DEFAULT.writable(Field.PRICE));
        for (Field field : Field.synced())
            assertEquals(field != Field.PRICE, Rules.DEFAULT.writable(field), field.key());
        var taught = new Rules(Map.of(), Set.of(Field.DURATION));
        assertFalse(taught.writable(Field.DURATION));
        assertTrue(taught.writable(Field.NAME));
    }

    @Test
    void rulesDoNotChangeWithTheMapTheyWereMadeFrom() {
        var policies = new EnumMap<Field, Policy>(Map.of(Field.NAME, Policy.PLATFORM_WINS));
        var rules = new Rules(policies, Set.of());
        policies.put(Field.NAME, Policy.LEAVE_ALONE);
        assertEquals(Policy.PLATFORM_WINS, rules.policy(Field.NAME));
    }
}
