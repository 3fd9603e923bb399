package io.calsync.store;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Outlook;
import io.calsync.domain.Values;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes changed rows and what follows from them in the Platform's table. Every statement is bound to what was read
/// before; where something else was faster, the transaction fails and nothing is written.
final class RowWriter {
    private static final String INSERT = "insert into calsync_rows (service_id, version, " + RowJson.COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
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
        writeLinks(rows.stream().filter(Saved::relinked).toList());
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
            checkCurrency(saved.record().currency(), saved.row().platform());
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

    /// Links that end come before links that begin, so that an event type can change hands in one transaction.
    private void writeLinks(List<Saved> rows) throws ProblemException {
        for (Saved saved : rows) {
            handle.execute("update services set calcom_event_type_id = null where id = ?", saved.row().id());
        }
        for (Saved saved : rows) {
            if (!saved.row().link().linked()) continue;
            String id = Long.toString(saved.row().link().eventTypeId());
            var holder = holder(id);
            if (holder != null)
                throw new ProblemException(new Problem.NotPossible(Message.of("link.held", id, holder)));
            handle.execute("update services set calcom_event_type_id = ? where id = ?", id, saved.row().id());
        }
    }

    private @Nullable String holder(String eventTypeId) {
        return handle.createQuery("select name from services where calcom_event_type_id = ?")
                .bind(0, eventTypeId)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /// Statements of the same text go to the database together.
    private static final class Statements {
        private final Handle handle;
        private final Map<String, List<@Nullable Object[]>> values = new LinkedHashMap<>();
        private final Map<String, List<Saved>> rows = new LinkedHashMap<>();

        Statements(Handle handle) {
            this.handle = handle;
        }

        void add(String sql, Saved row, @Nullable Object[] columns) {
            values.computeIfAbsent(sql, _ -> new ArrayList<>()).add(columns);
            rows.computeIfAbsent(sql, _ -> new ArrayList<>()).add(row);
        }

        /// @param set      the columns and what they become
        /// @param expected the columns that must still hold what was read
        void update(Saved row, Map<String, @Nullable Object> set, Collection<String> expected) {
            var columns = new ArrayList<@Nullable Object>(set.values());
            columns.add(row.row().id());
            var where = new StringBuilder(" where id = ?");
            for (String column : expected) {
                Object before = row.record().columns().get(column);
                where.append(" and ").append(column).append(before == null ? " is null" : " = ?");
                if (before != null) columns.add(before);
            }
            String assignments = set.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
            add("update services set " + assignments + where, row, columns.toArray());
        }

        void execute() throws ProblemException {
            for (var statement : values.entrySet()) {
                var batch = handle.prepareBatch(statement.getKey());
                statement.getValue().forEach(batch::add);
                int[] counts = batch.execute();
                for (int i = 0; i < counts.length; i++) {
                    if (counts[i] == 1) continue;
                    throw new ProblemException(
                            new Problem.Stale(rows.getOrDefault(statement.getKey(), List.of()).get(i).record().name()));
                }
            }
        }
    }
}
