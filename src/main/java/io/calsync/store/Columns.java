package io.calsync.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of an answer, by column name.
final class Columns {
    private final Map<String, Integer> places;
    private final @Nullable Object[] values;

    /// @param places of the values by name, shared by all lines of an answer; a column that it lacks is not in it
    Columns(Map<String, Integer> places, @Nullable Object[] values) {
        this.places = places;
        this.values = values;
    }

    static Columns of(Map<String, ? extends @Nullable Object> byName) {
        var places = new HashMap<String, Integer>();
        var values = new @Nullable Object[byName.size()];
        byName.forEach((name, value) -> {
            values[places.size()] = value;
            places.put(name, places.size());
        });
        return new Columns(places, values);
    }

    boolean has(String name) {
        return places.containsKey(name);
    }

    /// The value; null where it is null or there is no such column.
    @Nullable
    Object get(String name) {
        var place = places.get(name);
        return place == null ? null : values[place];
    }
}
