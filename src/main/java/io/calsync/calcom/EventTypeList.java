package io.calsync.calcom;

import io.calsync.domain.EventType;
import io.calsync.domain.Message;
import io.calsync.domain.Values;
import io.calsync.sync.ProblemException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The event types of one look, gathered from its pages.
final class EventTypeList {
    private final Dialogue dialogue;
    private final long team;
    private final Map<Long, EventType> byId = new LinkedHashMap<>();

    /// @param team the team to assume where an entry names none
    EventTypeList(Dialogue dialogue, long team) {
        this.dialogue = dialogue;
        this.team = team;
    }

    /// @return how many entries the page has
    /// @throws ProblemException where this is no list of event types of the spoken API version
    int add(Object data, Instant asked) throws ProblemException {
        if (!(data instanceof List<?> entries)) throw dialogue.otherVersion();
        if (!entries.isEmpty() && entries.stream().noneMatch(EventTypeReader::rightShape)) {
            throw dialogue.otherVersion();
        }
        for (Object entry : entries) {
            var read = EventTypeReader.read(entry, team, asked);
            // A list with holes would make linked event types look deleted.
            if (read.isEmpty()) throw dialogue.unreadable(Message.of("answer.no-id"));
            byId.merge(read.get().id(), read.get(), EventTypeList::twice);
        }
        return entries.size();
    }

    int size() {
        return byId.size();
    }

    List<EventType> all() {
        return List.copyOf(byId.values());
    }

    /// Pages may overlap while the list grows. Two entries that contradict each other say nothing.
    private static EventType twice(EventType one, EventType other) {
        if (one.raw().equals(other.raw())) return one;
        var complaint = List.of(Message.of("complaint.twice", one.id()));
        return new EventType(one.id(), one.teamId(), Values.NONE, one.raw(), one.asked(), complaint);
    }
}
