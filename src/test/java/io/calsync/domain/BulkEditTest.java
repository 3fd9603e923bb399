package io.calsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.calsync.domain.BulkEdit.Add;
import io.calsync.domain.BulkEdit.Becomes;
import io.calsync.domain.BulkEdit.Outcome;
import io.calsync.domain.BulkEdit.Percent;
import io.calsync.domain.BulkEdit.Refused;
import io.calsync.domain.BulkEdit.Replace;
import io.calsync.domain.BulkEdit.RoundTo;
import io.calsync.domain.BulkEdit.Rounding;
import io.calsync.domain.BulkEdit.Same;
import io.calsync.domain.BulkEdit.SetTo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What one change makes of the field of a service.
class BulkEditTest {
    private static Outcome on(Field field, @Nullable Object before, BulkEdit edit) {
        var row = Row.of(1, Values.NONE.with(field, before));
        return edit.on(field, new Service(1, "", "EUR", row));
    }

    private static BulkEdit edit(String operation, BigDecimal amount, @Nullable String step) {
        var rounding = step == null ? null : rounding(step.split(" ", 2));
        return switch (operation) {
            case "add" -> new Add(amount, rounding);
            case "percent" -> new Percent(amount, rounding);
            default -> new SetTo(amount);
        };
    }

    /// Such as "0.50", half up, or "0.50 FLOOR".
    private static Rounding rounding(String... said) {
        return new Rounding(new BigDecimal(said[0]),
                said.length == 1 ? RoundingMode.HALF_UP : RoundingMode.valueOf(said[1]));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            45.00 EUR, percent, 5,     0.50, 47.50 EUR
            45.00 EUR, percent, 5,     -,    47.25 EUR
            19.90 EUR, percent, 5,     0.50, 21.00 EUR
            19.90 EUR, percent, 5,     -,    20.90 EUR
            0.10 EUR,  percent, 4.9,   -,    0.10 EUR
            45.00 EUR, percent, -12.5, -,    39.38 EUR
            45.25 EUR, add,     0,     0.50, 45.50 EUR
            45.24 EUR, add,     0,     0.50, 45.00 EUR
            45.01 EUR, percent, 5,     0.50 CEILING, 47.50 EUR
            45.00 EUR, percent, 5,     0.50 FLOOR, 47.00 EUR
            45.50 EUR, add,     0,     0.50 CEILING, 45.50 EUR
            45.00 EUR, add,     -2.5,  -,    42.50 EUR
            4500 JPY,  percent, 5.01,  -,    4725 JPY
            4500 JPY,  percent, 5.01,  50,   4750 JPY
            4.500 KWD, percent, 5.01,  -,    4.730 KWD
            45.00 EUR, set,     12.3,  -,    12.30 EUR
            """)
    void moneyIsExactAndRoundedOnceInItsCurrency(String before, String operation, BigDecimal amount,
            @Nullable String step, String after) {
        var outcome = on(Field.PRICE, Money.parse(before), edit(operation, amount, step));
        assertEquals(before.equals(after) ? new Same() : new Becomes(Money.parse(after)), outcome);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            30, percent, 5,  -, 32
            30, percent, 5,  5, 30
            30, percent, 10, 5, 35
            43, add,     0,  5, 45
            42, add,     0,  5, 40
            41, add,     0,  5 CEILING, 45
            44, add,     0,  5 FLOOR, 40
            30, add,     15, -, 45
            """)
    void minutesStayWhole(long before, String operation, BigDecimal amount, @Nullable String step, long after) {
        var outcome = on(Field.DURATION, before, edit(operation, amount, step));
        assertEquals(before == after ? new Same() : new Becomes(after), outcome);
    }

    @Test
    void textIsFoundAsItIsWrittenAndFlagsAreSwitched() {
        assertEquals(new Becomes("Damen Schnitt und Schnitt"),
                on(Field.NAME, "Damen Cut und Cut", new Replace("Cut", "Schnitt")));
        assertEquals(new Same(), on(Field.NAME, "Damen cut", new Replace("Cut", "Schnitt")));
        assertEquals(new Becomes("Schnitt"), on(Field.NAME, "Damen Schnitt", new Replace("Damen", "")));
        assertEquals(new Becomes(false), on(Field.ACTIVE, true, new SetTo(false)));
        assertEquals(new Same(), on(Field.ACTIVE, false, new SetTo(false)));
        assertEquals(new Becomes("x"), on(Field.NAME, null, new SetTo("x ")));
    }

    @Test
    void whatItsFieldDoesNotTakeIsRefusedWithTheLimitsReason() {
        assertRefused("limit.minutes", on(Field.DURATION, 1400L, new Add(BigDecimal.valueOf(60), null)));
        assertRefused("limit.amount", on(Field.PRICE, Money.parse("5.00 EUR"), new Add(BigDecimal.TEN.negate(), null)));
        assertRefused("limit.text.empty", on(Field.NAME, "Cut", new Replace("Cut", "")));
        assertRefused("bulk-edit.no-value", on(Field.PRICE, Values.NOT_HELD, new RoundTo(rounding("1"))));
        assertEquals(new Becomes(45L), on(Field.DURATION, 43L, new RoundTo(rounding("5"))));
        assertRefused("bulk-edit.beyond-counting",
                on(Field.PRICE, Money.parse("5.00 EUR"), new Percent(new BigDecimal("1e30"), null)));
    }

    private static void assertRefused(String why, Outcome outcome) {
        assertEquals(why, assertInstanceOf(Refused.class, outcome).why().key());
    }
}
