package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Who may change what in a row. The Platform's value moves because a person asked for just that, or because the policy
/// says *Cal.com wins*. The base moves by agreement, by our own write, by a person's decision, or because the policy says
/// *Platform wins*; never by a policy where nothing was agreed before, nor more than three times a day.
final class CommitLaw {
    /// What a person, or something beside the console, is asking for at this moment.
    record Asked(Map<Long, Map<Field, Object>> platform, Map<Long, Map<Field, Object>> base) {
        static final Asked NOTHING = new Asked(Map.of(), Map.of());
    }

    /// The sources by which a person speaks.
    private static final Set<Cause.Source> PERSON = EnumSet.of(
            Cause.Source.EDIT, Cause.Source.PLATFORM, Cause.Source.DECISION, Cause.Source.UNDO);

    /// The sources by which an agreement may end without another.
    private static final Set<Cause.Source> MAY_FORGET = EnumSet.of(
            Cause.Source.LINK, Cause.Source.DECISION, Cause.Source.GUARD, Cause.Source.POLICY, Cause.Source.UNDO);

    private record Place(long serviceId, Field field) {}

    private final Map<Long, EventType> read = new HashMap<>();
    private final Map<Place, List<Instant>> overwrites = new HashMap<>();
    private Asked asked = Asked.NOTHING;
    private boolean strict;

    /// From now on a person's change counts only while it is asked for.
    void strict() {
        strict = true;
    }

    /// @return what was asked for before
    Asked asks(Asked now) {
        var before = asked;
        asked = now;
        return before;
    }

    void wasRead(EventType answer) {
        read.put(answer.id(), answer);
    }

    void check(Row before, Row after, Cause cause, Rules rules, Instant now) {
        for (Field field : Field.values()) {
            if (!Objects.equals(before.platform().raw(field), after.platform().raw(field)))
                platformMoved(before, after, field, cause, rules);
            if (!Objects.equals(before.base().raw(field), after.base().raw(field)))
                baseMoved(before, after, field, cause, rules, now);
        }
    }

    private void platformMoved(Row before, Row after, Field field, Cause cause, Rules rules) {
        Object value = after.platform().raw(field);
        if (cause.source() == Cause.Source.POLICY) {
            assertPolicy(before, field, rules, Policy.CALCOM_WINS);
            assertEquals(before.calcom().raw(field), value, "I1 a policy took another " + field + " than Cal.com's");
            return;
        }
        assertTrue(PERSON.contains(cause.source()), () -> "I1 " + cause.source() + " changed the Platform's " + field);
        assertTrue(!strict || Objects.equals(value, of(asked.platform(), before, field)),
                () -> "I1 nobody asked for the Platform's " + field + " to become " + value);
    }

    private void baseMoved(Row before, Row after, Field field, Cause cause, Rules rules, Instant now) {
        Object value = after.base().raw(field);
        if (value == null) {
            boolean placeless = !after.calcom().has(field) || !after.platform().has(field);
            assertTrue(placeless || MAY_FORGET.contains(cause.source()),
                    () -> "I1 " + cause.source() + " forgot what was agreed on " + field);
            return;
        }
        boolean person = cause.source() == Cause.Source.UNDO || cause.source() == Cause.Source.DECISION;
        if (person && strict && value.equals(of(asked.base(), before, field))) return;
        if (cause.source() == Cause.Source.UNDO || person && !strict) return;
        assertEquals(after.calcom().raw(field), value, "I1 a base that Cal.com does not hold: " + field);
        if (cause.source() == Cause.Source.POLICY) byPolicy(before, after, field, rules, now);
        else
            assertTrue(value.equals(after.platform().raw(field)) || wasOurs(before, field, value),
                    () -> "I1 " + cause.source() + " moved the base of " + field + " while both sides differ");
    }

    private void byPolicy(Row before, Row after, Field field, Rules rules, Instant now) {
        boolean platformWins = !Objects.equals(after.platform().raw(field), after.base().raw(field));
        boolean settles = platformWins || !after.platform().equals(before.platform());
        if (!settles) return;
        assertPolicy(before, field, rules, platformWins ? Policy.PLATFORM_WINS : Policy.CALCOM_WINS);
        var times = overwrites.computeIfAbsent(new Place(before.id(), field), _ -> new ArrayList<>());
        times.removeIf(time -> !time.isAfter(now.minus(Duration.ofDays(1))));
        times.add(now);
        assertTrue(times.size() <= 3, () -> "I1 a policy overwrote " + field + " " + times.size() + " times in a day");
    }

    /// A policy acts only where a person set it, something was agreed on before, and a read by id shows the same.
    private void assertPolicy(Row before, Field field, Rules rules, Policy needed) {
        var own = before.facts(field).own();
        assertEquals(needed, own == null ? rules.policy(field) : own.policy(), "I1 no policy lets replace " + field);
        assertTrue(before.base().has(field), () -> "I1 a policy settled the first link of " + field);
        if (!strict) return;
        var look = read.get(before.link().eventTypeId());
        assertNotNull(look, "I1 a policy acted without a read by id");
        assertEquals(look.values().raw(field), before.calcom().raw(field),
                "I1 a policy acted on another " + field + " than the read by id showed");
    }

    private static boolean wasOurs(Row before, Field field, Object value) {
        var intent = before.facts(field).intent();
        return intent != null && intent.value().equals(value) && intent.expected().equals(before.base().raw(field))
                && intent.eventTypeId() == before.link().eventTypeId();
    }

    private static Object of(Map<Long, Map<Field, Object>> asked, Row row, Field field) {
        return asked.getOrDefault(row.id(), Map.of()).getOrDefault(field, "nothing was asked");
    }
}
