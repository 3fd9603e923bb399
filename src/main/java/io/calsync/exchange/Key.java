package io.calsync.exchange;

import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What tells which service a line of a file is about.
public enum Key {
    ID(ListColumn.About.ID),
    EVENT_TYPE(ListColumn.About.EVENT_TYPE),
    SLUG(new ListColumn.OfField(Field.SLUG)),
    NAME(new ListColumn.OfField(Field.NAME));

    private final ListColumn column;

    Key(ListColumn column) {
        this.column = column;
    }

    public ListColumn column() {
        return column;
    }

    /// Those that a file with this matching could be read by, the surest first.
    public static List<Key> in(Matching matching) {
        return Arrays.stream(values()).filter(key -> matching.has(key.column)).toList();
    }

    /// The service's own, folded; empty where it has none.
    Optional<String> of(ServiceView service) {
        return Optional.ofNullable(column.value(service)).map(value -> folded(value.toString()));
    }

    /// So that "premium cut" is found as "Premium Cut".
    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// Whether a line whose key no service has is meant as a new service. A number is given by the program, so one that is
    /// not there is a mistake.
    boolean mayBeNew(String cell) {
        return switch (this) {
            case ID -> cell.isEmpty();
            case EVENT_TYPE -> false;
            case SLUG, NAME -> !cell.isEmpty();
        };
    }
}
