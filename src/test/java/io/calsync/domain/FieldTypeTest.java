package io.calsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FieldTypeTest {
    record Limit(Field field, Object value, boolean within) {}

    static Stream<Limit> limits() {
        return Stream.of(
                new Limit(Field.NAME, "", false),
                new Limit(Field.NAME, "x", true),
                new Limit(Field.NAME, "ü".repeat(255), true),
                new Limit(Field.NAME, "💇".repeat(255), true),
                new Limit(Field.NAME, "x".repeat(256), false),
                new Limit(Field.NAME, "a\0b", false),
                new Limit(Field.DURATION, 0L, false),
                new Limit(Field.DURATION, 1L, true),
                new Limit(Field.DURATION, 1440L, true),
                new Limit(Field.DURATION, 1441L, false),
                new Limit(Field.DURATION, 3_000_000_000L, false),
                new Limit(Field.BUFFER_AFTER, -10L, false),
                new Limit(Field.BUFFER_AFTER, 240L, true),
                new Limit(Field.BUFFER_BEFORE, 241L, false),
                new Limit(Field.PRICE, Money.parse("99999999.99 EUR"), true),
                new Limit(Field.PRICE, Money.parse("100000000.00 EUR"), false),
                new Limit(Field.PRICE, new Money(-1, "EUR"), false),
                new Limit(Field.PRICE, Money.parse("99999999 JPY"), true),
                new Limit(Field.PRICE, Money.parse("100000000 JPY"), false),
                new Limit(Field.PRICE, Money.parse("12.340 KWD"), true),
                new Limit(Field.PRICE, Money.parse("12.345 KWD"), false),
                new Limit(Field.SLUG, "premium-cut-2", true),
                new Limit(Field.SLUG, "Premium", false),
                new Limit(Field.SLUG, "", false),
                new Limit(Field.MINIMUM_NOTICE, 0L, true),
                new Limit(Field.MINIMUM_NOTICE, -1L, false),
                new Limit(Field.DESCRIPTION, "", true));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void holdsTheLimits(Limit limit) {
        assertEquals(limit.within(), limit.field().type().beyondLimits(limit.value()).isEmpty());
    }

    @Test
    void theSentenceNamesLimitAndValue() {
        var sentence = Field.DURATION.type().beyondLimits(2000L).orElseThrow();
        assertEquals(Message.of("limit.minutes", 1, 1440, 2000), sentence);
        var tooMuch = Money.parse("100000000 JPY");
        assertEquals(Message.of("limit.amount", Money.parse("99999999 JPY"), tooMuch),
                Field.PRICE.type().beyondLimits(tooMuch).orElseThrow());
        var tooFine = Money.parse("12.345 KWD");
        assertEquals(Message.of("limit.amount.decimals", 2, tooFine),
                Field.PRICE.type().beyondLimits(tooFine).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false", "480, false", "481, true"})
    void warnsOfUnusualDurations(long minutes, boolean unusual) {
        assertEquals(unusual, Field.DURATION.type().unusual(minutes).isPresent());
    }

    @Test
    void comparesTextWithoutOuterBlanksAndKindsOfLineEnds() {
        var typed = Values.NONE.with(Field.DESCRIPTION, "  one\r\ntwo \n");
        assertEquals("one\ntwo", typed.get(Field.DESCRIPTION));
    }

    @Test
    void everyFieldReadsBackWhatItEncodes() {
        var values = Samples.values().with(Field.PRICE, new Money(4550, "EUR")).with(Field.ONLINE, true);
        assertEquals(values, Values.decoded(values.encoded()));
        var notHeld = values.with(Field.PRICE, Values.NOT_HELD);
        assertEquals(notHeld, Values.decoded(notHeld.encoded()));
    }

    @ParameterizedTest
    @CsvSource({"45.00 EUR, 4500", "0.5 EUR, 50", "1200 JPY, 1200", "1.234 BHD, 1234", "20.505 EUR, 2051"})
    void countsMoneyInTheCurrencysSmallestUnit(String text, long minor) {
        assertEquals(minor, Money.parse(text).minor());
        assertEquals(Money.parse(text), Money.parse(Money.parse(text).toString()));
    }

    @Test
    void elevenFieldsAreSyncedAndTheOnlineFlagIsNot() {
        assertEquals(11, Field.synced().size());
        assertTrue(Field.editable().contains(Field.ONLINE) && !Field.synced().contains(Field.ONLINE));
        assertTrue(Stream.of(Field.COMPANY, Field.BRANCH, Field.ASSIGNMENT_METHOD, Field.COMPOSITE, Field.SEGMENTS)
                .noneMatch(Field.editable()::contains));
    }
}
