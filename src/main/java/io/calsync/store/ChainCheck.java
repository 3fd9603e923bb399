package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal.Verification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes along the audit trail from its first entry and notes each place where it does not hold together.
final class ChainCheck {
    /// The sentence of the entry that stands for those that left with an export: their last one's number and hash come
    /// first.
    static final String REMOVED = "audit.removed";

    private final List<Message> problems = new ArrayList<>();
    private final Set<Trail.Head> archived = new HashSet<>();
    private Trail.@Nullable Head start;
    private Trail.Head last = new Trail.Head(0, "");
    private long count;

    /// A whole trail, which may begin behind entries that were archived.
    ChainCheck() {}

    /// A piece of a trail.
    ///
    /// @param start what its first entry follows on
    ChainCheck(Trail.Head start) {
        this.start = start;
        this.last = start;
        archived.add(start);
    }

    void next(Entry entry) {
        if (start == null) {
            start = entry.seq() <= 1 ? last : new Trail.Head(entry.seq() - 1, entry.previous());
            last = start;
        }
        if (entry.seq() > last.entries() + 1) problems.add(missing(last.entries() + 1, entry.seq() - 1));
        else if (entry.seq() <= last.entries()) problems.add(Message.of("audit.inserted", entry.seq()));
        else
            if (!Objects.equals(entry.previous(), last.hash()))
                problems.add(Message.of("audit.broken", entry.seq(), last.entries()));
        if (!entry.digest().equals(entry.hash())) problems.add(Message.of("audit.changed", entry.seq()));
        else note(entry);
        last = new Trail.Head(entry.seq(), entry.hash());
        count++;
    }

    Verification end(Trail.Head stored) {
        var first = start == null ? new Trail.Head(0, "") : start;
        if (first.entries() > 0 && !archived.contains(first)) problems.addFirst(missing(1, first.entries()));
        if (stored.entries() > last.entries()) problems.add(missing(last.entries() + 1, stored.entries()));
        else
            if (stored.entries() != first.entries() + count)
                problems.add(Message.of("audit.count", stored.entries(), first.entries() + count));
        if (!Objects.equals(stored.hash(), last.hash())) problems.add(Message.of("audit.head", last.entries()));
        return new Verification(count, last.hash(), problems);
    }

    /// What the trail begins behind, null before the first entry.
    Trail.@Nullable Head start() {
        return start;
    }

    private void note(Entry entry) {
        if (!entry.source().equals(Cause.Source.ARCHIVE.name())) return;
        if (entry.audit().what() instanceof Message what && what.key().equals(REMOVED))
            archived.add(new Trail.Head(Long.parseLong(what.args().get(0)), what.args().get(1)));
    }

    private static Message missing(long from, long to) {
        return from == to ? Message.of("audit.missing", from) : Message.of("audit.missing-many", from, to);
    }
}
