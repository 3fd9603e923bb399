package io.calsync.store;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row that changes, and what that means for its columns.
///
/// @param record what the tables hold
/// @param known  the row that this tells
/// @param row    the row as it is to be, with its new version
record Saved(ServiceRecord record, Row known, Row row) {
    static Saved of(ServiceRecord record, Row known, Row after) {
        return new Saved(record, known, after.withVersion(record.stored().version() + 1));
    }

    boolean relinked() {
        return known.link().eventTypeId() != row.link().eventTypeId();
    }

    /// The edited columns of the Platform's table and what they become.
    Map<String, @Nullable Object> edits() {
        var edits = new LinkedHashMap<String, @Nullable Object>();
        for (Field field : Field.editable()) {
            Object value = row.platform().raw(field);
            if (!Objects.equals(value, known.platform().raw(field))) edits.put(field.key(), column(value));
        }
        return edits;
    }

    /// The sync columns of the Platform's table that have to say something else now.
    Map<String, @Nullable Object> projected(Projection projection) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        if (!projection.status().equals(record.text("sync_status"))) columns.put("sync_status", projection.status());
        if (!Objects.equals(projection.error(), record.columns().get("sync_error")))
            columns.put("sync_error", projection.error());
        Instant lastSync = row.times().lastSync();
        if (lastSync != null && !lastSync.equals(record.stored().times().lastSync()))
            columns.put("last_calcom_sync", lastSync);
        return columns;
    }

    /// A value as the Platform's column takes it.
    static @Nullable Object column(@Nullable Object value) {
        if (value == null || value.equals(Values.NOT_HELD)) return null;
        return value instanceof Money money ? money.amount() : value;
    }
}
