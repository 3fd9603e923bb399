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
import java.util.function.Predicate;

/// In which order web address parts can move from one event type to another: Cal.com refuses one that is still held. Pure.
final class SlugOrder {
    private static final String CYCLE = "refusal.slug-cycle";

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

    /// Names the other service where two or more wait for each other, whether or not one of them was told so already.
    Optional<Message> cycle(Row row) {
        var seen = new HashSet<Long>();
        var next = holder(row, this::wantsToMove);
        while (next.isPresent() && seen.add(next.get().id())) {
            if (next.get().id() == row.id()) {
                var other = holder(row, this::wantsToMove).orElseThrow();
                return Optional.of(Message.of(CYCLE, row.platform().text(Field.NAME),
                        other.platform().text(Field.NAME)));
            }
            next = holder(next.get(), this::wantsToMove);
        }
        return Optional.empty();
    }

    private Optional<Row> before(Row row) {
        return holder(row, this::isDue);
    }

    private Optional<Row> holder(Row row, Predicate<Row> moves) {
        if (!moves.test(row)) return Optional.empty();
        return Optional.ofNullable(holders.get(row.platform().text(Field.SLUG)))
                .filter(holder -> holder.id() != row.id() && moves.test(holder));
    }

    private boolean wantsToMove(Row row) {
        return isDue(row) || Outlook.of(row, rules).state(Field.SLUG).why() instanceof Message why
                && why.key().equals(CYCLE);
    }

    private boolean isDue(Row row) {
        return Outlook.of(row, rules).due().fields().contains(Field.SLUG);
    }
}
