package io.calsync.sandbox;

/// Which of the two kinds of Cal.com server is imitated.
public enum Profile {
    /// cal.com itself: user, team and organization event types, history, version 2026-06-12.
    HOSTED,
    /// A self-hosted server built from the public source: user event types only, version 2024-06-14 only.
    DIY
}
