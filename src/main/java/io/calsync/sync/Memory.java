package io.calsync.sync;

import io.calsync.domain.Rules;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a workspace remembers beside its rows.
public interface Memory {
    /// What applies to all services; [Rules#DEFAULT] in a new workspace.
    Rules rules() throws ProblemException;

    /// Changes them, with an audit entry, and projects the statuses that follow onto the Platform's own columns.
    ///
    /// @param change is given those of that moment, so that of two people who change different ones both have their way
    void rules(UnaryOperator<Rules> change, Cause cause) throws ProblemException;

    /// The connection this workspace's agreements were made with, empty before the first.
    Optional<String> identity() throws ProblemException;

    void identity(String identity, Cause cause) throws ProblemException;
}
