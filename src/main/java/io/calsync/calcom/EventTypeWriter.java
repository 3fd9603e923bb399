package io.calsync.calcom;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the bodies of requests, from the registry's mappings alone.
final class EventTypeWriter {
    private static final List<Field> REQUIRED = List.of(Field.NAME, Field.SLUG, Field.DURATION);

    private EventTypeWriter() {}

    /// The body of a PATCH: the changed fields and their companions.
    ///
    /// @throws ProblemException with [Problem.NotPossible] where the write would damage something
    static Map<String, Object> change(EventType current, Patch patch) throws ProblemException {
        if (patch.fields().contains(Field.DISABLE_GUESTS) && patch.fields().size() > 1) {
            throw new IllegalArgumentException(
                    "disable_guests travels alone, because it carries the whole booking form");
        }
        var body = new LinkedHashMap<String, Object>();
        for (var change : patch.to().entrySet()) {
            // Cal.com refuses a team's PATCH that repeats the slug it has.
            boolean sameSlug =
                    change.getKey() == Field.SLUG && change.getValue().equals(current.values().raw(Field.SLUG));
            if (!sameSlug) body.putAll(written(change.getKey(), change.getValue(), current.raw()));
        }
        return body;
    }

    /// The body of a POST: all that Cal.com takes a value for, except what is its default anyway.
    ///
    /// @param team whether it is created below a team, which needs to know who serves the bookings: all members in turn
    static Map<String, Object> creation(Values values, boolean team) throws ProblemException {
        var body = new LinkedHashMap<String, Object>();
        for (Field field : REQUIRED) {
            if (!values.has(field)) throw notPossible(Message.of("create.lacks", field));
        }
        for (Field field : Field.synced()) {
            boolean unset = field == Field.DISABLE_GUESTS || field == Field.CONFIRMATION;
            if (!field.mapping().writable() || !values.has(field) || unset && !values.flag(field)) continue;
            body.putAll(written(field, values.get(field), Map.of()));
        }
        if (team) {
            body.put("schedulingType", "roundRobin");
            body.put("assignAllTeamMembers", true);
        }
        return body;
    }

    private static Map<String, Object> written(Field field, Object value, Map<String, Object> current)
            throws ProblemException {
        var mapping = field.mapping();
        if (!mapping.writable()) throw notPossible(Message.of("choice.not-writable", field));
        var obstacle = current.isEmpty() ? Optional.<Message>empty() : mapping.obstacle(current);
        if (obstacle.isPresent()) throw notPossible(obstacle.get());
        try {
            return mapping.write(value, current);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new Problem.NotPossible(Message.of("obstacle.unreadable", field)), e);
        }
    }

    private static ProblemException notPossible(Message why) {
        return new ProblemException(new Problem.NotPossible(why));
    }
}
