package io.calsync.ui.kit;

import io.calsync.domain.SyncStatus;
import java.util.Arrays;
import java.util.Locale;

/// A property by which a list of services is narrowed; a service has one value of each, kept as text.
public enum Facet {
    /// Name of a [io.calsync.domain.SyncStatus].
    STATUS,
    BOOKABLE,
    ACTIVE,
    ONLINE,
    LINKED,
    CATEGORY,
    /// Id of a company.
    COMPANY,
    /// Id of a branch, "" for services of a whole company.
    BRANCH,
    /// Whether a field of it has a policy of its own.
    OWN_POLICY,
    /// Name of a [Recency].
    CHANGED;

    public static final String YES = "yes";
    public static final String NO = "no";

    /// How long ago the last change of either side is.
    public enum Recency {
        TODAY,
        WEEK,
        MONTH,
        EARLIER,
        NEVER
    }

    public static String of(boolean value) {
        return value ? YES : NO;
    }

    /// Whether a service may have this value of it.
    public boolean has(String value) {
        return switch (this) {
            case STATUS -> isOne(SyncStatus.values(), value);
            case CHANGED -> isOne(Recency.values(), value);
            case BOOKABLE, ACTIVE, ONLINE, LINKED, OWN_POLICY -> value.equals(YES) || value.equals(NO);
            case COMPANY -> value.matches("[0-9]{1,18}");
            case CATEGORY, BRANCH -> true;
        };
    }

    private static boolean isOne(Enum<?>[] constants, String name) {
        return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(name));
    }

    /// Key of its name in the texts.
    public String key() {
        return "facet." + id();
    }

    /// Also its test id, behind `facet-`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
