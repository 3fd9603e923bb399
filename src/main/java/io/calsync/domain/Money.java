package io.calsync.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An amount in the smallest unit of its currency, as Cal.com counts it; the Platform counts whole units.
///
/// @param minor    cents for EUR, whole yen for JPY
/// @param currency ISO 4217 code, upper case
public record Money(long minor, String currency) {
    /// By code; currencies without a number of decimals, such as gold, are left out.
    private static final Map<String, Integer> DIGITS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,19}(?:\\.\\d{1,4})?) (.*)", Pattern.DOTALL);

    public Money {
        currency = currency.toUpperCase(Locale.ROOT);
    }

    /// @param amount whole currency units; more decimals than the currency has are rounded half up
    public static Money of(BigDecimal amount, String currency) {
        var scaled = amount.movePointRight(digits(currency)).setScale(0, RoundingMode.HALF_UP);
        return new Money(scaled.longValueExact(), currency);
    }

    /// Reads what [#toString] writes, for example `45.00 EUR`.
    ///
    /// @throws IllegalArgumentException where it is no amount
    public static Money parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("no amount: " + text);
        try {
            return of(new BigDecimal(parts.group(1)), parts.group(2));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("no amount: " + text, e);
        }
    }

    /// The amount in whole currency units.
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /// The number of decimals that the currency has; two where it is not known.
    public static int digits(String currency) {
        return DIGITS.getOrDefault(currency.toUpperCase(Locale.ROOT), 2);
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
