package io.calsync.sync;

import io.calsync.domain.Aspect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the audit trail tells of the last days, for a picture of them.
///
/// @param days       every day of the time asked for, oldest first
/// @param timeToPush the median time from an edit to its verified push, null when nothing was pushed
public record Activity(List<Day> days, @Nullable Duration timeToPush) {
    /// One day in the person's time zone.
    ///
    /// @param pushes      verified pushes
    /// @param differences times that Cal.com was found to hold something that nobody here had agreed to
    public record Day(LocalDate date, int pushes, int differences) {}

    /// Pure.
    ///
    /// @param entries oldest first
    /// @param count   how many days, the last of which is `today`
    static Activity of(List<AuditEntry> entries, LocalDate today, int count, ZoneId zone) {
        var pushes = new HashMap<LocalDate, Integer>();
        var differences = new HashMap<LocalDate, Integer>();
        var waiting = new HashMap<Long, Instant>();
        var times = new ArrayList<Duration>();
        for (AuditEntry entry : entries) {
            var date = entry.at().atZone(zone).toLocalDate();
            if (isEdit(entry)) waiting.putIfAbsent(entry.serviceId(), entry.at());
            if (isDifference(entry)) differences.merge(date, 1, Integer::sum);
            if (!isPush(entry)) continue;
            pushes.merge(date, 1, Integer::sum);
            var since = waiting.remove(entry.serviceId());
            if (since != null) times.add(Duration.between(since, entry.at()));
        }
        return new Activity(days(today, count, pushes, differences), median(times));
    }

    private static List<Day> days(LocalDate today, int count, Map<LocalDate, Integer> pushes,
            Map<LocalDate, Integer> differences) {
        return today.minusDays(count - 1L).datesUntil(today.plusDays(1))
                .map(date -> new Day(date, pushes.getOrDefault(date, 0), differences.getOrDefault(date, 0)))
                .toList();
    }

    private static boolean isEdit(AuditEntry entry) {
        return entry.cause().source() == Cause.Source.EDIT
                && entry.changes().stream().anyMatch(change -> change.aspect() == Aspect.PLATFORM);
    }

    private static boolean isPush(AuditEntry entry) {
        return entry.cause().source() == Cause.Source.PUSH
                && entry.changes().stream().anyMatch(change -> change.aspect() == Aspect.BASE);
    }

    private static boolean isDifference(AuditEntry entry) {
        return entry.cause().source() == Cause.Source.DRIFT && entry.changes().stream()
                .anyMatch(change -> change.aspect() == Aspect.CALCOM && change.from() != null && change.to() != null)
                && entry.changes().stream().noneMatch(change -> change.aspect() == Aspect.BASE);
    }

    private static @Nullable Duration median(List<Duration> times) {
        return times.isEmpty() ? null : times.stream().sorted().toList().get(times.size() / 2);
    }
}
