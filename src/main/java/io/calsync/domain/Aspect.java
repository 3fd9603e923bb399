package io.calsync.domain;

/// Which part of a row a change concerns.
public enum Aspect {
    PLATFORM,
    CALCOM,
    BASE,
    /// Linked, unlinked, gone, come back.
    LINK,
    /// A value on its way, a refusal, a doubt or an accepted difference.
    FACT,
    /// This service's own policy for a field.
    POLICY
}
