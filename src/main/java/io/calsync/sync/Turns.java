package io.calsync.sync;

import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which service a run pushes next: what a person changes meanwhile comes before all that is left. The others go in an order
/// in which a service whose new slug another one is about to give up comes after it, and else the one that waits longest
/// comes first. What is not due any more when its turn comes, because it was brought forward or a person unlinked it, is
/// passed over.
final class Turns {
    private static final Comparator<@Nullable Instant> OLDEST_FIRST =
            Comparator.nullsLast(Comparator.naturalOrder());

    private final Session session;
    private final ArrayDeque<Long> urgent = new ArrayDeque<>();
    private final ArrayDeque<Long> rest = new ArrayDeque<>();

    Turns(Session session, List<Row> due) throws ProblemException {
        this.session = session;
        var asked = session.feed().takeUrgent();
        var slugs = new SlugOrder(due, session.memory().rules());
        due.stream()
                .sorted(Comparator.comparingInt(slugs::depth).thenComparing(row -> !asked.contains(row.id()))
                        .thenComparing(row -> row.times().platformChanged(), OLDEST_FIRST))
                .forEach(row -> rest.add(row.id()));
    }

    /// @return null where nothing is left
    @Nullable
    Row next() throws ProblemException {
        urgent.addAll(session.feed().takeUrgent());
        while (!urgent.isEmpty() || !rest.isEmpty()) {
            var row = due(urgent.isEmpty() ? rest.removeFirst() : urgent.removeFirst());
            if (row.isPresent()) return row.get();
        }
        return null;
    }

    int left() {
        return rest.size();
    }

    private Optional<Row> due(long serviceId) throws ProblemException {
        var row = session.rows().get(serviceId);
        boolean due = row.link().linked() && Outlook.of(row, session.memory().rules()).needsPush();
        return due ? Optional.of(row) : Optional.empty();
    }
}
