package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.Refusal;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a server turns out to take no value for. Hosted Cal.com may differ from the one that was measured: it answers 200
/// and leaves a field as it was. One such answer teaches nothing; several services, with none that got through, do.
final class Capabilities {
    private static final int SERVICES = 3;

    private final Session session;
    private final Set<Field> proved = EnumSet.noneOf(Field.class);

    Capabilities(Session session) {
        this.session = session;
    }

    /// A verified write shows that these can be written.
    void proved(Set<Field> fields) {
        proved.addAll(fields);
    }

    /// Takes fields that were only ever left as they were out of what is pushed; from then on a person is asked.
    void learn(List<Row> rows, Cause cause) throws ProblemException {
        var rules = session.memory().rules();
        var readOnly = EnumSet.noneOf(Field.class);
        for (Field field : Field.synced()) {
            if (!proved.contains(field) && ignored(rows, field) >= SERVICES) readOnly.add(field);
        }
        if (!rules.readOnly().containsAll(readOnly)) session.memory().rules(now -> now.withReadOnly(readOnly), cause);
    }

    /// Everything counts as writable again: a person retries, or the connection is another one.
    void forget(Cause cause) throws ProblemException {
        if (!session.memory().rules().readOnly().isEmpty()) session.memory().rules(Rules::allWritable, cause);
    }

    private static long ignored(List<Row> rows, Field field) {
        return rows.stream()
                .filter(row -> row.facts(field).refusal() instanceof Refusal refusal
                        && refusal.why().key().equals("refusal.unchanged")
                        && refusal.seen().holds(row.platform(), row.calcom(), field))
                .count();
    }
}
