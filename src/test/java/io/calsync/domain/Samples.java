package io.calsync.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Rows and answers for tests of the pure core.
public final class Samples {
    public static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    public static final long EVENT_TYPE = 371L;

    private Samples() {}

    public static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    /// A service's usual values.
    public static Values values() {
        return Values.NONE
                .with(Field.NAME, "Premium Cut")
                .with(Field.DURATION, 60L)
                .with(Field.ACTIVE, true)
                .with(Field.BUFFER_AFTER, 5L)
                .with(Field.BUFFER_BEFORE, 0L)
                .with(Field.CONFIRMATION, false)
                .with(Field.DISABLE_GUESTS, false)
                .with(Field.MINIMUM_NOTICE, 120L)
                .with(Field.DESCRIPTION, "")
                .with(Field.SLUG, "premium-cut");
    }

    public static EventType answer(Values values, int second) {
        return new EventType(EVENT_TYPE, 0, values, Map.of(), at(second), List.of());
    }

    /// Linked, looked at once, and agreed in every field.
    public static Row agreed() {
        return Row.of(1, values().with(Field.PRICE, Money.parse("45.00 EUR")))
                .linked(EVENT_TYPE)
                .seen(answer(values().with(Field.PRICE, Values.NOT_HELD), 0));
    }

    public static SyncStatus status(Row row) {
        return Outlook.of(row, Rules.DEFAULT).status();
    }

    public static Patch due(Row row) {
        return Outlook.of(row, Rules.DEFAULT).due();
    }
}
