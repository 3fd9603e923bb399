package io.calsync.exchange;

import io.calsync.domain.Field;
import io.calsync.domain.Values;
import io.calsync.sync.ServiceView;
import io.calsync.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A column of a list of services in a file.
public sealed interface ListColumn {
    /// A field of the registry.
    record OfField(Field field) implements ListColumn {}

    /// What the console knows of a service beside its fields.
    enum About implements ListColumn {
        ID,
        CURRENCY,
        SYNC_STATUS,
        BOOKABLE,
        EVENT_TYPE,
        LAST_SYNC
    }

    /// All there are, in the order of a complete file.
    static List<ListColumn> all() {
        var all = new ArrayList<ListColumn>();
        all.add(About.ID);
        for (Field field : Field.values()) {
            all.add(new OfField(field));
            if (field == Field.PRICE) all.add(About.CURRENCY);
        }
        Arrays.stream(About.values()).filter(column -> !all.contains(column)).forEach(all::add);
        return all;
    }

    /// @return the column of that key, empty where there is none
    static Optional<ListColumn> of(String key) {
        return all().stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /// Its name for scripts, the same in every language.
    default String key() {
        return switch (this) {
            case OfField(Field field) -> field.key();
            case About about -> about.name().toLowerCase(Locale.ROOT);
        };
    }

    /// Its head for people.
    default String title(Texts texts) {
        return switch (this) {
            case OfField(Field field) -> texts.label(field);
            case About about -> texts.say("list." + about.key());
        };
    }

    /// What it holds of a service: a value of a field, a number, a flag, a status, an instant; null where there is nothing.
    default @Nullable Object value(ServiceView view) {
        return switch (this) {
            case OfField(Field field) -> held(view, field);
            case About.ID -> view.id();
            case About.CURRENCY -> view.service().currency();
            case About.SYNC_STATUS -> view.status();
            case About.BOOKABLE -> view.outlook().bookable();
            case About.EVENT_TYPE -> view.row().link().linked() ? view.row().link().eventTypeId() : null;
            case About.LAST_SYNC -> view.row().times().lastSync();
        };
    }

    private static @Nullable Object held(ServiceView view, Field field) {
        Object value = view.values().raw(field);
        return Values.NOT_HELD.equals(value) ? null : value;
    }
}
