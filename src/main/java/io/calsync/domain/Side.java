package io.calsync.domain;

/// The two sides that are kept equal: the business's own record and Cal.com.
public enum Side {
    PLATFORM,
    CALCOM
}
