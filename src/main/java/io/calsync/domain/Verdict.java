package io.calsync.domain;

import org.jspecify.annotations.Nullable;

/// What the three-way comparison of one field says.
public enum Verdict {
    /// Both sides hold the same.
    AGREED,
    /// Only the Platform moved since both sides last agreed.
    PLATFORM_AHEAD,
    /// Only Cal.com moved: drift.
    CALCOM_AHEAD,
    /// Both moved, to different values.
    BOTH_CHANGED,
    /// They differ and have never agreed.
    FIRST_LINK,
    /// A side has not said what it holds.
    UNKNOWN,
    /// A side has no place for the field.
    NOT_HELD,
    /// Prices in different currencies: shown, never compared.
    OTHER_CURRENCY,
    /// A person took this field of this service out of the sync.
    LEFT_ALONE,
    /// The event type is deleted at Cal.com; the comparison is suspended.
    GONE;

    /// Compares one field. "No base" (null) is not the same as an empty base: without one only a person decides.
    public static Verdict of(@Nullable Object base, @Nullable Object platform, @Nullable Object calcom) {
        if (platform == null || calcom == null) return UNKNOWN;
        if (Values.NOT_HELD.equals(platform) || Values.NOT_HELD.equals(calcom)) return NOT_HELD;
        if (platform.equals(calcom)) return AGREED;
        if (platform instanceof Money ours && calcom instanceof Money theirs
                && !ours.currency().equals(theirs.currency())) {
            return OTHER_CURRENCY;
        }
        if (base == null) return FIRST_LINK;
        if (calcom.equals(base)) return PLATFORM_AHEAD;
        if (platform.equals(base)) return CALCOM_AHEAD;
        return BOTH_CHANGED;
    }

    /// Whether the sides differ in a way that a push, a policy or a person has to settle.
    public boolean differs() {
        return switch (this) {
            case PLATFORM_AHEAD, CALCOM_AHEAD, BOTH_CHANGED, FIRST_LINK -> true;
            case AGREED, UNKNOWN, NOT_HELD, OTHER_CURRENCY, LEFT_ALONE, GONE -> false;
        };
    }
}
