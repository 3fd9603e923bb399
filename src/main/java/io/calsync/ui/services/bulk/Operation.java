package io.calsync.ui.services.bulk;

import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import java.util.List;
import java.util.Locale;

/// What can be done to one field of many services.
enum Operation {
    SET,
    ADD,
    PERCENT,
    ROUND,
    REPLACE;

    /// Two services cannot share one part of a web address, so that is never set for many.
    static List<Operation> of(Field field) {
        return switch (field.type()) {
            case FieldType.Minutes _,FieldType.Amount _ -> List.of(SET, ADD, PERCENT, ROUND);
            case FieldType.Flag _ -> List.of(SET);
            case FieldType.Text _ -> field == Field.SLUG ? List.of(REPLACE) : List.of(SET, REPLACE);
        };
    }

    String key() {
        return "bulk-edit.operation." + name().toLowerCase(Locale.ROOT);
    }
}
