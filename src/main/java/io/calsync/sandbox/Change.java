package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// One step in an event type's history.
///
/// @param who the name of the person or program
/// @param action CREATED, UPDATED or DELETED
/// @param before the whole document, {} when it did not exist
/// @param after the whole document, {} when it is gone
public record Change(Instant at, long eventTypeId, String who, String action, ObjectNode before, ObjectNode after) {

    /// The answer form: only the keys that differ, each with its old and new value.
    ObjectNode toJson(long number) {
        ObjectNode node = Json.object().put("id", Long.toString(number)).put("timestamp", at.toString());
        node.putObject("actor").put("type", "user").put("displayName", who);
        ObjectNode changes = node.put("action", action).putObject("changes");
        before.properties().forEach(entry -> note(changes, entry.getKey()));
        after.properties().forEach(entry -> note(changes, entry.getKey()));
        return node;
    }

    private void note(ObjectNode changes, String key) {
        JsonNode old = before.path(key);
        JsonNode now = after.path(key);
        if (!old.equals(now)) {
            ObjectNode change = changes.putObject(key);
            change.set("old", old.isMissingNode() ? null : old);
            change.set("new", now.isMissingNode() ? null : now);
        }
    }
}
