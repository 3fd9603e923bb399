package io.calsync.ui.services;

import io.calsync.ui.kit.Words;
import java.text.CollationKey;
import java.util.Locale;

/// By what the services of the table stand together.
enum Grouping {
    NONE,
    COMPANY,
    CATEGORY;

    /// Key of its name in the texts.
    String key() {
        return "grouping." + id();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the services of one group have in common.
    String value(RowData row) {
        return switch (this) {
            case NONE -> "";
            case COMPANY -> row.company();
            case CATEGORY -> row.category();
        };
    }

    /// Orders the groups by one service of each.
    CollationKey order(RowData row) {
        return this == COMPANY ? row.byPlace() : row.byCategory();
    }

    /// What the head of a group says.
    String head(String value, Words words) {
        return value.isEmpty() ? words.say(this == COMPANY ? "grouping.no-company" : "facet.category.none") : value;
    }
}
