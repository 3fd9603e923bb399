package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One scripted failure: `Fault.of(RESET_AFTER).on("PATCH", "/v2/event-types/*").times(2)`.
///
/// @param method an HTTP method, or `*`
/// @param path the path without query, where `*` stands for any characters
/// @param after how many matching requests pass unharmed first
/// @param times how many matching requests it strikes
/// @param field the event type's key it is about, "" where none
/// @param value the value that key takes, or null
/// @param hold how long a connection is held
/// @param bytes how much padding is sent
public record Fault(
        FaultKind kind, String method, String path, int after, int times, String field, @Nullable JsonNode value,
        Duration hold, int bytes) {

    /// Strikes the next request, whatever it is.
    public static Fault of(FaultKind kind) {
        return new Fault(kind, "*", "*", 0, 1, "", null, Duration.ofMinutes(2), 20_000_000);
    }

    /// Limits it to a method and a path.
    public Fault on(String method, String path) {
        return new Fault(kind, method, path, after, times, field, value, hold, bytes);
    }

    /// Strikes this many matching requests.
    public Fault times(int times) {
        return new Fault(kind, method, path, after, times, field, value, hold, bytes);
    }

    /// Lets this many matching requests pass first.
    public Fault after(int after) {
        return new Fault(kind, method, path, after, times, field, value, hold, bytes);
    }

    /// Names the key, and the value it takes.
    public Fault field(String field, @Nullable JsonNode value) {
        return new Fault(kind, method, path, after, times, field, value, hold, bytes);
    }

    /// Holds the connection for this long.
    public Fault hold(Duration hold) {
        return new Fault(kind, method, path, after, times, field, value, hold, bytes);
    }

    /// Sends this much padding.
    public Fault bytes(int bytes) {
        return new Fault(kind, method, path, after, times, field, value, hold, bytes);
    }

    boolean matches(String requestMethod, String requestPath) {
        return (method.equals("*") || method.equals(requestMethod)) && glob().matches(requestPath);
    }

    /// Whether a request with this body is meant.
    boolean concerns(String body) {
        return kind != FaultKind.ERROR_500 || field.isEmpty() || body.contains("\"" + field + "\":");
    }

    private Glob glob() {
        return new Glob(path);
    }

    /// A pattern in which `*` stands for any characters.
    private record Glob(String pattern) {
        boolean matches(String text) {
            String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
            return text.matches(regex);
        }
    }

    /// The form in which a fault is scripted over HTTP; only `kind` is needed.
    ///
    /// @throws IllegalArgumentException when there is no such kind
    static Fault read(JsonNode node) {
        Fault fault = of(FaultKind.valueOf(node.path("kind").asText()));
        return fault.on(node.path("method").asText("*"), node.path("path").asText("*"))
                .times(node.path("times").asInt(1))
                .after(node.path("after").asInt(0))
                .field(node.path("field").asText(""), node.get("value"))
                .hold(Duration.ofMillis(node.path("millis").asLong(fault.hold().toMillis())))
                .bytes(node.path("bytes").asInt(fault.bytes()));
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object().put("kind", kind.name()).put("method", method).put("path", path);
        node.put("after", after).put("times", times).put("field", field).put("millis", hold.toMillis());
        node.put("bytes", bytes);
        node.set("value", value);
        return node;
    }
}
