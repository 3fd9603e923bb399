package io.calsync.calcom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// JSON as plain maps, lists, strings, numbers, booleans and null, within bounds that no honest answer reaches.
final class Json {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 2_000_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /// @throws IOException where it is not one whole JSON value; its message says line and column, nothing of the content
    static @Nullable Object read(String body) throws IOException {
        try {
            return MAPPER.readValue(body, Object.class);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? "?" : at.getLineNr() + ":" + at.getColumnNr();
            // Without the cause, whose message may hold a piece of the answer.
            throw new IOException(where);
        }
    }

    /// The object that an answer holds, empty where it is anything else.
    static Optional<Map<?, ?>> object(String body) {
        try {
            return read(body) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static byte[] write(Map<String, Object> body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request is made of plain values only", e);
        }
    }
}
