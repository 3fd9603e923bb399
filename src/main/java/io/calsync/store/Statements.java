package io.calsync.store;

import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Statements of the same text go to the database together.
final class Statements {
    private final Handle handle;
    private final Map<String, List<@Nullable Object[]>> values = new LinkedHashMap<>();
    private final Map<String, List<Saved>> rows = new LinkedHashMap<>();

    Statements(Handle handle) {
        this.handle = handle;
    }

    void add(String sql, Saved row, @Nullable Object... columns) {
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
