package io.calsync.sync;

import io.calsync.domain.Rules;
import java.util.Optional;

/// What a workspace remembers beside its rows.
public interface Memory {
    /// What applies to all services; [Rules#DEFAULT] in a new workspace.
    Rules rules() throws ProblemException;

    /// Sets them, with an audit entry, and projects the statuses that follow onto the Platform's own columns.
    void rules(Rules rules, Cause cause) throws ProblemException;

    /// The connection this workspace's agreements were made with, empty before the first.
    Optional<String> identity() throws ProblemException;

    void identity(String identity, Cause cause) throws ProblemException;
}
