package io.calsync.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The booking form's fields of an event type, which a change of *disable guests* must send back whole: a request
/// replaces all of them. Measured on a real server; see the captures of a real server's answers, numbers 30 to 41 and 464 to 470.
final class BookingFields {
    static final String KEY = "bookingFields";

    private BookingFields() {}

    /// Why these fields cannot be sent back unharmed: a kind of field this API version does not write, or length limits
    /// of a text that every round trip drops.
    static Optional<Message> obstacle(Map<String, ?> eventType) {
        if (!(eventType.get(KEY) instanceof List<?> fields))
            return Optional.of(Message.of("obstacle.booking-fields-unknown"));
        return fields.stream()
                .map(Map.class::cast)
                .filter(BookingFields::isLostOnTheWay)
                .findFirst()
                .map(field -> Message.of("obstacle.booking-field", String.valueOf(field.get("slug"))));
    }

    /// The fields as a request may carry them, with `guests` hidden or shown to match.
    static List<Map<String, Object>> sendable(Map<String, ?> eventType, boolean disableGuests) {
        var sendable = new ArrayList<Map<String, Object>>();
        if (eventType.get(KEY) instanceof List<?> fields) {
            for (Object field : fields) sendable.add(withoutNulls((Map<?, ?>) field, disableGuests));
        }
        return sendable;
    }

    private static Map<String, Object> withoutNulls(Map<?, ?> field, boolean disableGuests) {
        var copy = new LinkedHashMap<String, Object>();
        field.forEach((key, value) -> {
            if (value != null) copy.put(String.valueOf(key), value);
        });
        if ("guests".equals(field.get("slug"))) copy.put("hidden", disableGuests);
        // Cal.com answers 400 "label must be a string" for its own hidden phone field, which has none.
        if ("attendeePhoneNumber".equals(field.get("slug"))) copy.putIfAbsent("label", "Phone");
        return copy;
    }

    private static boolean isLostOnTheWay(Map<?, ?> field) {
        return "unknown".equals(field.get("type")) || field.containsKey("minLength") || field.containsKey("maxLength");
    }
}
