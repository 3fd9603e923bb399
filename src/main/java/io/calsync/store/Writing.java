package io.calsync.store;

import io.calsync.domain.Change;
import io.calsync.domain.Message;
import io.calsync.domain.Rules;
import io.calsync.sync.Cause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One writing transaction. It begins by locking the end of the audit trail, so that transactions come one after the
/// other, and it ends with the entries that were noted in it.
final class Writing {
    private final Handle handle;
    private final Instant now;
    private final Function<Message, String> words;
    private final List<Entry> entries = new ArrayList<>();
    private Trail.Head head;
    private boolean touched;

    /// @param clock read once the lock is there, so that the trail's times never run backwards
    Writing(Handle handle, InstantSource clock, Function<Message, String> words) {
        this.handle = handle;
        this.words = words;
        this.head = Trail.lockedHead(handle);
        this.now = clock.instant();
    }

    Handle handle() {
        return handle;
    }

    Instant now() {
        return now;
    }

    Rules rules() {
        return Settings.rules(handle);
    }

    Function<Message, String> words() {
        return words;
    }

    /// Says that something was written beside the trail.
    void touched() {
        touched = true;
    }

    /// Adds an entry about a run or the workspace.
    void note(Cause cause, Message what) {
        note(cause, 0, "", what, List.of());
    }

    void note(Cause cause, long serviceId, String service, @Nullable Message what, List<Change> changes) {
        var entry = Entry.after(head, now, cause, serviceId, service, what, changes);
        entries.add(entry);
        head = new Trail.Head(entry.seq(), entry.hash());
    }

    /// Where the trail ends with this transaction.
    Trail.Head head() {
        return head;
    }

    /// @return whether anything was written
    boolean finish() {
        Trail.append(handle, entries, head);
        return touched || !entries.isEmpty();
    }
}
