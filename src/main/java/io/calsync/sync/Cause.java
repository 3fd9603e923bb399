package io.calsync.sync;

/// Why a row changes, as the audit trail tells it.
///
/// @param run  names the run or the step of many services that it belongs to, "" where it stands alone
/// @param note a person's own words, "" when none
public record Cause(Source source, Operator operator, String run, String note) {
    /// What kind of event changed something.
    public enum Source {
        EDIT,
        /// Changed on the Platform by something other than this console.
        PLATFORM,
        IMPORT,
        LINK,
        PUSH,
        DRIFT,
        DECISION,
        POLICY,
        GUARD,
        UNDO,
        RUN,
        /// Entries left the trail after an export of them was verified.
        ARCHIVE
    }

    public Cause noting(String newNote) {
        return new Cause(source, operator, run, newNote);
    }

    public Cause as(Source other) {
        return new Cause(other, operator, run, note);
    }
}
