package io.calsync.store;

import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Money;
import io.calsync.domain.Row;
import io.calsync.domain.Service;
import io.calsync.domain.Values;
import java.math.BigDecimal;
import java.time.Instant;

/// One service as the Platform's table holds it now, with the row that was kept for it.
///
/// @param columns what the statement found; a column that the table lacks is not in it
/// @param stored  the row as last written; version 0 where none has been
record ServiceRecord(Columns columns, Row stored) {
    static ServiceRecord of(Columns columns) {
        long id = columns.get("id") instanceof Number number ? number.longValue() : 0;
        return new ServiceRecord(columns, RowJson.row(id, columns));
    }

    long id() {
        return stored.id();
    }

    String name() {
        return text("name");
    }

    String currency() {
        return text("currency");
    }

    /// A column as text, "" for null.
    String text(String column) {
        return columns.get(column) instanceof Object value ? value.toString() : "";
    }

    /// The row with what the Platform's table says now, which may have been changed there by anything: its own pages, an
    /// import, another console. The stored row itself where that is nothing new.
    Row known(Instant now) {
        var row = stored.edited(values(), now);
        long linked = eventTypeId();
        if (linked == row.link().eventTypeId()) return row;
        return linked == 0 ? row.unlinked() : row.linked(linked);
    }

    Service service(Row row) {
        long company = columns.get("company_id") instanceof Number number ? number.longValue() : 0;
        return new Service(company, text("branch_id"), currency(), row);
    }

    /// 0 where there is none, or an id that is no number and so none of Cal.com's.
    private long eventTypeId() {
        String id = text("calcom_event_type_id");
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    private Values values() {
        return Values.of(this::value);
    }

    private Object value(Field field) {
        if (!columns.has(field.key())) return Values.NOT_HELD;
        Object column = columns.get(field.key());
        if (column == null) return mayBeEmpty(field) ? "" : Values.NOT_HELD;
        return switch (field.type()) {
            case FieldType.Text _ -> column.toString();
            case FieldType.Minutes _ -> ((Number) column).longValue();
            case FieldType.Amount _ -> Money.of((BigDecimal) column, currency());
            case FieldType.Flag _ -> column instanceof Number number ? (Object) (number.intValue() != 0) : column;
        };
    }

    private static boolean mayBeEmpty(Field field) {
        return field.type() instanceof FieldType.Text(int min, _, _, _) && min == 0;
    }
}
