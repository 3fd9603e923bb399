package io.calsync.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts;
import io.calsync.domain.FieldFacts.Doubt;
import io.calsync.domain.FieldFacts.Intent;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.FieldFacts.Pair;
import io.calsync.domain.FieldFacts.Refusal;
import io.calsync.domain.Message;
import io.calsync.domain.Values;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One field's facts in the form in which they are kept: values in their text form, null for [Values#NOT_HELD].
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FactsJson(
        @Nullable Sent intent,
        @Nullable List<@Nullable String> missed,
        @Nullable Refused refusal,
        @Nullable Doubted doubt,
        @Nullable Both accepted,
        @Nullable OwnPolicy own,
        @Nullable List<Instant> overwrites) {
    private static final TypeReference<Map<String, @Nullable FactsJson>> BY_KEY = new TypeReference<>() {};

    record Sent(long eventTypeId, @Nullable String expected, @Nullable String value, Instant at) {}

    record Both(@Nullable String platform, @Nullable String calcom) {}

    record Refused(Both seen, Message why) {}

    record Doubted(@Nullable String calcom, Message why) {}

    static String write(Map<Field, FieldFacts> facts) {
        var kept = new LinkedHashMap<String, FactsJson>();
        for (Field field : Field.values()) {
            if (facts.get(field) instanceof FieldFacts known) kept.put(field.key(), of(field, known));
        }
        return Json.write(kept);
    }

    /// Facts of fields that are no longer in the registry are passed over.
    static Map<Field, FieldFacts> read(String json) {
        var facts = new EnumMap<Field, FieldFacts>(Field.class);
        Json.read(json, BY_KEY).forEach((key, kept) -> {
            var field = Field.of(key);
            if (field.isPresent() && kept != null) facts.put(field.get(), kept.facts(field.get()));
        });
        return facts;
    }

    private static FactsJson of(Field field, FieldFacts facts) {
        var sent =
                facts.intent() instanceof Intent(long id, Object expected, Object value, Instant at)
                        ? new Sent(id, text(field, expected), text(field, value), at)
                        : null;
        var refused =
                facts.refusal() instanceof Refusal(Pair seen, Message why) ? new Refused(both(field, seen), why) : null;
        var doubted = facts.doubt() instanceof Doubt(Object calcom, Message why) ? new Doubted(text(field, calcom), why)
                : null;
        var accepted = facts.accepted() instanceof Pair pair ? both(field, pair) : null;
        var missed = facts.missed().stream().<@Nullable String>map(value -> text(field, value)).toList();
        return new FactsJson(sent, missed, refused, doubted, accepted, facts.own(), facts.overwrites());
    }

    private FieldFacts facts(Field field) {
        return new FieldFacts(
                intent == null
                        ? null
                        : new Intent(
                                intent.eventTypeId,
                                value(field, intent.expected),
                                value(field, intent.value),
                                intent.at),
                missed == null ? List.of() : missed.stream().map(text -> value(field, text)).toList(),
                refusal == null ? null : new Refusal(pair(field, refusal.seen), refusal.why),
                doubt == null ? null : new Doubt(value(field, doubt.calcom), doubt.why),
                accepted == null ? null : pair(field, accepted),
                own,
                overwrites == null ? List.of() : overwrites);
    }

    private static Both both(Field field, Pair pair) {
        return new Both(text(field, pair.platform()), text(field, pair.calcom()));
    }

    private static Pair pair(Field field, Both both) {
        return new Pair(value(field, both.platform), value(field, both.calcom));
    }

    private static @Nullable String text(Field field, Object value) {
        return Values.NOT_HELD.equals(value) ? null : field.type().encode(value);
    }

    private static Object value(Field field, @Nullable String text) {
        return text == null ? Values.NOT_HELD : field.type().decode(text);
    }
}
