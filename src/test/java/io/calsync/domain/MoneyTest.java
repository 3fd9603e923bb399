package io.calsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The Platform counts whole units, Cal.com the smallest ones: between them nothing may get lost.
class MoneyTest {
    @ParameterizedTest
    @CsvSource({
            "45,       EUR, 4500, 45.00 EUR",
            "20.5,     EUR, 2050, 20.50 EUR",
            "0,        EUR, 0,    0.00 EUR",
            "-3,       EUR, -300, -3.00 EUR",
            "1200,     JPY, 1200, 1200 JPY",
            "1.234,    BHD, 1234, 1.234 BHD",
            "45,       eur, 4500, 45.00 EUR",
            "7.5,      QQQ, 750,  7.50 QQQ",
            "99999999.99, EUR, 9999999999, 99999999.99 EUR"})
    void countsSmallestUnitsAndBack(BigDecimal amount, String currency, long minor, String text) {
        var money = Money.of(amount, currency);
        assertEquals(minor, money.minor());
        assertEquals(0, amount.compareTo(money.amount()));
        assertEquals(text, money.toString());
        assertEquals(money, Money.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"20.504, 2050", "20.505, 2051", "20.514999, 2051", "-20.505, -2051"})
    void roundsHalfUp(BigDecimal amount, long minor) {
        assertEquals(minor, Money.of(amount, "EUR").minor());
    }

    @Test
    void theSameAmountInAnotherCurrencyIsAnotherValue() {
        assertNotEquals(new Money(4500, "EUR"), new Money(4500, "USD"));
        assertEquals(new Money(4500, "EUR"), new Money(4500, "eur"));
    }

    @Test
    void anAmountThatFitsNowhereIsAnErrorAndNotAnotherAmount() {
        assertThrows(ArithmeticException.class, () -> Money.of(new BigDecimal("1e30"), "EUR"));
    }
}
