package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// Writes an acceptable body into a document, with the side effects a real server has.
final class EventTypeChange {
    private EventTypeChange() {}

    /// @param input from [EventTypeInput]
    static void apply(ObjectNode input, ObjectNode doc) {
        input.properties().forEach(entry -> applyOne(entry, doc));
        applyFields(input, doc);
    }

    private static void applyOne(Map.Entry<String, JsonNode> entry, ObjectNode doc) {
        JsonNode value = entry.getValue();
        switch (entry.getKey()) {
            case "bookingFields", "disableGuests" -> {}
            case "confirmationPolicy" -> doc.set("confirmationPolicy", policy(value));
            case "lengthInMinutesOptions" -> options(value, doc);
            default -> doc.set(entry.getKey(), value);
        }
    }

    /// Either key of the two replaces all booking fields; together they say what both become.
    private static void applyFields(ObjectNode input, ObjectNode doc) {
        JsonNode sent = input.path("bookingFields");
        JsonNode disable = input.path("disableGuests");
        boolean replaced = !sent.isMissingNode() && !sent.isNull();
        if (!replaced && disable.isMissingNode()) {
            return;
        }
        boolean hidden = disable.isBoolean() ? disable.booleanValue() : BookingFields.hidesGuests(sent);
        ArrayNode fields = replaced ? BookingFields.replacedBy(sent, hidden) : BookingFields.resetBy(hidden);
        doc.set("bookingFields", fields);
        doc.put("disableGuests", hidden);
    }

    /// The stored form: a threshold lives only as long as the type is `time`.
    private static JsonNode policy(JsonNode sent) {
        ObjectNode policy = Json.object();
        String type = sent.path("type").asText();
        if (type.isEmpty()) {
            return policy.put("disabled", true);
        }
        policy.put("type", type);
        if (type.equals("time")) {
            policy.set("noticeThreshold", sent.path("noticeThreshold"));
        }
        boolean block = sent.path("blockUnconfirmedBookingsInBooker").asBoolean();
        return policy.put("blockUnconfirmedBookingsInBooker", block);
    }

    private static void options(JsonNode value, ObjectNode doc) {
        doc.withObject("/metadata").set("multipleDuration", value);
        Documents.setBehind(doc, "lengthInMinutes", "lengthInMinutesOptions", value);
    }
}
