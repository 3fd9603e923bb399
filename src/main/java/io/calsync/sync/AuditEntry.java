package io.calsync.sync;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One link of the audit trail.
///
/// @param seq       counts from 1 without a gap
/// @param serviceId 0 where the entry is about a run or the workspace
/// @param service   the service's name at that time, "" where there is none
/// @param what      a sentence beside the changes, null when they say it all
/// @param hash      SHA-256 over this entry and the hash before it, lower-case hex
public record AuditEntry(
        long seq,
        Instant at,
        Cause cause,
        long serviceId,
        String service,
        @Nullable Message what,
        List<Change> changes,
        String hash) {
    /// The changes that tell a person what happened. What both sides agree on and what is on its way follow from them, and
    /// are left out unless there is nothing else or a person decided just that.
    public List<Change> story() {
        var told = changes.stream().filter(this::isTold).toList();
        return told.isEmpty() ? changes : told;
    }

    /// Whether the entry tells how a run ended; other notes of runs are about a service or about Cal.com.
    public boolean isReport() {
        return cause.source() == Cause.Source.RUN && serviceId == 0 && !cause.run().isEmpty()
                && what != null && !what.key().startsWith("audit.");
    }

    /// Whether a person changed values of a service by it, on their own account or by taking something back.
    public boolean isStep() {
        return switch (cause.source()) {
            case EDIT, DECISION, UNDO -> serviceId != 0;
            case PLATFORM, IMPORT, LINK, PUSH, DRIFT, POLICY, GUARD, RUN, ARCHIVE -> false;
        };
    }

    /// Whether it ended or changed the link, as the answers to a deleted event type do.
    public boolean movesLink() {
        return changes.stream().anyMatch(change -> change.aspect() == Aspect.LINK);
    }

    private boolean isTold(Change change) {
        return switch (change.aspect()) {
            case PLATFORM, CALCOM -> change.to() != null && !(change.from() == null && change.to().isEmpty());
            case LINK, POLICY -> true;
            case BASE -> cause.source() == Cause.Source.DECISION || cause.source() == Cause.Source.UNDO;
            case FACT -> false;
        };
    }
}
