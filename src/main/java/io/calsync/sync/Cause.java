package io.calsync.sync;

/// Why a row changes, as the audit trail tells it.
///
/// @param run  names the run that it belongs to, "" outside a run
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
        RUN
    }

    public Cause as(Source other) {
        return new Cause(other, operator, run, note);
    }
}
