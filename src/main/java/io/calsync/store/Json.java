package io.calsync.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.Serial;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Executable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON text for the columns that hold it. Keys that this version does not know are passed over, so that a workspace can
/// be read after a newer console has used it without a new schema.
final class Json {
    static final TypeReference<Map<String, @Nullable String>> TEXTS = new TypeReference<>() {};

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .annotationIntrospector(AnnotationIntrospector.pair(new NullMarks(), new JacksonAnnotationIntrospector()))
            .build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON for " + value.getClass(), e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        return read(() -> MAPPER.readValue(json, type));
    }

    static <T> T read(String json, TypeReference<T> type) {
        return read(() -> MAPPER.readValue(json, type));
    }

    private static <T> T read(Reading<T> reading) {
        try {
            var value = reading.value();
            if (value == null) throw new IllegalArgumentException("null");
            return value;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Unreadable("unreadable JSON", e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T value() throws JsonProcessingException;
    }

    /// A column holds something else than what was written there.
    static final class Unreadable extends IllegalStateException {
        @Serial private static final long serialVersionUID = 1;

        Unreadable(String what, Throwable cause) {
            super(what + ": " + cause.getMessage(), cause);
        }
    }

    /// What a record does not declare as nullable is not null in a column either.
    private static final class NullMarks extends NopAnnotationIntrospector {
        @Serial private static final long serialVersionUID = 1;

        @Override
        public JsonSetter.Value findSetterInfo(Annotated part) {
            if (!(part instanceof AnnotatedParameter parameter)) return JsonSetter.Value.empty();
            var type =
                    ((Executable) parameter.getOwner().getMember()).getAnnotatedParameterTypes()[parameter.getIndex()];
            var content = type instanceof AnnotatedParameterizedType many
                    ? nulls(List.of(many.getAnnotatedActualTypeArguments()).getLast())
                    : Nulls.DEFAULT;
            return JsonSetter.Value.construct(nulls(type), content);
        }

        private static Nulls nulls(AnnotatedElement type) {
            return type.isAnnotationPresent(Nullable.class) ? Nulls.DEFAULT : Nulls.FAIL;
        }
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {
        @Serial private static final long serialVersionUID = 1;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String text, DeserializationContext context) {
            return Instant.parse(text);
        }
    }
}
