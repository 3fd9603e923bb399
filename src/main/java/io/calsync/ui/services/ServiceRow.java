package io.calsync.ui.services;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A line of the table. It stays the same object while its service changes, so selection and scroll position stay too.
sealed class ServiceRow permits GroupRow {
    private volatile RowData data;
    /// Only for those that were in sight, since there may be a hundred thousand.
    private @Nullable ReadOnlyObjectWrapper<RowData> observed;

    ServiceRow(RowData data) {
        this.data = data;
    }

    /// May be asked on any thread.
    final RowData get() {
        return data;
    }

    final void set(RowData newData) {
        data = newData;
        if (observed != null) observed.set(newData);
    }

    final ReadOnlyObjectProperty<RowData> data() {
        if (observed == null) observed = new ReadOnlyObjectWrapper<>(data);
        return observed.getReadOnlyProperty();
    }
}
