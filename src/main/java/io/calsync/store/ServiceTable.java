package io.calsync.store;

import io.calsync.domain.Company;
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
                    select r.version, r.%s, s.*
                    from services s
                    left join calsync_rows r on r.service_id = s.id
                    where s.deleted_at is null"""
                    .formatted(RowJson.COLUMNS.replace(", ", ", r."));

    private ServiceTable() {}

    /// Reading the images takes longer than the database does, so all processors take part in it.
    static List<ServiceRecord> all(Handle handle) {
        return handle.createQuery(SELECT).map(Reader.of(handle)).list().parallelStream().map(ServiceRecord::of)
                .toList();
    }

    static ServiceRecord one(Handle handle, long id) throws ProblemException {
        return handle.createQuery(SELECT + " and s.id = ?")
                .bind(0, id)
                .map(Reader.of(handle))
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
                    .map(Reader.of(handle))
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
    /// left out: nothing here asks for them, and they are slow to read. What a company and a branch say of a service comes
    /// from a map: joined, they took four fifths of the time.
    private static final class Reader implements RowMapper<Columns> {
        private static final List<String> ADDED = List.of("company", "currency", "branch");

        private final Map<Long, Company> companies = new HashMap<>();
        private final Map<String, String> branches = new HashMap<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final List<Integer> read = new ArrayList<>();

        static Reader of(Handle handle) {
            var reader = new Reader();
            for (Company company : Companies.all(handle)) {
                reader.companies.put(company.id(), company);
                for (var branch : company.branches()) reader.branches.put(branch.id(), branch.name());
            }
            return reader;
        }

        @Override
        public Columns map(ResultSet rows, StatementContext context) throws SQLException {
            if (read.isEmpty()) choose(rows.getMetaData());
            var values = new @Nullable Object[ADDED.size() + read.size()];
            if (companies.get(rows.getLong("company_id")) instanceof Company company) {
                values[0] = company.name();
                values[1] = company.currency();
            }
            values[2] = branches.get(rows.getString("branch_id"));
            for (int i = 0; i < read.size(); i++) values[ADDED.size() + i] = rows.getObject(read.get(i));
            return new Columns(places, values);
        }

        private void choose(ResultSetMetaData about) throws SQLException {
            for (String name : ADDED) places.put(name, places.size());
            for (int i = 1; i <= about.getColumnCount(); i++) {
                String name = about.getColumnLabel(i).toLowerCase(Locale.ROOT);
                if (about.getColumnType(i) == Types.TIMESTAMP || places.containsKey(name)) continue;
                places.put(name, places.size());
                read.add(i);
            }
        }
    }
}
