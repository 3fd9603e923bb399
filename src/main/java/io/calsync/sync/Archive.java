package io.calsync.sync;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The audit trail in files outside of the workspace, out of the reach of whoever can change the database. A receipt says
/// how the trail ends and makes even a consistent rewrite visible. An export holds entries in full and proves itself;
/// only after one may entries leave the database.
public interface Archive {
    /// Writes down how long the trail is, how it ends, and what some entries before looked like.
    Receipt receipt(Path file) throws ProblemException;

    /// Recomputes the chain and compares it with a receipt that was written before.
    ///
    /// @throws ProblemException where the file is no receipt of this workspace
    Journal.Verification verify(Path receipt) throws ProblemException;

    /// Writes the entries of a period, oldest first.
    ///
    /// @param since null = from the first that is there
    /// @param until not included, null = to the newest
    Exported export(Path file, @Nullable Instant since, @Nullable Instant until) throws ProblemException;

    /// Removes the entries that an export holds, after the export was verified and found the same as the trail. An entry
    /// that says so keeps the rest provable. A manager's.
    Exported remove(Path export) throws ProblemException;

    /// @param count entries at that time, counted from the first there ever was
    /// @param head  the newest entry's hash
    record Receipt(String workspace, long count, String head, Instant at) {}

    /// @param from number of the first entry
    /// @param to   number of the last
    /// @param head the last one's hash
    record Exported(long from, long to, String head) {
        public long count() {
            return to - from + 1;
        }
    }
}
