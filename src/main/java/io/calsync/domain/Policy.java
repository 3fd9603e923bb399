package io.calsync.domain;

/// What happens by itself when Cal.com changed a field. Set by a person, per workspace and field or for one service.
public enum Policy {
    /// Open a conflict.
    ASK,
    /// Push the Platform's value over Cal.com's.
    PLATFORM_WINS,
    /// Take Cal.com's value.
    CALCOM_WINS,
    /// Do not sync the field.
    LEAVE_ALONE
}
