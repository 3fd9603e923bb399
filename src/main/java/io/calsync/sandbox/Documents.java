package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Event types as JSON documents. They are kept in the shape and key order in which a real server answers a GET by id,
/// except that a description never set is null inside and reads as "".
public final class Documents {
    private static final ObjectNode TEMPLATE = template("eventType");
    private static final String WEB = "http://localhost:3000/";

    private Documents() {}

    static ObjectNode template(String name) {
        return (ObjectNode) Json.resource("templates.json").required(name);
    }

    /// A new event type of a user, with everything as Cal.com sets it by itself.
    public static ObjectNode ofUser(Account owner, long id) {
        ObjectNode doc = TEMPLATE.deepCopy();
        doc.put("id", id).put("ownerId", owner.id());
        doc.set("bookingFields", BookingFields.afterApiCreate());
        doc.putArray("users").add(owner.asHost());
        return doc;
    }

    /// A new event type of a team.
    ///
    /// @param schedulingType "roundRobin", "collective" or "managed"
    public static ObjectNode ofTeam(Team team, long id, String schedulingType) {
        ObjectNode doc = TEMPLATE.deepCopy();
        doc.put("id", id).remove("ownerId");
        doc.remove("users");
        doc.set("bookingFields", BookingFields.afterApiCreate());
        doc.put("teamId", team.id()).putNull("parentEventTypeId").putArray("hosts");
        doc.put("assignAllTeamMembers", false).put("schedulingType", schedulingType);
        doc.set("team", team.summary());
        return doc;
    }

    static long id(JsonNode doc) {
        return doc.path("id").asLong();
    }

    /// The owning user's id, or 0 for a team's event type.
    static long owner(JsonNode doc) {
        return doc.path("ownerId").asLong();
    }

    /// The owning team's id, or 0 for a user's event type.
    static long team(JsonNode doc) {
        return doc.path("teamId").asLong();
    }

    /// What a GET by id shows; to be written out, not to be changed, for it shares its parts with the document.
    static ObjectNode shown(ObjectNode doc) {
        ObjectNode shown = Json.object().setAll(doc);
        if (shown.path("description").isNull()) {
            shown.put("description", "");
        }
        String page = shown.path("users").path(0).path("username").textValue();
        if (page != null) {
            shown.put("bookingUrl", WEB + page + "/" + shown.path("slug").textValue());
        }
        return shown;
    }

    /// What a list shows: as by id, but without hidden booking fields.
    static ObjectNode listed(ObjectNode doc) {
        ObjectNode listed = shown(doc);
        Stream<JsonNode> visible =
                doc.path("bookingFields").valueStream().filter(field -> !field.path("hidden").asBoolean());
        listed.set("bookingFields", Json.array(visible.toList()));
        return listed;
    }

    /// Sets a key right behind another one, as the server's serializer would have placed it.
    static void setBehind(ObjectNode doc, String before, String key, JsonNode value) {
        ObjectNode old = doc.deepCopy();
        doc.removeAll();
        old.properties().forEach(entry -> {
            if (!entry.getKey().equals(key)) {
                doc.set(entry.getKey(), entry.getValue());
            }
            if (entry.getKey().equals(before)) {
                doc.set(key, value);
            }
        });
    }

    /// Makes an event type charge money through a payment app, which no API request can do.
    ///
    /// @param minorUnits for example cents
    /// @param currency three letters in lower case
    public static void charge(ObjectNode doc, long minorUnits, String currency) {
        doc.put("price", minorUnits).put("currency", currency);
        ObjectNode app = doc.withObject("/metadata/apps/stripe");
        app.put("appId", "stripe").put("price", minorUnits).put("enabled", true);
        app.put("currency", currency).put("paymentOption", "ON_BOOKING");
    }

    /// Writes an event type's confirmation rule in the form the API shows.
    ///
    /// @param hours hours before the start below which a booking needs a yes, or null for always
    public static void confirm(ObjectNode doc, @Nullable Integer hours) {
        ObjectNode policy = doc.putObject("confirmationPolicy").put("type", hours == null ? "always" : "time");
        if (hours != null) {
            policy.putObject("noticeThreshold").put("unit", "hours").put("count", hours);
        }
        policy.put("blockUnconfirmedBookingsInBooker", false);
    }
}
