package io.calsync.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How one field is read from and written to Cal.com's event type, given as plain JSON (maps, lists, strings, numbers,
/// booleans, null). Rules of Cal.com's API v2, version 2024-06-14, as measured on a real server.
public sealed interface Mapping {
    /// The value an event type holds: canonical, [Values#NOT_HELD], or null where the answer does not say.
    ///
    /// @throws IllegalArgumentException where the answer holds something of another kind, such as a text for a number
    @Nullable
    Object read(Map<String, ?> eventType);

    /// What a request must carry to store the value: the value itself and the companions that would be lost without it.
    ///
    /// @param current the event type as last read by id, empty when it is about to be created
    Map<String, Object> write(Object value, Map<String, ?> current);

    default boolean writable() {
        return true;
    }

    /// Why this event type would be damaged by writing the field, whatever the value.
    default Optional<Message> obstacle(Map<String, ?> current) {
        return Optional.empty();
    }

    /// The raw setting that a write of the value would replace beside it, for the audit trail.
    default Optional<String> replaces(Object value, Map<String, ?> current) {
        return Optional.empty();
    }

    /// What a write of the value changes beside the field, as a sentence for a preview.
    default Optional<Message> beside(Object value, Map<String, ?> current) {
        return Optional.empty();
    }

    static Mapping text(String key) {
        return new Path(key, String.class, null);
    }

    static Mapping minutes(String key) {
        return new Path(key, Long.class, null);
    }

    /// A plain member of the event type.
    ///
    /// @param kind   what its value must be
    /// @param ifNull what a null stands for; null = the side does not hold the field
    record Path(String key, Class<?> kind, @Nullable Object ifNull) implements Mapping {
        @Override
        public @Nullable Object read(Map<String, ?> eventType) {
            if (!eventType.containsKey(key)) return null;
            Object value = eventType.get(key);
            if (value == null) return ifNull == null ? Values.NOT_HELD : ifNull;
            Object plain = value instanceof Number ? (Object) wholeNumber(value) : value;
            if (kind.isInstance(plain)) return plain;
            throw new IllegalArgumentException(key + " holds " + value);
        }

        @Override
        public Map<String, Object> write(Object value, Map<String, ?> current) {
            return Map.of(key, value);
        }
    }

    /// A flag that Cal.com names by its opposite.
    record Inverted(String key) implements Mapping {
        @Override
        public @Nullable Object read(Map<String, ?> eventType) {
            if (!eventType.containsKey(key)) return null;
            return eventType.get(key) instanceof Object value ? (Object) !flag(value) : Values.NOT_HELD;
        }

        @Override
        public Map<String, Object> write(Object value, Map<String, ?> current) {
            return Map.of(key, !(Boolean) value);
        }
    }

    /// The duration. Where an event type offers several, the new one joins them in the same request.
    record Length() implements Mapping {
        private static final String OPTIONS = "lengthInMinutesOptions";

        @Override
        public @Nullable Object read(Map<String, ?> eventType) {
            return minutes("lengthInMinutes").read(eventType);
        }

        @Override
        public Map<String, Object> write(Object value, Map<String, ?> current) {
            var body = new LinkedHashMap<String, Object>();
            body.put("lengthInMinutes", value);
            if (joins(value, current)) {
                var lengths = offered(current);
                lengths.add((Long) value);
                body.put(OPTIONS, List.copyOf(lengths));
            }
            return body;
        }

        @Override
        public Optional<String> replaces(Object value, Map<String, ?> current) {
            return joins(value, current) ? Optional.of(OPTIONS + "=" + offered(current)) : Optional.empty();
        }

        @Override
        public Optional<Message> beside(Object value, Map<String, ?> current) {
            try {
                return joins(value, current) ? Optional.of(Message.of("preview.joins-durations", Field.DURATION, value))
                        : Optional.empty();
            } catch (IllegalArgumentException unreadable) {
                // The write is refused for that, with its own reason.
                return Optional.empty();
            }
        }

        private static boolean joins(Object value, Map<String, ?> current) {
            var offered = offered(current);
            return !offered.isEmpty() && !offered.contains((Long) value);
        }

        private static TreeSet<Long> offered(Map<String, ?> current) {
            var lengths = new TreeSet<Long>();
            if (current.get(OPTIONS) instanceof List<?> options)
                for (Object option : options) lengths.add(wholeNumber(option));
            return lengths;
        }
    }

