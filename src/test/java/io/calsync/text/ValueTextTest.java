package io.calsync.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Money;
import io.calsync.domain.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {
    private final ValueText english = new ValueText(new Texts(Locale.ENGLISH));
    private final ValueText german = new ValueText(new Texts(Locale.GERMAN));
    private final ValueText deWithoutCountry = new ValueText(new Texts(Locale.of("de")));

    /// A value of a field, both ways of showing it and both ways of editing it.
    record Shown(Field field, Object value, String english, String german, String editEnglish, String editGerman) {}

    static Stream<Shown> shown() {
        return Stream.of(
                new Shown(Field.NAME, "Übergang & <b>", "Übergang & <b>", "Übergang & <b>", "Übergang & <b>",
                        "Übergang & <b>"),
                new Shown(Field.DURATION, 60L, "60 min", "60 Min.", "60", "60"),
                new Shown(Field.MINIMUM_NOTICE, 10_080L, "10080 min", "10080 Min.", "10080", "10080"),
                new Shown(Field.BUFFER_AFTER, -10L, "-10 min", "-10 Min.", "-10", "-10"),
                new Shown(Field.ACTIVE, true, "yes", "ja", "true", "true"),
                new Shown(Field.ONLINE, false, "no", "nein", "false", "false"),
                new Shown(Field.PRICE, money("45", "EUR"), "€45.00", "45,00 €", "45.00", "45,00"),
                new Shown(Field.PRICE, money("1234567.89", "EUR"), "€1,234,567.89", "1.234.567,89 €", "1234567.89",
                        "1234567,89"),
                new Shown(Field.PRICE, money("1200", "JPY"), "¥1,200", "1.200 ¥", "1200", "1200"),
                new Shown(Field.PRICE, money("1.234", "BHD"), "BHD1.234", "1,234 BHD", "1.234", "1,234"),
                new Shown(Field.PRICE, money("0", "EUR"), "€0.00", "0,00 €", "0.00", "0,00"),
                new Shown(Field.PRICE, money("7.5", "QQQ"), "7.50 QQQ", "7,50 QQQ", "7.50", "7,50"));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void showsAValueAsThePersonReadsIt(Shown shown) {
        assertEquals(shown.english(), plain(english.show(shown.field(), shown.value())));
        assertEquals(shown.german(), plain(german.show(shown.field(), shown.value())));
        assertEquals(shown.german(), plain(deWithoutCountry.show(shown.field(), shown.value())));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void whatAnEditorShowsIsReadBackAsTheSameValue(Shown shown) {
        assertEquals(shown.editEnglish(), english.edit(shown.field(), shown.value()));
        assertEquals(shown.editGerman(), german.edit(shown.field(), shown.value()));
        String currency = shown.value() instanceof Money money ? money.currency() : "EUR";
        for (ValueText words : List.of(english, german, deWithoutCountry)) {
            var typed = words.edit(shown.field(), shown.value());
            assertEquals(Optional.of(shown.value()), words.parse(shown.field(), typed, currency), typed);
        }
    }

    @Test
    void tellsNothingKnownFromNothingHeld() {
        assertEquals("–", english.show(Field.PRICE, null));
        assertEquals("not held", english.show(Field.PRICE, Values.NOT_HELD));
        assertEquals("nicht vorhanden", german.show(Field.SLUG, Values.NOT_HELD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            45       | EUR | 4500
            45.5     | EUR | 4550
            45,50    | EUR | 4550
            ' 45,50 '| EUR | 4550
            0,05     | EUR | 5
            1200     | JPY | 1200
            1,234    | BHD | 1234
            -3       | EUR | -300
            """)
    void takesCommaAndPointForTheDecimalSignInEitherLanguage(String typed, String currency, long minor) {
        for (ValueText words : List.of(english, german))
            assertEquals(Optional.of(new Money(minor, currency)), words.parse(Field.PRICE, typed, currency));
    }

    /// One comma or point with three digits behind it is a thousand to one person and a fraction to another.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,200    | EUR
            1.200    | EUR
            1.200,50 | EUR
            20.505   | EUR
            1,200    | JPY
            12.5     | JPY
            45 €     | EUR
            EUR 45   | EUR
            1e3      | EUR
            ,5       | EUR
            5.       | EUR
            ''       | EUR
            --5      | EUR
            ٤٥       | EUR
            9999999999999 | EUR
            """)
    void anAmountThatCouldMeanSomethingElseIsNone(String typed, String currency) {
        for (ValueText words : List.of(english, german))
            assertEquals(Optional.empty(), words.parse(Field.PRICE, typed, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "1,000", "60 min", "0x10", "1 0", "٦٠", "9999999999999999999", "+5", "sixty"})
    void onlyAWholeNumberIsANumberOfMinutes(String typed) {
        assertEquals(Optional.empty(), english.parse(Field.DURATION, typed, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "' 60 ', 60", "007, 7", "-10, -10", "999999999999999999, 999999999999999999"})
    void readsMinutesAlsoBeyondTheLimitsWhichAreToldApart(String typed, long minutes) {
        assertEquals(Optional.of(minutes), english.parse(Field.DURATION, typed, "EUR"));
    }

    @Test
    void readsYesAndNoInThisLanguageAndAsTheCommandsSpellThem() {
        for (String yes : List.of("ja", "JA", " true ", "True")) assertEquals(Optional.of(true), flag(german, yes));
        for (String no : List.of("nein", "false", "FALSE")) assertEquals(Optional.of(false), flag(german, no));
        assertEquals(Optional.of(true), flag(english, "Yes"));
        for (String neither : List.of("", "ja", "1", "on", "y")) assertEquals(Optional.empty(), flag(english, neither));
    }

    @Test
    void textIsTakenWithoutOuterBlanksAndAnythingIsText() {
        assertEquals(Optional.of("one\ntwo"), english.parse(Field.DESCRIPTION, "  one\r\ntwo ", "EUR"));
        assertEquals(Optional.of(""), english.parse(Field.NAME, "   ", "EUR"));
    }

    /// A new field joins the registry with an editor of its own: nothing here may need a change for it.
    @Test
    void everyFieldsKindCanBeShownEditedAndRead() {
        for (Field field : Field.values()) {
            Object value = switch (field.type()) {
                case FieldType.Text _ -> "text";
                case FieldType.Minutes _ -> 15L;
                case FieldType.Amount _ -> money("15", "EUR");
                case FieldType.Flag _ -> true;
            };
            assertEquals(Optional.of(value), german.parse(field, german.edit(field, value), "EUR"), field.key());
        }
    }

    private static Optional<Object> flag(ValueText words, String typed) {
        return words.parse(Field.ACTIVE, typed, "EUR");
    }

    private static Money money(String amount, String currency) {
        return Money.of(new BigDecimal(amount), currency);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
