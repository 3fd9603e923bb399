package io.calsync.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which event type a service belongs to and what is known of its existence.
///
/// @param eventTypeId Cal.com's id, 0 when not linked
/// @param seen        when the newest answer known was asked for, null before the first look
/// @param goneSince   when Cal.com first answered that there is no such event type
/// @param keepWaiting a person chose to wait for it to come back
public record Link(State state, long eventTypeId, @Nullable Instant seen, @Nullable Instant goneSince,
        boolean keepWaiting) {
    public static final Link NONE = new Link(State.UNLINKED, 0, null, null, false);

    /// No request lives so long. An answer that seems to have been asked for longer before what is known than this was asked
    /// for after the clock had been set back.
    private static final Duration LATEST = Duration.ofMinutes(10);

    public enum State {
        UNLINKED,
        PRESENT,
        GONE
    }

    public static Link to(long eventTypeId) {
        return new Link(State.PRESENT, eventTypeId, null, null, false);
    }

    public boolean linked() {
        return state != State.UNLINKED;
    }

    /// Whether the event type is deleted at Cal.com.
    public boolean gone() {
        return state == State.GONE;
    }

    /// Whether an answer comes too late to tell anything new.
    boolean knowsBetterThan(Instant asked) {
        return seen != null && asked.isBefore(seen) && asked.isAfter(seen.minus(LATEST));
    }

    /// Whether an answer is dated before the newest one.
    boolean isAfter(Instant asked) {
        return seen != null && asked.isBefore(seen);
    }

    Link present(Instant asked) {
        return new Link(State.PRESENT, eventTypeId, asked, null, false);
    }

    Link gone(Instant asked) {
        return state == State.GONE ? this : new Link(State.GONE, eventTypeId, asked, asked, false);
    }

    Link waiting() {
        return new Link(state, eventTypeId, seen, goneSince, true);
    }
}
