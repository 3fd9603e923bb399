package io.calsync.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A service's counterpart in Cal.com, as one answer told it.
///
/// @param id         Cal.com's id
/// @param teamId     the team that holds it, 0 for a person's own
/// @param values     what it holds of the synced fields
/// @param raw        the answer as plain JSON; from a list it may lack hidden booking fields
/// @param asked      when the request for it started
/// @param complaints what in the answer could not be read, one sentence each
public record EventType(
        long id, long teamId, Values values, Map<String, Object> raw, Instant asked, List<Message> complaints) {
    /// The complaint about a member's copy of a team's managed event type, which only its parent may change.
    public static final String COPY = "complaint.copy";

    /// Why no service may be linked to it; empty where one may.
    public Optional<Message> obstacle() {
        return complaints.stream().filter(complaint -> complaint.key().equals(COPY)).findFirst();
    }
}
