package io.calsync.sync;

import io.calsync.domain.Message;
import java.util.List;
import java.util.Map;

/// What a run did.
///
/// @param run       the run's name in the audit trail
/// @param plan      what it set out to do
/// @param pushed    services with a verified write
/// @param conflicts services that wait for a person, by id
/// @param failed    services with an error, by id, with the reason
/// @param unlinked  event types that no service is linked to
/// @param requests  requests sent
/// @param end       why it was over
public record Report(
        String run,
        Plan plan,
        List<Long> pushed,
        List<Long> conflicts,
        Map<Long, Message> failed,
        int unlinked,
        int requests,
        End end) {
    public enum End {
        /// Nothing was left to do.
        COMPLETE,
        /// A person ended it early.
        CANCELLED,
        /// Cal.com gave no answer for several services in a row; the rest waits for the next run.
        SILENCE
    }

    /// A run that was ended before it looked.
    static Report notBegun() {
        return new Report("", new Plan(List.of(), List.of(), null, 0), List.of(), List.of(), Map.of(), 0, 0,
                End.CANCELLED);
    }

    Report completed(List<Long> open, Map<Long, Message> errors, int withoutService, int sent) {
        return new Report(run, plan, pushed, open, errors, withoutService, sent, end);
    }
}
