package io.calsync.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one side holds of one service: per field a canonical value, [#NOT_HELD] (there is no place for it), or nothing
/// (the side has not said). Immutable.
public final class Values {
    /// Stands for a field that a side has no place for, such as a price without a payment app.
    public static final Object NOT_HELD = Absence.NOT_HELD;

    /// Nothing is known of any field.
    public static final Values NONE = new Values(new Object[Field.values().length]);

    private enum Absence {
        NOT_HELD
    }

    private final @Nullable Object[] slots;

    private Values(@Nullable Object[] slots) {
        this.slots = slots;
    }

    /// The value, [#NOT_HELD], or null where the side has not said.
    public @Nullable Object raw(Field field) {
        return slots[field.ordinal()];
    }

    /// Whether a value is there that can be compared and written.
    public boolean has(Field field) {
        Object value = raw(field);
        return value != null && !value.equals(NOT_HELD);
    }

    /// The value.
    ///
    /// @throws IllegalStateException where there is none
    public Object get(Field field) {
        Object value = raw(field);
        if (value == null || value.equals(NOT_HELD)) throw new IllegalStateException("no value for " + field.key());
        return value;
    }

    /// The value of a text field, "" where there is none.
    public String text(Field field) {
        return has(field) ? (String) get(field) : "";
    }

    /// Whether a flag is set; a flag that is not there is not set.
    public boolean flag(Field field) {
        return has(field) && (Boolean) get(field);
    }

    /// @param value a value of the field's type, brought into canonical form, or [#NOT_HELD]; null = not said
    public Values with(Field field, @Nullable Object value) {
        var copy = slots.clone();
        copy[field.ordinal()] = canonical(field, value);
        return new Values(copy);
    }

    /// @param value per field, as [#with] takes it
    public static Values of(Function<Field, @Nullable Object> value) {
        var slots = new @Nullable Object[Field.values().length];
        for (Field field : Field.values()) slots[field.ordinal()] = canonical(field, value.apply(field));
        return new Values(slots);
    }

    /// These values, and those of `older` where these say nothing.
    public Values over(Values older) {
        var merged = slots.clone();
        for (int i = 0; i < merged.length; i++) if (merged[i] == null) merged[i] = older.slots[i];
        return new Values(merged);
    }

    /// The text form, by field key, in the registry's order: null for [#NOT_HELD], no entry where nothing is said.
    public Map<String, @Nullable String> encoded() {
        var texts = new LinkedHashMap<String, @Nullable String>();
        for (Field field : Field.values()) {
            Object value = raw(field);
            if (value != null) texts.put(field.key(), value.equals(NOT_HELD) ? null : field.type().encode(value));
        }
        return texts;
    }

    /// Reads what [#encoded] wrote; keys of fields that are no longer in the registry are passed over.
    public static Values decoded(Map<String, ? extends @Nullable String> texts) {
        var slots = new @Nullable Object[Field.values().length];
        for (Field field : Field.values()) {
            String text = texts.get(field.key());
            if (text != null) slots[field.ordinal()] = field.type().decode(text);
            else if (texts.containsKey(field.key())) slots[field.ordinal()] = NOT_HELD;
        }
        return new Values(slots);
    }

    private static @Nullable Object canonical(Field field, @Nullable Object value) {
        return value == null || value.equals(NOT_HELD) ? value : field.type().canonical(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values values && Arrays.equals(slots, values.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }

    @Override
    public String toString() {
        return encoded().toString();
    }
}
