package io.calsync.domain;

/// The first status column: what the row's images and facts say, worst first.
public enum SyncStatus {
    /// A difference waits for a decision.
    CONFLICT,
    /// A push failed for a reason that trying again does not mend.
    ERROR,
    /// Changed on the Platform, waiting for its push.
    PENDING,
    /// Not linked, or linked and not yet compared.
    NEVER,
    /// Both sides agree.
    SYNCED;

    /// How the Platform's own column, whose enum has four values, tells it.
    public String column() {
        return switch (this) {
            case CONFLICT, ERROR -> "error";
            case PENDING -> "pending";
            case NEVER -> "never";
            case SYNCED -> "synced";
        };
    }
}
