package io.calsync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/// The audit trail's tables.
final class Trail {
    private static final String COLUMNS =
            "seq, at, source, operator, os_user, role, run, note, service_id, service, what, changes, previous, hash";

    static final String SELECT = "select " + COLUMNS + " from calsync_audit ";

    private Trail() {}

    /// Where the trail ends.
    ///
    /// @param hash of the last entry, "" when there is none
    record Head(long entries, String hash) {}

    static Head head(Handle handle) {
        return readHead(handle, "");
    }

    /// How many entries there were at the end, by the head or by the last of them.
    static long length(Handle handle) {
        return handle.createQuery("select greatest((select coalesce(max(seq), 0) from calsync_audit),"
                + " (select coalesce(max(entries), 0) from calsync_head))").mapTo(Long.class).one();
    }

    /// Entries in their order, each read when it is wanted.
    static ResultIterator<Entry> between(Handle handle, long from, long to) {
        return handle.createQuery(SELECT + "where seq between ? and ? order by seq").bind(0, from).bind(1, to)
                .map((row, _) -> entry(row)).iterator();
    }

    /// The end of the trail, kept for the running transaction alone.
    static Head lockedHead(Handle handle) {
        return readHead(handle, " for update");
    }

    static void append(Handle handle, List<Entry> entries, Head head) {
        if (entries.isEmpty()) return;
        var batch = handle.prepareBatch(
                "insert into calsync_audit (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (Entry entry : entries) {
            batch.add(
                    entry.seq(), entry.at(), entry.source(), entry.operator(), entry.osUser(), entry.role(),
                    entry.run(), entry.note(), entry.serviceId(), entry.service(), entry.what(), entry.changes(),
                    entry.previous(), entry.hash());
        }
        batch.execute();
        handle.execute("update calsync_head set entries = ?, hash = ? where id = 1", head.entries(), head.hash());
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("source"),
                row.getString("operator"),
                row.getString("os_user"),
                row.getString("role"),
                row.getString("run"),
                row.getString("note"),
                row.getLong("service_id"),
                row.getString("service"),
                row.getString("what"),
                row.getString("changes"),
                row.getString("previous"),
                row.getString("hash"));
    }

    private static Head readHead(Handle handle, String lock) {
        return handle.createQuery("select entries, hash from calsync_head where id = 1" + lock)
                .map((row, _) -> new Head(row.getLong("entries"), row.getString("hash")))
                .findOne()
                .orElse(new Head(0, ""));
    }
}
