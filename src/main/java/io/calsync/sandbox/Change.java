package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/// One step in an event type's history.
///
/// @param who the name of the person or program
/// @param action CREATED, UPDATED or DELETED
/// @param before the keys that differ as they were, {} when it did not exist
/// @param after the keys that differ as they are, {} when it is gone
public record Change(Instant at, long eventTypeId, String who, String action, ObjectNode before, ObjectNode after) {

    /// The step from one document to the next, {} standing for none.
    static Change between(Instant at, long eventTypeId, String who, ObjectNode before, ObjectNode after) {
        String action = before.isEmpty() ? "CREATED" : after.isEmpty() ? "DELETED" : "UPDATED";
        return new Change(at, eventTypeId, who, action, differing(before, after), differing(after, before));
    }

    /// What the state file keeps.
    static Change read(JsonNode node) {
        return new Change(
                Instant.parse(node.required("at").asText()),
                node.required("eventTypeId").asLong(),
                node.required("who").asText(),
                node.required("action").asText(),
                (ObjectNode) node.required("before"),
                (ObjectNode) node.required("after"));
    }

    ObjectNode kept() {
        ObjectNode node = Json.object().put("at", at.toString()).put("eventTypeId", eventTypeId).put("who", who);
        node.put("action", action).set("before", before);
        node.set("after", after);
        return node;
    }

    /// The answer form: who, when, and what each plain value became.
    /// Shape: https://cal.com/docs/api-reference/v2/event-types/get-event-type-history
    ObjectNode toJson(long number) {
        ObjectNode log = Json.object().put("id", Long.toString(number)).put("timestamp", at.toString());
        log.put("action", action).putObject("actor").put("type", "USER").put("displayName", who);
        ArrayNode fields = log.putArray("displayFields");
        after.properties().stream().filter(entry -> entry.getValue().isValueNode()).forEach(entry -> {
            ObjectNode field = fields.addObject().put("label", inWords(entry.getKey()));
            field.putObject("fieldValue").put("type", "rawValue").put("value", entry.getValue().asText());
        });
        return log;
    }

    private static String inWords(String key) {
        String words = key.replaceAll("(?=\\p{Upper})", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static ObjectNode differing(ObjectNode one, ObjectNode other) {
        ObjectNode differing = Json.object();
        one.properties().stream()
                .filter(entry -> !entry.getValue().equals(other.path(entry.getKey())))
                .forEach(entry -> differing.set(entry.getKey(), entry.getValue()));
        return differing;
    }
}
