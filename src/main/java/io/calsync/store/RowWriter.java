package io.calsync.store;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Outlook;
import io.calsync.domain.Values;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes changed rows and what follows from them in the Platform's table. Every statement is bound to what was read
/// before; where something else was faster, the transaction fails and nothing is written.
final class RowWriter {
    private static final String INSERT = "insert into calsync_rows (service_id, version, " + RowJson.COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update calsync_rows set version = ?, " + RowJson.COLUMNS.replace(",", " = ?,")
            + " = ? where service_id = ? and version = ?";

    private final Writing writing;
    private final Handle handle;

    RowWriter(Writing writing) {
        this.writing = writing;
        this.handle = writing.handle();
    }

    void write(Collection<Saved> rows) throws ProblemException {
        if (rows.isEmpty()) return;
        writing.touched();
        writeRows(rows);
        writeServices(rows);
        new LinkWriter(handle).write(rows.stream().filter(Saved::relinked).toList());
    }

    /// Brings the sync columns of unchanged rows in line with rules that changed.
    void project(Collection<ServiceRecord> services) throws ProblemException {
        writeServices(services.stream()
                .map(service -> new Saved(service, service.stored(), service.stored()))
                .filter(saved -> saved.row().version() > 0)
                .toList());
    }

    private void writeRows(Collection<Saved> rows) throws ProblemException {
        var statements = new Statements(handle);
        for (Saved saved : rows) {
            var row = saved.row();
            var columns = Stream.of(RowJson.columns(row));
            if (row.version() == 1) {
                statements.add(INSERT, saved, Stream.concat(Stream.of(row.id(), row.version()), columns).toArray());
            } else {
                var values = Stream.concat(Stream.of(row.version()), columns);
                statements.add(UPDATE, saved, Stream.concat(values, Stream.of(row.id(), row.version() - 1)).toArray());
            }
        }
        statements.execute();
    }

    private void writeServices(Collection<Saved> rows) throws ProblemException {
        var rules = writing.rules();
        var statements = new Statements(handle);
        for (Saved saved : rows) {
            var edits = saved.edits();
            var set = new LinkedHashMap<String, @Nullable Object>(edits);
            set.putAll(saved.projected(Projection.of(Outlook.of(saved.row(), rules), writing.words())));
            if (set.isEmpty()) continue;
            if (edits.containsKey(Field.PRICE.key())) checkCurrency(saved.record().currency(), saved.row().platform());
            set.put("updated_at", writing.now());
            statements.update(saved, set, edits.keySet());
        }
        statements.execute();
    }

    /// The column holds an amount without its currency, which is the company's.
    static void checkCurrency(String currency, Values values) throws ProblemException {
        if (values.raw(Field.PRICE) instanceof Money price && !price.currency().equals(currency)) {
            throw new ProblemException(new Problem.NotPossible(Message.of("store.other-currency", price, currency)));
        }
    }
}
