package io.calsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    @ParameterizedTest(name = "case {0}: {1} | {2} | {3} is {4}")
    @CsvSource(
            nullValues = "-",
            textBlock = """
                    1,  a, a, a, AGREED
                    2,  a, b, a, PLATFORM_AHEAD
                    3,  a, a, c, CALCOM_AHEAD
                    4,  a, b, b, AGREED
                    5,  a, b, c, BOTH_CHANGED
                    6,  -, a, a, AGREED
                    7,  -, a, c, FIRST_LINK
                    8,  '', a, '', PLATFORM_AHEAD
                    9,  '', '', a, CALCOM_AHEAD
                    10, '', a, c, BOTH_CHANGED
                    11, a, '', '', AGREED
                    12, a, -, a, UNKNOWN
                    13, a, a, -, UNKNOWN
                    14, -, -, -, UNKNOWN
                    15, a, !, a, NOT_HELD
                    16, a, a, !, NOT_HELD
                    17, -, b, !, NOT_HELD
                    18, a, -, !, UNKNOWN
                    """)
    void followsTheTable(int number, @Nullable String base, @Nullable String platform, @Nullable String calcom,
            Verdict verdict) {
        assertEquals(verdict, Verdict.of(value(base), value(platform), value(calcom)), "case " + number);
    }

    @ParameterizedTest(name = "{0} | {1} | {2} is {3}")
    @CsvSource(textBlock = """
            45.00 EUR, 45.00 EUR, 60.00 EUR, CALCOM_AHEAD
            45.00 EUR, 50.00 EUR, 45.00 EUR, PLATFORM_AHEAD
            45.00 EUR, 45.00 EUR, 45.00 USD, OTHER_CURRENCY
            45.00 EUR, 45.0 EUR, 45 EUR, AGREED
            """)
    void comparesPricesOnlyInOneCurrency(String base, String platform, String calcom, Verdict verdict) {
        assertEquals(verdict, Verdict.of(Money.parse(base), Money.parse(platform), Money.parse(calcom)));
    }

    private static @Nullable Object value(@Nullable String text) {
        return "!".equals(text) ? Values.NOT_HELD : text;
    }
}
