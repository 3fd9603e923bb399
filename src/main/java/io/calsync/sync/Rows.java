package io.calsync.sync;

import io.calsync.domain.Row;
import java.util.List;
import java.util.Map;

/// The one door to the rows. A change is a pure function of the row as it is when the change is made; the row, the
/// Platform's own record, its projected sync columns and the audit entry are committed together or not at all, and are
/// on the disk when the call returns.
public interface Rows {
    List<Row> all() throws ProblemException;

    /// @throws ProblemException with [Problem.NotPossible] where there is no such service
    Row get(long serviceId) throws ProblemException;

    /// Applies a change to the newest state of the row. Where the Platform's record was changed by something else, that
    /// is taken into the row (and audited) first. The function may be called more than once.
    ///
    /// @return the row afterwards; the very row given where the function changed nothing, and then nothing is written
    Row update(long serviceId, Cause cause, Step step) throws ProblemException;

    /// The same for many rows in one transaction; all or none.
    ///
    /// @return the rows that changed
    List<Row> updateAll(Cause cause, Map<Long, Step> steps) throws ProblemException;

    /// What becomes of a row. Pure.
    @FunctionalInterface
    interface Step {
        /// @throws ProblemException where the row is not as the caller expected; then nothing is written
        Row apply(Row row) throws ProblemException;
    }
}
