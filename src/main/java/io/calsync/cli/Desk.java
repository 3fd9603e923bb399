package io.calsync.cli;

import io.calsync.sync.Archive;
import io.calsync.sync.Setup;
import io.calsync.sync.SyncService;

/// An open workspace.
public interface Desk extends AutoCloseable {
    SyncService service();

    Setup setup();

    Archive archive();

    @Override
    void close();
}
