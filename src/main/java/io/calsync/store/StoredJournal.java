package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// The audit trail as others may use it.
final class StoredJournal implements Journal {
    private final Database database;

    StoredJournal(Database database) {
        this.database = database;
    }

    @Override
    public List<AuditEntry> entries(Query wanted) throws ProblemException {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        where(wanted.serviceId() == 0 ? null : wanted.serviceId(), "service_id = ?", conditions, values);
        where(wanted.source() == null ? null : wanted.source().name(), "source = ?", conditions, values);
        where(wanted.since(), "at >= ?", conditions, values);
        where(wanted.before() == 0 ? null : wanted.before(), "seq < ?", conditions, values);
        where(wanted.run().isEmpty() ? null : wanted.run(), "run = ?", conditions, values);
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return database.read(handle -> {
            var query = handle.createQuery(Trail.SELECT + where + " order by seq desc limit " + wanted.limit());
            for (int i = 0; i < values.size(); i++) query.bind(i, values.get(i));
            return query.map((row, _) -> Trail.entry(row).audit()).list();
        });
    }

    @Override
    public Optional<AuditEntry> entry(long seq) throws ProblemException {
        return database.read(handle -> handle.createQuery(Trail.SELECT + "where seq = ?")
                .bind(0, seq)
                .map((row, _) -> Trail.entry(row).audit())
                .findOne());
    }

    @Override
    public void note(Cause cause, long serviceId, String service, Message what) throws ProblemException {
        database.write(writing -> {
            writing.note(cause, serviceId, service, what, List.of());
            return what;
        });
    }

    @Override
    public Verification verify() throws ProblemException {
        return database.read(handle -> handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, snapshot -> {
            var check = new ChainCheck();
            try (var entries = Trail.between(snapshot, Long.MIN_VALUE, Long.MAX_VALUE)) {
                while (entries.hasNext()) check.next(entries.next());
            }
            return check.end(Trail.head(snapshot));
        }));
    }

    private static void where(@Nullable Object value, String condition, List<String> conditions, List<Object> values) {
        if (value == null) return;
        conditions.add(condition);
        values.add(value);
    }
}
