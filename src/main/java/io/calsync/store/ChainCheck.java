package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Journal.Verification;
import java.util.ArrayList;
import java.util.List;

/// Goes along the audit trail from its first entry and notes each place where it does not hold together.
final class ChainCheck {
    private final List<Message> problems = new ArrayList<>();
    private Trail.Head last = new Trail.Head(0, "");
    private long count;

    void next(Entry entry) {
        if (entry.seq() > last.entries() + 1) problems.add(missing(last.entries() + 1, entry.seq() - 1));
        else if (entry.seq() <= last.entries()) problems.add(Message.of("audit.inserted", entry.seq()));
        else
            if (!entry.previous().equals(last.hash()))
                problems.add(Message.of("audit.broken", entry.seq(), last.entries()));
        if (!entry.digest().equals(entry.hash())) problems.add(Message.of("audit.changed", entry.seq()));
        last = new Trail.Head(entry.seq(), entry.hash());
        count++;
    }

    Verification end(Trail.Head stored) {
        if (stored.entries() > last.entries()) problems.add(missing(last.entries() + 1, stored.entries()));
        else if (stored.entries() != count) problems.add(Message.of("audit.count", stored.entries(), count));
        if (!stored.hash().equals(last.hash())) problems.add(Message.of("audit.head", last.entries()));
        return new Verification(count, last.hash(), problems);
    }

    private static Message missing(long from, long to) {
        return from == to ? Message.of("audit.missing", from) : Message.of("audit.missing-many", from, to);
    }
}
