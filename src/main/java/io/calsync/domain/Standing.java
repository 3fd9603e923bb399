package io.calsync.domain;

/// What follows from one field's verdict under the workspace's rules.
public enum Standing {
    /// Nothing to do.
    CLEAR,
    /// A person accepted the difference.
    ACCEPTED,
    /// To be pushed to Cal.com.
    DUE,
    /// A policy settles it after the next read by id.
    POLICY,
    /// Waits for a person.
    OPEN,
    /// Cannot be pushed for a reason that trying again does not mend.
    BLOCKED
}
