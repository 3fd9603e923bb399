package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import io.calsync.domain.Service;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;

/// One service as window and commands show it: the Platform's record and all that follows from its row.
public record ServiceView(Service service, Outlook outlook) {
    public long id() {
        return service.id();
    }

    public String name() {
        return service.name();
    }

    public Row row() {
        return service.row();
    }

    /// The Platform's values, the ones a person edits.
    public Values values() {
        return service.row().platform();
    }

    public SyncStatus status() {
        return outlook.status();
    }

    /// Whether a person has something to answer: a difference, or what becomes of it without its event type, which may be
    /// answered otherwise later.
    public boolean asks() {
        return status() == SyncStatus.CONFLICT || row().link().gone();
    }

    /// Whether its push failed: it waits for the next try, or for a person.
    public boolean failing() {
        return row().link().state() == Link.State.PRESENT
                && (row().attempt().next() != null || !outlook.errors().isEmpty());
    }

    public boolean active() {
        return values().flag(Field.ACTIVE);
    }

    public boolean online() {
        return values().flag(Field.ONLINE);
    }
}
