package io.calsync.calcom;

import io.calsync.domain.EventType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What earlier answers told in passing: whose an event type is, and where people book.
final class Known {
    private final Map<Long, Long> teams = new ConcurrentHashMap<>();
    private volatile boolean listed;
    private volatile boolean withoutHistory;
    private volatile @Nullable String website;

    void all(List<EventType> eventTypes) {
        eventTypes.forEach(this::one);
        listed = true;
    }

    void one(EventType eventType) {
        if (eventType.teamId() > 0) teams.put(eventType.id(), eventType.teamId());
        if (website == null && eventType.raw().get("bookingUrl") instanceof String url) website = WebPage.origin(url);
    }

    boolean listed() {
        return listed;
    }

    /// The server answered that it has no such route: it need not be asked again.
    void noHistory() {
        withoutHistory = true;
    }

    boolean withoutHistory() {
        return withoutHistory;
    }

    /// 0 where none was told.
    long team(long eventTypeId) {
        return teams.getOrDefault(eventTypeId, 0L);
    }

    /// Scheme, host and port of the booking pages, null before an event type was seen that has one.
    @Nullable
    String website() {
        return website;
    }
}
