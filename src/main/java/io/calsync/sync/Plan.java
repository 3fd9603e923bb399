package io.calsync.sync;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sync would do now, per service and field. Data; nothing of it has happened.
///
/// @param items    everything but agreement, by service
/// @param unlinked event types that no service is linked to
/// @param guard    what would stop the run, null when nothing would
/// @param requests how many requests the look took
public record Plan(List<Item> items, List<EventType> unlinked, @Nullable Guard guard, int requests) {
    /// What would happen to a field.
    public enum Action {
        /// The Platform's value goes to Cal.com.
        PUSH,
        /// A policy pushes over Cal.com's value or takes it.
        POLICY,
        /// A person is asked.
        ASK,
        /// It cannot be pushed; the reason says why.
        BLOCKED,
        /// Both sides hold the same for the first time, or changed to the same: noted, no question asked.
        AGREE,
        /// The event type is not there any more.
        MISSING
    }

    /// @param field    null where the item is about the whole event type
    /// @param base     text form, null = never agreed
    /// @param platform text form, null = nothing there
    /// @param calcom   text form, null = nothing there
    /// @param why      null where the action says it all
    public record Item(
            long serviceId,
            String service,
            long eventTypeId,
            @Nullable Field field,
            Action action,
            @Nullable String base,
            @Nullable String platform,
            @Nullable String calcom,
            @Nullable Message why) {}

    /// The items but for agreements, which are only noted.
    public List<Item> differences() {
        return items.stream().filter(item -> item.action() != Action.AGREE).toList();
    }

    /// Whether both sides agree in everything that is synced.
    public boolean isEmpty() {
        return differences().isEmpty() && unlinked.isEmpty();
    }
}
