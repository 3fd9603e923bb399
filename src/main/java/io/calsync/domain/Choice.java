package io.calsync.domain;

/// A person's answer to one differing field.
public enum Choice {
    /// Keep the Platform's value; it will replace Cal.com's.
    PLATFORM,
    /// Take Cal.com's value into the Platform.
    CALCOM,
    /// Live with the difference. Only for a field that Cal.com takes no value for.
    ACCEPT
}
