package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The questions of a booking form: defaults, what a request may send, and what is stored then. Every request that
/// speaks of them replaces all of them; the default ones come back by themselves, the others do not.
public final class BookingFields {
    private static final ObjectNode API_DEFAULTS = Documents.template("apiFields");
    private static final ObjectNode WEB_DEFAULTS = Documents.template("webFields");
    private static final List<String> FIRST = List.of("name", "email", "location");
    private static final List<String> LAST = List.of("title", "notes", "guests", "rescheduleReason");
    private static final Set<String> CHOICES = Set.of("select", "multiselect", "checkbox", "radio");
    private static final Set<String> TYPES = Set.of(
            "phone", "address", "text", "number", "textarea", "select", "multiselect", "multiemail", "checkbox",
            "radio", "boolean", "url");

    private BookingFields() {}

    /// The fields of an event type made through the API.
    public static ArrayNode afterApiCreate() {
        return Json.array(API_DEFAULTS.deepCopy().valueStream().toList());
    }

    /// The fields of an event type made on the web pages and never edited: `attendeePhoneNumber` has no label.
    public static ArrayNode afterWebCreate() {
        return Json.array(WEB_DEFAULTS.deepCopy().valueStream().toList());
    }

    /// What is left after a request with a missing or unknown version.
    static ArrayNode onlyEmail() {
        return Json.array(List.of(API_DEFAULTS.required("email").deepCopy()));
    }

    /// The stored fields after a request that sends `bookingFields`.
    ///
    /// @param guestsHidden what `disableGuests` becomes by this request
    /// @throws Refusal when one of them is not acceptable
    static ArrayNode replacedBy(JsonNode sent, boolean guestsHidden) {
        check(sent);
        Map<String, ObjectNode> bySlug = new LinkedHashMap<>();
        sent.forEach(field -> bySlug.put(field.path("slug").asText(field.path("type").asText()), stored(field)));
        ArrayNode result = Json.array(List.of());
        FIRST.forEach(slug -> result.add(orDefault(bySlug, slug)));
        bySlug.forEach((slug, field) -> {
            if (!FIRST.contains(slug) && !LAST.contains(slug)) {
                result.add(field);
            }
        });
        LAST.forEach(slug -> result.add(orDefault(bySlug, slug)));
        hideGuests(result, guestsHidden);
        return result;
    }

    /// The stored fields after a request that sends `disableGuests` alone: every custom field is gone.
    static ArrayNode resetBy(boolean disableGuests) {
        ArrayNode fields = afterApiCreate();
        hideGuests(fields, disableGuests);
        return fields;
    }

    /// Whether the sent fields hide the guests field, which then is what `disableGuests` becomes.
    static boolean hidesGuests(JsonNode sent) {
        return sent.valueStream()
                .anyMatch(field -> "guests".equals(field.path("slug").textValue())
                        && field.path("hidden").asBoolean());
    }

    private static void hideGuests(ArrayNode fields, boolean hidden) {
        fields.forEach(field -> {
            if ("guests".equals(field.path("slug").textValue())) {
                ((ObjectNode) field).put("hidden", hidden);
            }
        });
    }

    private static JsonNode orDefault(Map<String, ObjectNode> sent, String slug) {
        ObjectNode field = sent.get(slug);
        return field == null ? API_DEFAULTS.required(slug).deepCopy() : field;
    }

    private static void check(JsonNode sent) {
        if (!sent.isArray()) {
            throw Refusal.badRequest("'bookingFields' must be an array.");
        }
        if (sent.isEmpty()) {
            throw Refusal.badRequest("'bookingFields' must contain at least 1 booking field.");
        }
        sent.forEach(BookingFields::checkOne);
    }

    private static void checkOne(JsonNode field) {
        String type = field.path("type").asText();
        if (isDefault(field.path("slug").asText(type))) {
            return;
        }
        if (!TYPES.contains(type)) {
            throw Refusal.badRequest("Invalid booking field type: " + type);
        }
        require(field.path("slug").isTextual(), type, "slug must be a string");
        require(field.path("label").isTextual(), type, "label must be a string");
        require(field.path("required").isBoolean(), type, "required must be a boolean value");
        require(!CHOICES.contains(type) || field.path("options").isArray(), type, "options must be an array");
    }

    private static void require(boolean fulfilled, String type, String message) {
        if (!fulfilled) {
            throw Refusal.badRequest("Validation failed for " + type + " booking field: " + message);
        }
    }

    private static boolean isDefault(String slug) {
        return FIRST.contains(slug) || LAST.contains(slug);
    }

    /// One field as it reads back: known keys in the server's order, the rest (such as `minLength`) is lost.
    private static ObjectNode stored(JsonNode sent) {
        String slug = sent.path("slug").asText(sent.path("type").asText());
        boolean byDefault = API_DEFAULTS.has(slug) || WEB_DEFAULTS.has(slug);
        ObjectNode field = Json.object().put("isDefault", byDefault);
        field.set("type", sent.path("type"));
        field.put("slug", slug);
        if (!byDefault) {
            copy(sent, field, "label");
        }
        field.put("required", sent.path("required").asBoolean());
        if (byDefault) {
            copy(sent, field, "label");
        }
        copy(sent, field, "placeholder");
        if (!slug.equals("location")) {
            field.put("disableOnPrefill", sent.path("disableOnPrefill").asBoolean());
        }
        copy(sent, field, "options");
        if (!slug.equals("name")) {
            field.put("hidden", sent.path("hidden").asBoolean());
        }
        return field;
    }

    private static void copy(JsonNode from, ObjectNode to, String key) {
        JsonNode value = from.get(key);
        if (value != null) {
            to.set(key, value);
        }
    }
}
