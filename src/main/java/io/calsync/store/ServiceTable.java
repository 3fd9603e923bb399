package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads the Platform's services together with their rows, in one statement, so that both are of the same moment. Which
/// columns there are is seen from the answer, because the Platform's own versions differ in that.
final class ServiceTable {
    private static final String SELECT =
            """
                    select r.version, r.%s, c.name as company, c.currency, b.name as branch, s.*
                    from services s
                    left join companies c on c.id = s.company_id
                    left join branches b on b.id = s.branch_id
                    left join calsync_rows r on r.service_id = s.id
                    where s.deleted_at is null"""
                    .formatted(RowJson.COLUMNS.replace(", ", ", r."));

    private ServiceTable() {}

    /// Reading the images takes longer than the database does, so all processors take part in it.
    static List<ServiceRecord> all(Handle handle) {
        return handle.createQuery(SELECT).map(new Reader()).list().parallelStream().map(ServiceRecord::of).toList();
    }

    static ServiceRecord one(Handle handle, long id) throws ProblemException {
        return handle.createQuery(SELECT + " and s.id = ?")
                .bind(0, id)
                .map(new Reader())
                .findOne()
                .map(ServiceRecord::of)
                .orElseThrow(() -> unknown(id));
    }

    /// These services, kept for the running transaction alone.
    ///
    /// @throws ProblemException with [Problem.NotPossible] where there is none of an id
    static Map<Long, ServiceRecord> locked(Handle handle, Collection<Long> ids) throws ProblemException {
        var found = new HashMap<Long, ServiceRecord>();
        for (List<Long> some : Parts.of(List.copyOf(new TreeSet<>(ids)))) {
            // Locked in a statement of its own, because databases differ in what they lock of a join.
            handle.createQuery("select id from services where id in (<ids>) order by id for update")
                    .bindList("ids", some)
                    .mapTo(Long.class)
                    .list();
            handle.createQuery(SELECT + " and s.id in (<ids>)")
                    .bindList("ids", some)
                    .map(new Reader())
                    .map(ServiceRecord::of)
                    .forEach(service -> found.put(service.id(), service));
        }
        for (Long id : ids) if (!found.containsKey(id)) throw unknown(id);
        return found;
    }

    static ProblemException unknown(long id) {
        return new ProblemException(new Problem.NotPossible(Message.of("service.unknown", id)));
    }

    /// Reads the columns' names once per answer. Of two columns of one name the first counts. The Platform's own times are
    /// left out: nothing here asks for them, and they are slow to read.
    private static final class Reader implements RowMapper<Columns> {
        private final Map<String, Integer> places = new HashMap<>();
        private final List<Integer> read = new ArrayList<>();

        @Override
        public Columns map(ResultSet rows, StatementContext context) throws SQLException {
            if (read.isEmpty()) choose(rows.getMetaData());
            var values = new @Nullable Object[read.size()];
            for (int i = 0; i < values.length; i++) values[i] = rows.getObject(read.get(i));
            return new Columns(places, values);
        }

        private void choose(ResultSetMetaData about) throws SQLException {
            for (int i = 1; i <= about.getColumnCount(); i++) {
                String name = about.getColumnLabel(i).toLowerCase(Locale.ROOT);
                if (about.getColumnType(i) == Types.TIMESTAMP || places.containsKey(name)) continue;
                places.put(name, read.size());
                read.add(i);
            }
        }
    }
}
