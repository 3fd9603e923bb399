package io.calsync.store;

/// What differs between databases. Kept nearly empty: ids of our own, times in UTC, JSON as text, no vendor upsert.
///
/// The driver and its address are no part of it, the store is opened with them.
enum Dialect {
    H2("classpath:io/calsync/store/h2", "CHECKPOINT SYNC", "BACKUP TO ?");

    private final String migrations;
    private final String sync;
    private final String backup;

    Dialect(String migrations, String sync, String backup) {
        this.migrations = migrations;
        this.sync = sync;
        this.backup = backup;
    }

    /// Where the numbered scripts of the schema are.
    String migrations() {
        return migrations;
    }

    /// The statement after which every commit is on the disk, not only with the operating system. Measured: without it
    /// H2 loses acknowledged commits when the process is killed, even with `WRITE_DELAY=0`.
    String sync() {
        return sync;
    }

    /// The statement that copies the running database into a file.
    String backup() {
        return backup;
    }
}
