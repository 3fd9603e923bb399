package io.calsync.sandbox;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The body of a POST or PATCH in the current version: which keys exist, what they may hold. Keys that do not exist
/// here, the price among them, are dropped without a word, as Cal.com does.
final class EventTypeInput {
    private static final Map<String, Rule> RULES = rules();
    private static final Set<String> NEVER_NULL = Set.of(
            "lengthInMinutes", "title", "hidden", "beforeEventBuffer", "afterEventBuffer", "minimumBookingNotice",
            "disableGuests");
    private static final List<String> NEEDED = List.of("lengthInMinutes", "title", "slug");

    private EventTypeInput() {}

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        List.of(
                entry("lengthInMinutes", Rule.LENGTH),
                entry("lengthInMinutesOptions", Rule.ANY),
                entry("title", Rule.STRING),
                entry("slug", Rule.STRING),
                entry("description", Rule.STRING),
                entry("bookingFields", Rule.ANY),
                entry("disableGuests", Rule.BOOLEAN),
                entry("slotInterval", Rule.WHOLE),
                entry("minimumBookingNotice", Rule.COUNT),
                entry("beforeEventBuffer", Rule.WHOLE),
                entry("afterEventBuffer", Rule.WHOLE),
                entry("scheduleId", Rule.WHOLE),
                entry("confirmationPolicy", Rule.CONFIRMATION),
                entry("hidden", Rule.BOOLEAN))
                .forEach(entry -> rules.put(entry.getKey(), entry.getValue()));
        List.of("onlyShowFirstAvailableSlot", "requiresBookerEmailVerification", "hideCalendarNotes",
                "lockTimeZoneToggleOnBookingPage", "hideCalendarEventDetails", "hideOrganizerEmail",
                "bookingRequiresAuthentication", "allowReschedulingPastBookings",
                "allowReschedulingCancelledBookings", "showOptimizedSlots")
                .forEach(flag -> rules.put(flag, Rule.BOOLEAN));
        List.of("bookerActiveBookingsLimit", "bookingWindow", "offsetStart", "recurrence", "seats",
                "successRedirectUrl", "calVideoSettings", "disableCancelling", "disableRescheduling",
                "interfaceLanguage", "locations")
                .forEach(key -> rules.put(key, Rule.ANY));
        return rules;
    }

    /// The acceptable body of a POST.
    static ObjectNode forCreate(JsonNode sent) {
        return checked(sent, NEEDED);
    }

    /// The acceptable body of a PATCH; an empty one is fine.
    static ObjectNode forChange(JsonNode sent) {
        return checked(sent, List.of());
    }

    private static ObjectNode checked(JsonNode sent, List<String> needed) {
        ObjectNode known = Json.object();
        RULES.keySet().stream().filter(sent::has).forEach(key -> known.set(key, sent.get(key)));
        ArrayNode errors = Json.array(List.of());
        RULES.forEach((key, rule) -> {
            JsonNode value = known.path(key);
            boolean absent = value.isMissingNode() || value.isNull();
            if (!absent || needed.contains(key)) {
                report(errors, inSentOrder(sent, known), key, rule.broken(key, value));
            }
        });
        if (!errors.isEmpty()) {
            ObjectNode details = Json.object();
            details.set("errors", errors);
            throw Refusal.invalid(details);
        }
        refuseWhatTheDatabaseRefuses(known);
        return known;
    }

    private static ObjectNode inSentOrder(JsonNode sent, ObjectNode known) {
        ObjectNode target = Json.object();
        sent.properties().stream().map(Map.Entry::getKey).filter(known::has)
                .forEach(key -> target.set(key, known.get(key)));
        return target;
    }

    private static void report(ArrayNode errors, ObjectNode target, String key, ObjectNode broken) {
        if (broken.isEmpty()) {
            return;
        }
        ObjectNode error = errors.addObject();
        error.set("target", target);
        if (target.has(key)) {
            error.set("value", target.get(key));
        }
        error.put("property", key).putArray("children");
        error.set("constraints", broken);
    }

    /// Null where a column is not nullable, numbers beyond 32 bits and NUL characters pass the checks above and break
    /// the insert: a 500 for ever, however often it is tried.
    private static void refuseWhatTheDatabaseRefuses(ObjectNode known) {
        boolean fails = known.propertyStream().anyMatch(entry -> {
            JsonNode value = entry.getValue();
            return (value.isNull() && NEVER_NULL.contains(entry.getKey()))
                    || (value.isIntegralNumber() && !value.canConvertToInt())
                    || (value.isTextual() && value.textValue().indexOf('\0') >= 0);
        });
        if (fails) {
            throw Refusal.internal();
        }
    }
}
