package io.calsync.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// Some fields and the values they become: a person's edit, the body of a PATCH, a decision and an undo are all this.
public record Patch(Map<Field, Object> to) {
    public static final Patch NONE = new Patch(Map.of());

    public Patch {
        to = to.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(to));
    }

    public static Patch of(Field field, Object value) {
        return new Patch(Map.of(field, field.type().canonical(value)));
    }

    /// What must change for `from` to hold what `to` holds; fields that `to` has no value for are left out.
    public static Patch between(Values from, Values to) {
        var changes = new EnumMap<Field, Object>(Field.class);
        for (Field field : Field.values()) {
            if (to.has(field) && !to.get(field).equals(from.raw(field))) changes.put(field, to.get(field));
        }
        return new Patch(changes);
    }

    public Values on(Values values) {
        for (var change : to.entrySet()) values = values.with(change.getKey(), change.getValue());
        return values;
    }

    public Patch only(Set<Field> fields) {
        var kept = new EnumMap<Field, Object>(Field.class);
        to.forEach((field, value) -> {
            if (fields.contains(field)) kept.put(field, value);
        });
        return new Patch(kept);
    }

    public Set<Field> fields() {
        return to.keySet();
    }

    public boolean isEmpty() {
        return to.isEmpty();
    }
}
