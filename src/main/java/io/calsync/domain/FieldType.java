package io.calsync.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a field's value is. Whatever differs by kind of value (editor, format, limits) is one exhaustive switch over this.
/// The Java types are: text [String], whole numbers [Long], amounts [Money], flags [Boolean].
public sealed interface FieldType {
    /// A line or several lines of text.
    ///
    /// @param allowed what a value must match as a whole, null = anything
    record Text(int min, int max, boolean multiline, @Nullable Pattern allowed) implements FieldType {}

    /// A whole number of minutes; outside `warnBelow..warnAbove` it is allowed but unusual.
    record Minutes(long min, long max, long warnBelow, long warnAbove) implements FieldType {}

    /// A price.
    ///
    /// @param max greatest amount in whole units of the currency, with as many decimals as an amount may have
    record Amount(BigDecimal max) implements FieldType {
        int decimals(String currency) {
            return Math.min(max.scale(), Money.digits(currency));
        }
    }

    /// Yes or no.
    record Flag() implements FieldType {}

    /// A person's text without trailing blanks and with one kind of line end; other values are canonical already.
    default Object canonical(Object value) {
        return value instanceof String text ? text.replace("\r\n", "\n").strip() : value;
    }

    /// The one text form, used in the store and in the audit trail. [#decode] reads it.
    default String encode(Object value) {
        return value.toString();
    }

    /// Reads what [#encode] wrote.
    default Object decode(String text) {
        return switch (this) {
            case Text _ -> canonical(text);
            case Minutes _ -> Long.valueOf(text);
            case Amount _ -> Money.parse(text);
            case Flag _ -> Boolean.valueOf(text);
        };
    }

    /// Why a value may neither be saved, pushed nor taken; empty where it is within the limits.
    default Optional<Message> beyondLimits(Object value) {
        return switch (this) {
            case Text(int min, int max, boolean multiline, Pattern allowed) ->
                    textLimit((String) value, min, max, allowed)
                            .or(() -> multiline ? Optional.empty() : lineLimit((String) value));
            case Minutes(long min, long max, _, _) -> (Long) value < min || (Long) value > max
                    ? Optional.of(Message.of("limit.minutes", min, max, value))
                    : Optional.empty();
            case Amount type -> amountLimit((Money) value, type);
            case Flag _ -> Optional.empty();
        };
    }

    /// What is allowed but so unusual that the person should look twice.
    default Optional<Message> unusual(Object value) {
        return this instanceof Minutes(_, _, long below, long above) && ((Long) value < below || (Long) value > above)
                ? Optional.of(Message.of("unusual.minutes", below, above, value))
                : Optional.empty();
    }

    private static Optional<Message> amountLimit(Money money, Amount type) {
        var amount = money.amount().stripTrailingZeros();
        if (amount.signum() < 0 || amount.compareTo(type.max) > 0) {
            var most = type.max.setScale(type.decimals(money.currency()), RoundingMode.DOWN);
            return Optional.of(Message.of("limit.amount", Money.of(most, money.currency()), money));
        }
        boolean fits = amount.scale() <= type.max.scale();
        return fits ? Optional.empty() : Optional.of(Message.of("limit.amount.decimals", type.max.scale(), money));
    }

    private static Optional<Message> lineLimit(String text) {
        boolean line = text.chars().noneMatch(Character::isISOControl);
        return line ? Optional.empty() : Optional.of(Message.of("limit.text.line"));
    }

    private static Optional<Message> textLimit(String text, int min, int max, @Nullable Pattern allowed) {
        int length = text.codePointCount(0, text.length());
        if (length < min) return Optional.of(Message.of("limit.text.empty"));
        if (length > max) return Optional.of(Message.of("limit.text.long", max, length));
        if (text.indexOf('\0') >= 0) return Optional.of(Message.of("limit.text.nul"));
        if (allowed != null && !allowed.matcher(text).matches())
            return Optional.of(Message.of("limit.text.form", text));
        return Optional.empty();
    }
}
