package io.calsync.ui.services;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A line of the table. It stays the same object while its service changes, so selection and scroll position stay too.
sealed class ServiceRow permits GroupRow {
    private final ReadOnlyObjectWrapper<RowData> data;

    ServiceRow(RowData data) {
        this.data = new ReadOnlyObjectWrapper<>(data);
    }

    RowData get() {
        return data.get();
    }

    void set(RowData newData) {
        data.set(newData);
    }

    ReadOnlyObjectProperty<RowData> data() {
        return data.getReadOnlyProperty();
    }
}
