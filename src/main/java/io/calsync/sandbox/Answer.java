package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A complete HTTP answer, before it goes on the wire.
///
/// @param headers all but the length, in the order they are sent
record Answer(int status, Map<String, String> headers, String body) {
    private static final String JSON = "application/json; charset=utf-8";

    static Answer of(int status, String type, String body) {
        return new Answer(status, Map.of("Content-Type", type), body);
    }

    static Answer json(int status, JsonNode body) {
        return of(status, JSON, Json.write(body));
    }

    static Answer success(int status, JsonNode data) {
        return json(status, envelope(data));
    }

    /// A list whose items are already written out: ten thousand event types are 20 MB, so they are not parsed again.
    static Answer list(List<String> items) {
        return of(200, JSON, "{\"status\":\"success\",\"data\":[" + String.join(",", items) + "]}");
    }

    static ObjectNode envelope(JsonNode data) {
        ObjectNode body = Json.object().put("status", "success");
        body.set("data", data);
        return body;
    }

    boolean isJson() {
        return JSON.equals(headers.get("Content-Type"));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    Answer withHeaders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.putAll(headers);
        return new Answer(status, all, body);
    }

    Answer withBody(UnaryOperator<String> change) {
        return new Answer(status, headers, change.apply(body));
    }
}
