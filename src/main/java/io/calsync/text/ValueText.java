package io.calsync.text;

import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values of fields as a person reads and types them.
public final class ValueText {
    /// Characters of a value inside a sentence.
    private static final int LONGEST = 120;
    private static final int MOST_DECIMALS = 4;

    private final Texts texts;

    public ValueText(Texts texts) {
        this.texts = texts;
    }

    /// For example "60 min", "45,00 €", "yes"; a dash where there is nothing to show.
    public String show(Field field, @Nullable Object value) {
        if (value == null) return texts.say("value.unknown");
        if (value.equals(Values.NOT_HELD)) return texts.say("value.not-held");
        return switch (field.type()) {
            case FieldType.Text _ -> (String) value;
            case FieldType.Minutes _ -> texts.say("value.minutes", (Long) value);
            case FieldType.Amount _ -> amount((Money) value);
            case FieldType.Flag _ -> texts.say((Boolean) value ? "value.yes" : "value.no");
        };
    }

    /// A value in the text form of the store and the audit trail, as a person reads it.
    ///
    /// @param encoded null = nothing is known
    public String decoded(Field field, @Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) return texts.say("value.unknown");
        return show(field, encoded.equals(Change.NOT_HELD) ? Values.NOT_HELD : field.type().decode(encoded));
    }

    /// A link in the text form of the audit trail: the state, the event type, perhaps more.
    ///
    /// @param encoded null = there was none
    public String link(@Nullable String encoded) {
        if (encoded == null) return texts.say("value.unknown");
        var parts = encoded.split(" ", 3);
        boolean gone = parts[0].equals(Link.State.GONE.name());
        if (!gone) return "#" + parts[1];
        return texts.say(parts.length > 2 ? "change.link.waiting" : "change.link.gone", parts[1]);
    }

    /// A service's own policy in the text form of the audit trail: its constant and perhaps a reason.
    public String policy(String encoded) {
        var parts = encoded.split(" ", 2);
        String policy = texts.say("policy." + parts[0].toLowerCase(Locale.ROOT));
        return parts.length == 1 ? policy : policy + " (" + parts[1] + ")";
    }

    /// A sentence about a field and one of its values in text form, in this order; the value is shown as in a table.
    public String say(Message message) {
        if (message.args().size() < 2) return texts.say(message);
        String key = Message.fieldKey(message.args().getFirst());
        var field = Field.of(key == null ? "" : key);
        if (field.isEmpty()) return texts.say(message);
        String value = decoded(field.get(), Message.plain(message.args().get(1))).replaceAll("\\s+", " ");
        return texts.say(message.key(), texts.label(field.get()), shortened(value));
    }

    /// A field and what both sides hold of it, for the gaps of a sentence.
    public Object[] bothSides(Field field, Row row) {
        return new Object[]{texts.label(field), show(field, row.platform().raw(field)),
                show(field, row.calcom().raw(field))};
    }

    /// As an editor shows it: without unit and currency.
    public String edit(Field field, Object value) {
        return switch (field.type()) {
            case FieldType.Text _ -> (String) value;
            case FieldType.Minutes _,FieldType.Flag _ -> value.toString();
            case FieldType.Amount _ -> plain((Money) value);
        };
    }

    /// Reads what a person typed; decimal comma and point both count as such, yes and no in this language too.
    ///
    /// @param currency of the price
    /// @return empty where it is no value of this field's kind
    public Optional<Object> parse(Field field, String typed, String currency) {
        String text = typed.strip();
        return switch (field.type()) {
            case FieldType.Text _ -> Optional.of(field.type().canonical(typed));
            case FieldType.Minutes _ -> whole(text);
            case FieldType.Amount _ ->
                    decimal(text, Money.digits(currency)).map(amount -> Money.of(amount, currency));
            case FieldType.Flag _ -> flag(text);
        };
    }

    /// A number with or without decimals, as a person types it.
    public static Optional<BigDecimal> number(String typed) {
        String text = typed.strip();
        return decimal(text.startsWith("+") ? text.substring(1).strip() : text, MOST_DECIMALS);
    }

    private Optional<Object> flag(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase(texts.say("value.yes"))) return Optional.of(true);
        if (text.equalsIgnoreCase("false") || text.equalsIgnoreCase(texts.say("value.no"))) return Optional.of(false);
        return Optional.empty();
    }

    private static Optional<Object> whole(String text) {
        return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /// More decimals than the currency has are no amount: `1,200` may be meant as twelve hundred.
    private static Optional<BigDecimal> decimal(String text, int digits) {
        String plain = text.replace(',', '.');
        if (!plain.matches("-?\\d{1,12}(\\.\\d{1,4})?")) return Optional.empty();
        return Optional.of(new BigDecimal(plain)).filter(amount -> amount.scale() <= digits);
    }

    private String amount(Money money) {
        var format = NumberFormat.getCurrencyInstance(formatLocale());
        try {
            format.setCurrency(Currency.getInstance(money.currency()));
        } catch (IllegalArgumentException unknownCurrency) {
            return plain(money) + " " + money.currency();
        }
        // The format keeps the decimals of its own country's currency.
        format.setMinimumFractionDigits(Money.digits(money.currency()));
        format.setMaximumFractionDigits(Money.digits(money.currency()));
        return format.format(money.amount());
    }

    private String plain(Money money) {
        var format = NumberFormat.getInstance(formatLocale());
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(Money.digits(money.currency()));
        return format.format(money.amount());
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }

    private Locale formatLocale() {
        return texts.locale().getCountry().isEmpty() && texts.locale().getLanguage().equals("de") ? Locale.GERMANY
                : texts.locale();
    }
}
