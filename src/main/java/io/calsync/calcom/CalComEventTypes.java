package io.calsync.calcom;

import io.calsync.calcom.RequestBudget.Priority;
import io.calsync.domain.EventType;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Account;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The event types of one server, key and scope. Nothing is written before a look has proven that the server speaks the
/// API version, nor after anything that may mean another one answers now.
final class CalComEventTypes implements EventTypes {
    private final Dialogue dialogue;
    private final Routes routes;
    private final Known known;
    private final Priority priority;

    CalComEventTypes(Dialogue dialogue, Scope scope) {
        this(dialogue, new Routes(scope), new Known(), Priority.BACKGROUND);
    }

    private CalComEventTypes(Dialogue dialogue, Routes routes, Known known, Priority priority) {
        this.dialogue = dialogue;
        this.routes = routes;
        this.known = known;
        this.priority = priority;
    }

    @Override
    public EventTypes interactive() {
        return as(Priority.PERSON);
    }

    @Override
    public boolean ready(int requests, BooleanSupplier givenUp) throws ProblemException {
        return dialogue.ready(requests, priority, givenUp);
    }

    @Override
    public Account account() throws ProblemException {
        return dialogue.account(priority);
    }

    @Override
    public List<EventType> list() throws ProblemException {
        var list = new EventTypeList(dialogue, routes.team());
        int skip = 0;
        int page;
        do {
            var data = dialogue.ask(Ask.list(routes.list(skip)), priority);
            int before = list.size();
            page = list.add(data.content(), data.asked());
            if (page >= Routes.PAGE && list.size() == before) throw dialogue.unreadable(Message.of("answer.same-page"));
            skip += page;
        } while (routes.paged() && page >= Routes.PAGE);
        dialogue.prove();
        known.all(list.all());
        return list.all();
    }

    @Override
    public EventType read(long eventTypeId) throws ProblemException {
        long team = team(eventTypeId);
        boolean lost = routes.paged() && team == 0;
        var ask = Ask.one(lost ? Routes.any(eventTypeId) : routes.one(eventTypeId, team), eventTypeId);
        var data = dialogue.ask(ask, priority);
        boolean several = data.content() instanceof List;
        if (!several && !EventTypeReader.rightShape(data.content())) throw dialogue.otherVersion();
        var eventType = theOne(eventTypeId, data);
        dialogue.prove();
        return eventType;
    }

    @Override
    public EventType write(EventType current, Patch patch) throws ProblemException {
        var body = EventTypeWriter.change(current, patch);
        if (!dialogue.proven() || body.isEmpty()) {
            var now = as(Priority.NOW).read(current.id());
            if (body.isEmpty()) return now;
        }
        var path = routes.one(current.id(), holder(current.teamId()));
        return theOne(current.id(), dialogue.ask(new Ask("PATCH", path, body, current.id(), false), Priority.NOW));
    }

    @Override
    public EventType create(Values values, long teamId) throws ProblemException {
        long team = holder(teamId);
        var body = EventTypeWriter.creation(values, team > 0);
        if (!dialogue.proven()) as(Priority.NOW).list();
        var data = dialogue.ask(new Ask("POST", routes.create(team), body, 0, false), Priority.NOW);
        var made = EventTypeReader.read(parent(data.content()), team, data.asked());
        if (made.isEmpty() || !EventTypeReader.rightShape(made.get().raw()))
            throw dialogue.unreadable(Message.of("answer.no-event-type"));
        known.one(made.get());
        return made.get();
    }

    @Override
    public List<RemoteChange> history(long eventTypeId) throws ProblemException {
        return known.withoutHistory() ? List.of() : RemoteHistory.read(dialogue, known, eventTypeId, priority);
    }

    @Override
    public String webPage(long eventTypeId) {
        return WebPage.of(dialogue.server(), known.website(), eventTypeId);
    }

    @Override
    public Budget budget() {
        return dialogue.budget();
    }

    @Override
    public Duration untilSent(int requests) {
        return dialogue.untilSent(requests);
    }

    private CalComEventTypes as(Priority other) {
        return new CalComEventTypes(dialogue, routes, known, other);
    }

    /// The team below which an event type lies, 0 where it is not needed or nowhere to be found.
    private long team(long eventTypeId) throws ProblemException {
        if (!routes.paged()) return routes.team();
        if (!known.listed()) list();
        return known.team(eventTypeId);
    }

    /// The team below which is written, 0 for the person's own event types.
    private long holder(long ownTeam) throws ProblemException {
        if (!routes.paged()) return routes.team();
        if (ownTeam > 0) return ownTeam;
        throw new ProblemException(new Problem.NotPossible(Message.of("write.needs-team")));
    }

    /// The event type that was asked for. A team's PATCH of a managed one answers with it and its children.
    private EventType theOne(long eventTypeId, Dialogue.Data data) throws ProblemException {
        var entries = data.content() instanceof List<?> list ? list : List.of(data.content());
        for (Object entry : entries) {
            var read = EventTypeReader.read(entry, routes.team(), data.asked());
            if (read.isEmpty() || read.get().id() != eventTypeId || !EventTypeReader.rightShape(entry)) continue;
            known.one(read.get());
            return read.get();
        }
        throw dialogue.unreadable(Message.of("answer.other-event-type", eventTypeId));
    }

    /// Of a managed event type and its children, the one that is nobody's child.
    private static Object parent(Object content) {
        if (!(content instanceof List<?> entries)) return content;
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> map && map.get("parentEventTypeId") == null) return map;
        }
        return content;
    }
}
