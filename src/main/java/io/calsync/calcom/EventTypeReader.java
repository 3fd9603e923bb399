package io.calsync.calcom;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads event types out of parsed answers. What cannot be read of one field becomes a complaint and leaves that field
/// unsaid; the rest counts.
final class EventTypeReader {
    /// What every event type has; a null there is no "not held".
    private static final Set<Field> NEVER_NULL = EnumSet.of(Field.NAME, Field.DURATION, Field.ACTIVE);

    private static final String BOOKING_FIELDS = "bookingFields";

    private EventTypeReader() {}

    /// The event type that an object of the right shape describes, empty where it is none.
    ///
    /// @param team the team to assume where the object names none, 0 for none
    static Optional<EventType> read(Object entry, long team, Instant asked) {
        if (!(entry instanceof Map<?, ?> map) || positive(map.get("id")) == 0) return Optional.empty();
        var raw = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> raw.put(String.valueOf(key), value));
        var complaints = new ArrayList<Message>();
        if (!sound(raw.get(BOOKING_FIELDS))) {
            raw.remove(BOOKING_FIELDS);
            complaints.add(Message.of("complaint.booking-fields"));
        }
        long parent = positive(raw.get("parentEventTypeId"));
        if (parent > 0) complaints.add(Message.of(EventType.COPY, positive(map.get("id")), parent));
        var values = values(raw, complaints);
        return Optional.of(
                new EventType(positive(map.get("id")), team(map, team), values, raw, asked, List.copyOf(complaints)));
    }

    /// Whether this is what the spoken API version calls an event type; older ones say `length`.
    static boolean rightShape(Object entry) {
        return entry instanceof Map<?, ?> map && map.containsKey("lengthInMinutes");
    }

    /// A number that can be an id, else 0.
    static long positive(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long ? Math.max(0, ((Number) value).longValue()) : 0;
    }

    private static Values values(Map<String, Object> raw, List<Message> complaints) {
        var values = Values.NONE;
        for (Field field : Field.synced()) {
            try {
                Object value = field.mapping().read(raw);
                if (value == null) continue;
                if (value.equals(Values.NOT_HELD) && NEVER_NULL.contains(field)) {
                    complaints.add(Message.of("complaint.empty", field));
                } else if (value.equals(Values.NOT_HELD) || fits(field.type(), value)) {
                    values = values.with(field, value);
                } else {
                    complaints.add(Message.of("complaint.wrong-kind", field));
                }
            } catch (IllegalArgumentException e) {
                complaints.add(Message.of("complaint.wrong-kind", field));
            }
        }
        return values;
    }

    private static boolean fits(FieldType type, Object value) {
        return switch (type) {
            case FieldType.Text _ -> value instanceof String;
            case FieldType.Minutes _ -> value instanceof Long;
            case FieldType.Amount _ -> value instanceof Money;
            case FieldType.Flag _ -> value instanceof Boolean;
        };
    }

    private static long team(Map<?, ?> entry, long otherwise) {
        long own = positive(entry.get("teamId"));
        if (own == 0 && entry.get("team") instanceof Map<?, ?> team) own = positive(team.get("id"));
        return own == 0 ? otherwise : own;
    }

    /// Whether booking fields, where there are any, are objects; only then can they be sent back.
    private static boolean sound(@Nullable Object fields) {
        return fields == null || fields instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
    }
}
