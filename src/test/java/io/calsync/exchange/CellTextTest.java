package io.calsync.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers, amounts and flags however a person or a spreadsheet writes them; what could mean two is none.
class CellTextTest {
    private final CellText german = cells(Locale.GERMAN);
    private final CellText english = cells(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({"45, 45.00", "'45,00', 45.00", "45.5, 45.50", "'1.234,50', 1234.50", "'1,234.50', 1234.50",
            "'1.234.567', 1234567.00", "'45,00 €', 45.00", "€45.00, 45.00", "'EUR 45', 45.00", "1'234.50, 1234.50",
            "'1 234,50\u00A0€', 1234.50"})
    void anAmountIsReadInEitherLanguage(String cell, String amount) {
        var expected = Optional.of((Object) Money.parse(amount + " EUR"));
        assertEquals(expected, german.read(Field.PRICE, cell, "EUR"));
        assertEquals(expected, english.read(Field.PRICE, cell, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,200", "1.200", "45.005", "12 USD", "$12", "free", "1,2,3", "1.2.3,4"})
    void anAmountThatCouldMeanTwoIsNone(String cell) {
        assertEquals(Optional.empty(), german.read(Field.PRICE, cell, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "60 min, 60", "'60,0', 60", "60 Minuten, 60", "'1.440', 1440", "-5, -5"})
    void minutesMayHaveTheirUnit(String cell, long minutes) {
        assertEquals(Optional.of(minutes), german.read(Field.DURATION, cell, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"ja, true", "Yes, true", "TRUE, true", "WAHR, true", "1, true", "nein, false", "No, false",
            "FALSCH, false", "0, false"})
    void aFlagIsReadInEitherLanguage(String cell, boolean flag) {
        assertEquals(Optional.of(flag), german.read(Field.ACTIVE, cell, "EUR"));
        assertEquals(Optional.of(flag), english.read(Field.ACTIVE, cell, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"maybe, is_active", "60.5, duration_minutes", "an hour, duration_minutes"})
    void whatIsNoneIsNotGuessed(String cell, String field) {
        assertEquals(Optional.empty(), english.read(Field.of(field).orElseThrow(), cell, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"JPY, '1,200', 1200", "JPY, 1.200, 1200", "KWD, 1.250, 1.250"})
    void whatGroupsDigitsDependsOnTheCurrency(String currency, String cell, String amount) {
        assertEquals(Optional.of(Money.parse(amount + " " + currency)), english.read(Field.PRICE, cell, currency));
    }

    private static CellText cells(Locale locale) {
        var texts = new Texts(locale);
        return new CellText(texts, new TimeText(texts, ZoneOffset.UTC));
    }
}
