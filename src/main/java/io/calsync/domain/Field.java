package io.calsync.domain;

import static io.calsync.domain.Field.Kind.PLATFORM_ONLY;
import static io.calsync.domain.Field.Kind.PROTECTED;
import static io.calsync.domain.Field.Kind.SYNCED;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The registry of fields: one constant per field, from which storage, JSON, comparison, editor, table column, command
/// output and required texts follow. The key is also the Platform's column name.
public enum Field {
    NAME("name", SYNCED, new FieldType.Text(1, 255, false, null), Mapping.text("title")),
    DURATION("duration_minutes", SYNCED, new FieldType.Minutes(1, 1440, 5, 480), new Mapping.Length()),
    PRICE("price", SYNCED, new FieldType.Amount(new BigDecimal("99999999.99")), new Mapping.ChargedPrice()),
    ACTIVE("is_active", SYNCED, new FieldType.Flag(), new Mapping.Inverted("hidden")),
    BUFFER_AFTER("buffer_time_minutes", SYNCED, new FieldType.Minutes(0, 240, 0, 60),
            Mapping.minutes("afterEventBuffer")),
    BUFFER_BEFORE("before_event_buffer", SYNCED, new FieldType.Minutes(0, 240, 0, 60),
            Mapping.minutes("beforeEventBuffer")),
    CONFIRMATION("requires_confirmation", SYNCED, new FieldType.Flag(), new Mapping.Confirmation()),
    DISABLE_GUESTS("disable_guests", SYNCED, new FieldType.Flag(), new Mapping.Guests()),
    MINIMUM_NOTICE("minimum_booking_notice", SYNCED, minutesUpTo(Integer.MAX_VALUE),
            Mapping.minutes("minimumBookingNotice")),
    DESCRIPTION("description", SYNCED, new FieldType.Text(0, 30_000, true, null),
            new Mapping.Path("description", String.class, "")),
    SLUG("slug", SYNCED, new FieldType.Text(1, 255, false, Pattern.compile("[a-z0-9-]+")), Mapping.text("slug")),

    ONLINE("is_online", PLATFORM_ONLY, new FieldType.Flag(), new Mapping.None()),

    CATEGORY("category", PROTECTED, anyText(), new Mapping.None()),
    COMPANY("company", PROTECTED, anyText(), new Mapping.None()),
    BRANCH("branch", PROTECTED, anyText(), new Mapping.None()),
    ASSIGNMENT_METHOD("assignment_method", PROTECTED, anyText(), new Mapping.None()),
    COMPOSITE("composite", PROTECTED, new FieldType.Flag(), new Mapping.None()),
    SEGMENTS("segments", PROTECTED, anyText(), new Mapping.None());

    /// What may happen to a field.
    public enum Kind {
        /// Both sides carry it.
        SYNCED,
        /// Editable here, never due at Cal.com.
        PLATFORM_ONLY,
        /// Shown, never written and never compared.
        PROTECTED
    }

    private static final Set<Field> SYNCED_FIELDS = ofKind(EnumSet.of(SYNCED));
    private static final Set<Field> EDITABLE_FIELDS = ofKind(EnumSet.of(SYNCED, PLATFORM_ONLY));

    private final String key;
    private final Kind kind;
    private final FieldType type;
    private final Mapping mapping;

    Field(String key, Kind kind, FieldType type, Mapping mapping) {
        this.key = key;
        this.kind = kind;
        this.type = type;
        this.mapping = mapping;
    }

    /// The fields that both sides carry, in the order in which they are shown.
    public static Set<Field> synced() {
        return SYNCED_FIELDS;
    }

    /// The fields that a person may change here.
    public static Set<Field> editable() {
        return EDITABLE_FIELDS;
    }

    /// @return the field of that key, empty where there is none
    public static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public FieldType type() {
        return type;
    }

    /// Where and how Cal.com's event type carries the value.
    public Mapping mapping() {
        return mapping;
    }

    private static Set<Field> ofKind(Set<Kind> kinds) {
        var fields = EnumSet.noneOf(Field.class);
        for (Field field : values()) if (kinds.contains(field.kind)) fields.add(field);
        return Collections.unmodifiableSet(fields);
    }

    private static FieldType minutesUpTo(long max) {
        return new FieldType.Minutes(0, max, 0, max);
    }

    private static FieldType anyText() {
        return new FieldType.Text(0, Integer.MAX_VALUE, true, null);
    }
}
