package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// In which order web address parts can move from one event type to another: Cal.com refuses one that is still held. Pure.
final class SlugOrder {
    private final Map<String, Row> holders = new HashMap<>();
    private final Rules rules;

    SlugOrder(List<Row> rows, Rules rules) {
        this.rules = rules;
        for (Row row : rows) {
            if (row.calcom().has(Field.SLUG)) holders.put(row.calcom().text(Field.SLUG), row);
        }
    }

    /// Whether another linked service still holds the slug that this one is to get, and is about to give it up.
    boolean mustWait(Row row) {
        return before(row).isPresent();
    }

    /// How many services have to give up a slug before this one can get its own.
    int depth(Row row) {
        var seen = new HashSet<Long>();
        int depth = 0;
        for (var next = before(row); next.isPresent() && seen.add(next.get().id()); next = before(next.get())) depth++;
        return depth;
    }

    /// Names the other service where two or more wait for each other.
    Optional<Message> cycle(Row row) {
        var seen = new HashSet<Long>();
        var next = before(row);
        while (next.isPresent() && seen.add(next.get().id())) {
            if (next.get().id() == row.id()) {
                var other = before(row).orElseThrow();
                return Optional.of(Message.of("refusal.slug-cycle", row.platform().text(Field.NAME),
                        other.platform().text(Field.NAME)));
            }
            next = before(next.get());
        }
        return Optional.empty();
    }

    private Optional<Row> before(Row row) {
        if (!isDue(row)) return Optional.empty();
        var holder = holders.get(row.platform().text(Field.SLUG));
        return holder != null && holder.id() != row.id() && isDue(holder) ? Optional.of(holder) : Optional.empty();
    }

    private boolean isDue(Row row) {
        return Outlook.of(row, rules).due().fields().contains(Field.SLUG);
    }
}
