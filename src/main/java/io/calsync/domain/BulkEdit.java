package io.calsync.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One change that a person makes to one field of many services. Pure; what it makes of a service is an [Outcome]. Numbers
/// are exact until they are rounded once: as asked for, else half up to the unit of the currency that the Platform keeps, or
/// to the minute.
public sealed interface BulkEdit {
    /// The same value everywhere.
    ///
    /// @param value of the field's type; of an amount a [BigDecimal] in whole units, for each service has its own currency
    record SetTo(Object value) implements BulkEdit {}

    /// So much more, or less where it is negative.
    ///
    /// @param rounding null = as it comes
    record Add(BigDecimal amount, @Nullable Rounding rounding) implements BulkEdit {}

    /// So many hundredths more, or fewer where it is negative.
    ///
    /// @param rounding null = as it comes
    record Percent(BigDecimal percent, @Nullable Rounding rounding) implements BulkEdit {}

    record RoundTo(Rounding rounding) implements BulkEdit {}

    /// One text in the place of every occurrence of another; capitals count.
    record Replace(String find, String with) implements BulkEdit {}

    /// To a multiple of a number.
    ///
    /// @param step above 0
    record Rounding(BigDecimal step, RoundingMode mode) {
        private BigDecimal of(BigDecimal number) {
            return number.divide(step, 0, mode).multiply(step);
        }
    }

    /// What becomes of the field of one service.
    sealed interface Outcome {}

    record Becomes(Object value) implements Outcome {}

    record Same() implements Outcome {}

    record Refused(Message why) implements Outcome {}

    /// What it makes of a field of a service.
    default Outcome on(Field field, Service service) {
        var before = service.row().platform();
        if (!(this instanceof SetTo) && !before.has(field))
            return new Refused(Message.of("bulk-edit.no-value", field));
        try {
            Object value = field.type().canonical(value(field, before, service.currency()));
            if (Objects.equals(value, before.raw(field))) return new Same();
            Optional<Message> limit = field.type().beyondLimits(value);
            return limit.isPresent() ? new Refused(limit.get()) : new Becomes(value);
        } catch (ArithmeticException beyondCounting) {
            return new Refused(Message.of("bulk-edit.beyond-counting"));
        }
    }

    private Object value(Field field, Values before, String currency) {
        return switch (this) {
            case SetTo(BigDecimal amount) -> Money.of(amount, currency);
            case SetTo(Object value) -> value;
            case Replace(String find, String with) -> before.text(field).replace(find, with);
            case Add(BigDecimal amount, Rounding rounding) ->
                    like(field, before.get(field), rounded(number(before.get(field)).add(amount), rounding));
            case Percent(BigDecimal percent, Rounding rounding) -> {
                var now = number(before.get(field));
                yield like(field, before.get(field),
                        rounded(now.add(now.multiply(percent).movePointLeft(2)), rounding));
            }
            case RoundTo(Rounding rounding) -> like(field, before.get(field), rounding.of(number(before.get(field))));
        };
    }

    private static BigDecimal number(Object value) {
        return value instanceof Money money ? money.amount() : BigDecimal.valueOf((Long) value);
    }

    private static Object like(Field field, Object before, BigDecimal number) {
        if (before instanceof Money money && field.type() instanceof FieldType.Amount type) {
            var kept = number.setScale(type.decimals(money.currency()), RoundingMode.HALF_UP);
            return Money.of(kept, money.currency());
        }
        return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static BigDecimal rounded(BigDecimal number, @Nullable Rounding rounding) {
        return rounding == null ? number : rounding.of(number);
    }
}
