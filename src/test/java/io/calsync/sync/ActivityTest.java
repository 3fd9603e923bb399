package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Operator ANN = new Operator("Ann", "ann", Operator.Role.MANAGER);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void countsVerifiedPushesAndUnagreedChangesByThePersonsDays() {
        var activity = Activity.of(List.of(
                entry("2026-03-09T08:00:00Z", 1, Cause.Source.EDIT, Aspect.POLICY, "a"),
                entry("2026-03-09T08:00:00Z", 1, Cause.Source.PLATFORM, Aspect.PLATFORM, "a"),
                entry("2026-03-09T09:00:00Z", 1, Cause.Source.EDIT, Aspect.PLATFORM, "a"),
                entry("2026-03-09T09:00:01Z", 1, Cause.Source.PUSH, Aspect.FACT, null),
                entry("2026-03-09T09:00:04Z", 1, Cause.Source.PUSH, Aspect.BASE, "a"),
                entry("2026-03-09T23:30:00Z", 2, Cause.Source.DRIFT, Aspect.CALCOM, "a"),
                entry("2026-03-10T08:00:00Z", 3, Cause.Source.DRIFT, Aspect.CALCOM, null),
                entry("2026-03-10T08:00:00Z", 1, Cause.Source.EDIT, Aspect.PLATFORM, "b"),
                entry("2026-03-10T08:00:02Z", 1, Cause.Source.EDIT, Aspect.PLATFORM, "c"),
                entry("2026-03-10T08:00:10Z", 1, Cause.Source.PUSH, Aspect.BASE, "a")), TODAY, 3, BERLIN);
        assertEquals(List.of(new Activity.Day(TODAY.minusDays(2), 0, 0), new Activity.Day(TODAY.minusDays(1), 1, 0),
                new Activity.Day(TODAY, 1, 1)), activity.days());
        assertEquals(Duration.ofSeconds(10), activity.timeToPush());
    }

    @Test
    void aChangeThatBothSidesMadeAlikeIsNoDifference() {
        var alike = new AuditEntry(1, Instant.parse("2026-03-10T08:00:00Z"),
                new Cause(Cause.Source.DRIFT, ANN, "", ""), 1, "Gloss", null,
                List.of(new Change(Field.NAME, Aspect.CALCOM, "a", "b"), new Change(Field.NAME, Aspect.BASE, "a", "b")),
                "");
        var activity = Activity.of(List.of(alike), TODAY, 1, BERLIN);
        assertEquals(List.of(new Activity.Day(TODAY, 0, 0)), activity.days());
        assertNull(activity.timeToPush());
    }

    private static AuditEntry entry(String at, long service, Cause.Source source, Aspect aspect,
            @Nullable String from) {
        return new AuditEntry(1, Instant.parse(at), new Cause(source, ANN, "", ""), service, "Gloss", null,
                List.of(new Change(Field.NAME, aspect, from, "z")), "");
    }
}
