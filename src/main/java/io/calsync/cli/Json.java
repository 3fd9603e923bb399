package io.calsync.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Results as scripts read them.
final class Json {
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writerWithDefaultPrettyPrinter();

    private Json() {}

    static String write(Object result) {
        try {
            return WRITER.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for a result", e);
        }
    }

    /// What a command prints in place of a result that there is not.
    static Map<String, @Nullable Object> failure(List<String> sentences, Exit exit) {
        var json = object();
        json.put("error", String.join("\n", sentences));
        json.put("exit", exit.code());
        return json;
    }

    /// An object whose members keep their order and may be null.
    static Map<String, @Nullable Object> object() {
        return new LinkedHashMap<>();
    }

    /// A field's value: minutes as a number, a flag as a boolean, a price as a decimal number of whole currency units,
    /// null where a side has nothing to say.
    static @Nullable Object value(@Nullable Object value) {
        if (value == null || value.equals(Values.NOT_HELD)) return null;
        return value instanceof Money money ? money.amount() : value;
    }

    /// The same for a value in its text form.
    static @Nullable Object value(@Nullable Field field, @Nullable String text) {
        if (text == null || field == null) return text;
        return value(field.type().decode(text));
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
