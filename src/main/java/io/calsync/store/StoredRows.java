package io.calsync.store;

import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import io.calsync.sync.Cause;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows, kept beside the Platform's services.
final class StoredRows implements Rows {
    private final Database database;

    StoredRows(Database database) {
        this.database = database;
    }

    @Override
    public List<Row> all() throws ProblemException {
        var now = database.clock().instant();
        return database.read(handle -> ServiceTable.all(handle).stream().map(service -> service.known(now)).toList());
    }

    @Override
    public Row get(long serviceId) throws ProblemException {
        var now = database.clock().instant();
        return database.read(handle -> ServiceTable.one(handle, serviceId).known(now));
    }

    @Override
    public Row update(long serviceId, Cause cause, Step step) throws ProblemException {
        return database.write(writing -> {
            var service = ServiceTable.locked(writing.handle(), List.of(serviceId)).get(serviceId);
            return apply(writing, cause, List.of(Objects.requireNonNull(service)), Map.of(serviceId, step)).getFirst()
                    .row();
        });
    }

    @Override
    public List<Row> updateAll(Cause cause, Map<Long, Step> steps) throws ProblemException {
        if (steps.isEmpty()) return List.of();
        return database.write(writing -> {
            var services = ServiceTable.locked(writing.handle(), steps.keySet());
            var ordered = steps.keySet().stream().map(id -> Objects.requireNonNull(services.get(id))).toList();
            return apply(writing, cause, ordered, steps).stream()
                    .filter(Outcome::changed)
                    .map(Outcome::row)
                    .toList();
        });
    }

    private record Outcome(Row row, boolean changed) {}

    private static List<Outcome> apply(Writing writing, Cause cause, List<ServiceRecord> services,
            Map<Long, Step> steps)
            throws ProblemException {
        var outcomes = new ArrayList<Outcome>();
        var changed = new ArrayList<Saved>();
        for (ServiceRecord service : services) {
            var known = service.known(writing.now());
            var after = Objects.requireNonNull(steps.get(service.id())).apply(known);
            boolean isNews = !known.equals(service.stored());
            boolean isChange = !after.equals(known);
            if (isNews) note(writing, cause.as(Cause.Source.PLATFORM), service.stored(), known);
            if (isChange) note(writing, cause, known, after);
            var saved = Saved.of(service, known, isChange ? after : known);
            if (isNews || isChange) changed.add(saved);
            outcomes.add(isNews || isChange ? new Outcome(saved.row(), true) : new Outcome(known, false));
        }
        new RowWriter(writing).write(changed);
        return outcomes;
    }

    /// An entry for what changed. That a look or a try took place is no entry; a try that fails for another reason than
    /// the one before is.
    static void note(Writing writing, Cause cause, Row before, Row after) {
        var changes = Change.between(before, after);
        var failure = newFailure(before, after);
        if (changes.isEmpty() && failure == null) return;
        writing.note(cause, after.id(), after.platform().text(Field.NAME), failure, changes);
    }

    private static @Nullable Message newFailure(Row before, Row after) {
        var why = after.attempt().why();
        return Objects.equals(why, before.attempt().why()) ? null : why;
    }
}
