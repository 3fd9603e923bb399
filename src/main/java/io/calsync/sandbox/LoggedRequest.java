package io.calsync.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One request as it arrived, and how it was answered. The key is never kept.
///
/// @param number counts from 1
/// @param path as sent, with its query
/// @param version the `cal-api-version` header, or null
/// @param body the text as sent, "" without one
/// @param status the status answered; 0 when no answer was sent on purpose
public record LoggedRequest(
        long number, Instant at, String method, String path, @Nullable String version, String body, int status) {

    /// Whether the request could have changed something.
    public boolean isWrite() {
        return !method.equals("GET");
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object().put("number", number).put("at", at.toString()).put("method", method);
        return node.put("path", path).put("version", version).put("body", body).put("status", status);
    }
}
