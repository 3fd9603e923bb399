package io.calsync.ui.kit;

import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Message;
import io.calsync.domain.Values;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import io.calsync.text.ValueText;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Everything that turns data into words of the person's language.
public record Words(Texts texts, ValueText values, TimeText times) {
    /// Characters of a value inside a sentence.
    private static final int LONGEST = 120;

    public static Words of(Texts texts, ZoneId zone) {
        return new Words(texts, new ValueText(texts), new TimeText(texts, zone));
    }

    public String say(String key, Object... args) {
        return texts.say(key, args);
    }

    public String say(Message message) {
        return texts.say(message);
    }

    /// A sentence about a field and one of its values in text form, in this order; the value is shown as in a table.
    public String sayValue(Message message) {
        if (message.args().size() < 2) return say(message);
        String key = Message.fieldKey(message.args().getFirst());
        var field = Field.of(key == null ? "" : key);
        if (field.isEmpty()) return say(message);
        String value = show(field.get(), message.args().get(1)).replaceAll("\\s+", " ");
        return say(message.key(), texts.label(field.get()), shortened(value));
    }

    /// A value in the text form of the store and the audit trail, as a person reads it.
    ///
    /// @param encoded null = nothing is known
    public String show(Field field, @Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) return say("value.unknown");
        return values.show(field, encoded.equals(Change.NOT_HELD) ? Values.NOT_HELD : field.type().decode(encoded));
    }

    /// A service's own rule for a field and why it was set.
    public String rule(Field field, OwnPolicy own) {
        String rule = say("policy." + own.policy().name().toLowerCase(Locale.ROOT));
        return say(own.reason().isEmpty() ? "rule.own" : "rule.own.reason", texts.label(field), rule, own.reason());
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }
}
