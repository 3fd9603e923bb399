package io.calsync.ui.kit;

import java.time.LocalTime;

/// Whether and when the system tells what the window's bell counts.
///
/// @param system    whether the system's own notifications are used
/// @param quietFrom hour of the day from which it stays quiet, 0 to 23
/// @param quietTo   hour of the day at which that ends; the same hour as `quietFrom` means never quiet
public record Alerts(boolean system, int quietFrom, int quietTo) {
    public static final Alerts DEFAULT = new Alerts(true, 0, 0);

    /// Whether the system may be asked to show something at this time of day.
    public boolean allowed(LocalTime time) {
        int hour = time.getHour();
        boolean quiet = quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo
                : hour >= quietFrom || hour < quietTo;
        return system && !quiet;
    }
}
