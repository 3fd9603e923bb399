package io.calsync.sync;

import io.calsync.domain.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The audit trail: append-only and hash-chained. Changes of rows reach it through [Rows] alone.
public interface Journal {
    /// Entries, newest first.
    List<AuditEntry> entries(Query query) throws ProblemException;

    Optional<AuditEntry> entry(long seq) throws ProblemException;

    /// Writes down something that changed no row: a run, a guard, a passed guard.
    default void note(Cause cause, Message what) throws ProblemException {
        note(cause, 0, "", what);
    }

    /// The same about one service.
    void note(Cause cause, long serviceId, String service, Message what) throws ProblemException;

    /// Recomputes the chain and compares it with the stored head and count.
    Verification verify() throws ProblemException;

    /// Which entries are wanted.
    ///
    /// @param serviceId 0 = of all services
    /// @param source    null = of every kind
    /// @param since     null = from the beginning
    /// @param before    only entries with a smaller number, 0 = from the newest
    /// @param run       only entries of that run, "" = of any and of none
    record Query(long serviceId, Cause.@Nullable Source source, @Nullable Instant since, long before, int limit,
            String run) {
        public Query(long serviceId, Cause.@Nullable Source source, @Nullable Instant since, long before, int limit) {
            this(serviceId, source, since, before, limit, "");
        }

        public static Query ofService(long serviceId, int limit) {
            return new Query(serviceId, null, null, 0, limit);
        }

        public static Query newest(int limit) {
            return new Query(0, null, null, 0, limit);
        }
    }

    /// @param count    entries that were read
    /// @param head     the last entry's hash, "" when there is none
    /// @param problems what does not fit, one sentence each; empty = the trail is whole
    record Verification(long count, String head, List<Message> problems) {
        public boolean whole() {
            return problems.isEmpty();
        }
    }
}
