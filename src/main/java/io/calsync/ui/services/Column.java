package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.exchange.ListColumn;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The columns of the table, in their order. What differs by column is here; the table is made from it.
enum Column {
    SYNC(Comparator.comparing(RowData::status)),
    ACTIVE(Comparator.comparing(row -> row.view().active())),
    ONLINE(Comparator.comparing(row -> row.view().online())),
    BOOKABLE(Comparator.comparing(RowData::bookable)),
    NAME(Comparator.comparing(RowData::byName)),
    CATEGORY(Comparator.comparing(RowData::byCategory)),
    PLACE(Comparator.comparing(RowData::byPlace)),
    DURATION(Comparator.comparingLong(row -> row.minutes(Field.DURATION))),
    PRICE(Comparator.comparingLong(RowData::price)),
    BUFFER(Comparator.comparingLong(row -> row.minutes(Field.BUFFER_AFTER))),
    EVENT_TYPE(Comparator.comparingLong(RowData::eventTypeId)),
    LAST_SYNC(Comparator.comparing(RowData::lastSync, Comparator.nullsFirst(Comparator.naturalOrder())));

    private final Comparator<RowData> order;

    Column(Comparator<RowData> order) {
        this.order = order;
    }

    Comparator<RowData> order() {
        return order;
    }

    String key() {
        return "column." + id();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What a file of the shown columns holds instead.
    List<ListColumn> exported() {
        return switch (this) {
            case SYNC -> List.of(ListColumn.About.SYNC_STATUS);
            case ACTIVE -> fields(Field.ACTIVE);
            case ONLINE -> fields(Field.ONLINE);
            case BOOKABLE -> List.of(ListColumn.About.BOOKABLE);
            case NAME -> fields(Field.NAME);
            case CATEGORY -> fields(Field.CATEGORY);
            case PLACE -> fields(Field.COMPANY, Field.BRANCH);
            case DURATION -> fields(Field.DURATION);
            case PRICE -> List.of(new ListColumn.OfField(Field.PRICE), ListColumn.About.CURRENCY);
            case BUFFER -> fields(Field.BUFFER_AFTER);
            case EVENT_TYPE -> List.of(ListColumn.About.EVENT_TYPE);
            case LAST_SYNC -> List.of(ListColumn.About.LAST_SYNC);
        };
    }

    private static List<ListColumn> fields(Field... fields) {
        return Arrays.stream(fields).map(ListColumn.OfField::new).map(ListColumn.class::cast).toList();
    }

    /// Whose value the cell shows, null for what follows from others.
    @Nullable
    Field field() {
        return switch (this) {
            case ACTIVE -> Field.ACTIVE;
            case ONLINE -> Field.ONLINE;
            case NAME -> Field.NAME;
            case CATEGORY -> Field.CATEGORY;
            case DURATION -> Field.DURATION;
            case PRICE -> Field.PRICE;
            case BUFFER -> Field.BUFFER_AFTER;
            case SYNC, BOOKABLE, PLACE, EVENT_TYPE, LAST_SYNC -> null;
        };
    }

    boolean numeric() {
        return this == DURATION || this == PRICE || this == BUFFER;
    }

    /// The look of a status column, null for a column of text.
    @Nullable
    StatusLook look(RowData row) {
        return switch (this) {
            case SYNC -> StatusLook.of(row.status());
            case ACTIVE -> StatusLook.ofActive(row.view().active());
            case ONLINE -> StatusLook.ofOnline(row.view().online());
            case BOOKABLE -> StatusLook.ofBookable(row.bookable());
            case NAME, CATEGORY, PLACE, DURATION, PRICE, BUFFER, EVENT_TYPE, LAST_SYNC -> null;
        };
    }

    /// What the cell says.
    String text(RowData row, Words words, Instant now) {
        return switch (this) {
            case SYNC -> words.say(StatusLook.of(row.status()).key());
            case ACTIVE -> words.say(StatusLook.ofActive(row.view().active()).key());
            case ONLINE -> words.say(StatusLook.ofOnline(row.view().online()).key());
            case BOOKABLE -> words.say(row.bookable() ? "value.yes" : "value.no");
            case NAME -> row.view().name();
            case CATEGORY -> row.category();
            case PLACE -> row.branch().isEmpty() ? row.company() : row.branch();
            case DURATION -> value(row, Field.DURATION, words);
            case PRICE -> value(row, Field.PRICE, words);
            case BUFFER -> value(row, Field.BUFFER_AFTER, words);
            case EVENT_TYPE -> row.eventTypeId() == 0 ? "" : "#" + row.eventTypeId();
            case LAST_SYNC -> row.lastSync() instanceof Instant then ? words.times().agoBriefly(then, now)
                    : words.say("column.last-sync.none");
        };
    }

    private static String value(RowData row, Field field, Words words) {
        return words.values().show(field, row.view().values().raw(field));
    }
}