    /// Whether a booking waits for the owner's consent. A stored `time` policy counts as yes and keeps its threshold,
    /// because only a change of yes to no or no to yes is ever written.
    record Confirmation() implements Mapping {
        private static final String KEY = "confirmationPolicy";

        @Override
        public @Nullable Object read(Map<String, ?> eventType) {
            if (!eventType.containsKey(KEY)) return null;
            if (!(eventType.get(KEY) instanceof Map<?, ?> policy)) return Values.NOT_HELD;
            return !Boolean.TRUE.equals(policy.get("disabled"));
        }

        @Override
        public Map<String, Object> write(Object value, Map<String, ?> current) {
            Map<String, Object> always = Map.of("type", "always", "blockUnconfirmedBookingsInBooker", false);
            return Map.of(KEY, (Boolean) value ? always : Map.of("disabled", true));
        }

        @Override
        public Optional<String> replaces(Object value, Map<String, ?> current) {
            return current.get(KEY) instanceof Map<?, ?> policy && "time".equals(policy.get("type"))
                    ? Optional.of(policy.toString())
                    : Optional.empty();
        }
    }

    /// Cal.com's price counts only where a payment app is switched on, and no request can change it (#24933).
    record ChargedPrice() implements Mapping {
        @Override
        public @Nullable Object read(Map<String, ?> eventType) {
            if (!eventType.containsKey("metadata")) return null;
            if (!(eventType.get("metadata") instanceof Map<?, ?> metadata)) return Values.NOT_HELD;
            if (!(metadata.get("apps") instanceof Map<?, ?> apps)) return Values.NOT_HELD;
            for (Object app : apps.values()) {
                if (app instanceof Map<?, ?> payment && Boolean.TRUE.equals(payment.get("enabled")))
                    return price(payment, eventType);
            }
            return Values.NOT_HELD;
        }

        @Override
        public Map<String, Object> write(Object value, Map<String, ?> current) {
            throw new IllegalStateException("Cal.com takes no price");
        }

        @Override
        public boolean writable() {
            return false;
        }

        private static Object price(Map<?, ?> payment, Map<String, ?> eventType) {
            Object amount = payment.get("price") instanceof Object own ? own : eventType.get("price");
            Object currency = payment.get("currency") instanceof Object own ? own : eventType.get("currency");
            if (amount == null || currency == null) return Values.NOT_HELD;
            return new Money(wholeNumber(amount), currency.toString().toUpperCase(Locale.ROOT));
        }
    }

    /// Whether a customer may bring guests. Sent alone it deletes every custom booking field, and the booking fields
    /// without a hidden `guests` reset it, so both travel together, with all fields of a read by id.
    record Guests() implements Mapping {
        private static final String KEY = "disableGuests";

        @Override
        public @Nullable Object read(Map<String, ?> eventType) {
            if (!eventType.containsKey(KEY)) return null;
            return eventType.get(KEY) instanceof Object value ? (Object) flag(value) : Values.NOT_HELD;
        }

        @Override
        public Map<String, Object> write(Object value, Map<String, ?> current) {
            var body = new LinkedHashMap<String, Object>();
            body.put(KEY, value);
            if (!current.isEmpty()) body.put(BookingFields.KEY, BookingFields.sendable(current, (Boolean) value));
            return body;
        }

        @Override
        public Optional<Message> obstacle(Map<String, ?> current) {
            return BookingFields.obstacle(current);
        }
    }

    /// A field that Cal.com does not know.
    record None() implements Mapping {
        @Override
        public @Nullable Object read(Map<String, ?> eventType) {
            return null;
        }

        @Override
        public Map<String, Object> write(Object value, Map<String, ?> current) {
            throw new IllegalStateException("Cal.com does not know this field");
        }

        @Override
        public boolean writable() {
            return false;
        }
    }

    private static boolean flag(Object value) {
        if (value instanceof Boolean flag) return flag;
        throw new IllegalArgumentException("expected true or false, got " + value);
    }

    private static long wholeNumber(Object value) {
        if (value instanceof Number number && isWhole(number.doubleValue())) return number.longValue();
        throw new IllegalArgumentException("expected a whole number, got " + value);
    }

    /// Beyond 2^53 a JSON number is no longer exact.
    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= 0x1p53;
    }
}
