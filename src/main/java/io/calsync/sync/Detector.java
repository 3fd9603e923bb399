package io.calsync.sync;

import io.calsync.domain.EventType;
import io.calsync.domain.Link;
import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import io.calsync.domain.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at all event types at once and takes note of what moved.
final class Detector {
    /// After so many event types that could not be looked up by id the rest is left to the next look.
    private static final int UNCLEAR = 3;

    private final Session session;

    Detector(Session session) {
        this.session = session;
    }

    /// A look at both sides that has changed nothing yet.
    record Look(List<Service> services, List<EventType> listed, Optional<Guard> guard, int requests) {
        List<Row> rows() {
            return services.stream().map(Service::row).toList();
        }
    }

    /// Reads and plans, and writes nothing.
    Plan check() throws ProblemException {
        var look = look();
        return plan(look);
    }

    Look look() throws ProblemException {
        var cal = session.connected();
        long before = cal.eventTypes().budget().sent();
        var listed = cal.eventTypes().list();
        var services = session.platform().services(session.cause(Cause.Source.PLATFORM));
        var rows = services.stream().map(Service::row).toList();
        var guard = Guards.inspect(rows, listed, cal.connection(), session.memory().identity());
        return new Look(services, listed, guard, (int) (cal.eventTypes().budget().sent() - before));
    }

    /// The same answers beside the rows as they are now.
    Look afresh(Look look) throws ProblemException {
        var services = session.platform().services(session.cause(Cause.Source.PLATFORM));
        return new Look(services, look.listed(), look.guard(), look.requests());
    }

    Plan plan(Look look) throws ProblemException {
        return Planner.plan(look.services(), look.listed(), session.memory().rules(), look.guard().orElse(null),
                look.requests());
    }

    /// All services as they would be remembered after the look. Nothing is written.
    List<ServiceView> asSeen(Look look) throws ProblemException {
        var seen = seen(look);
        lookUpMissing(look.rows(), listed(look), (row, step) -> seen.put(row.id(), step.apply(row)));
        return views(look, seen);
    }

    /// The same without asking Cal.com for what the list lacked.
    List<ServiceView> asListed(Look look) throws ProblemException {
        return views(look, seen(look));
    }

    private static Map<Long, Row> seen(Look look) {
        var listed = listed(look);
        var seen = new HashMap<Long, Row>();
        for (Row row : look.rows()) {
            var answer = listed.get(row.link().eventTypeId());
            seen.put(row.id(), answer == null || !row.link().linked() ? row : row.seen(answer));
        }
        return seen;
    }

    private List<ServiceView> views(Look look, Map<Long, Row> seen) throws ProblemException {
        var rules = session.memory().rules();
        return look.services().stream().map(service -> {
            var row = seen.getOrDefault(service.id(), service.row());
            return new ServiceView(new Service(service.companyId(), service.branchId(), service.currency(), row),
                    Outlook.of(row, rules));
        }).toList();
    }

    /// Takes the whole look into the rows in one transaction. What the list lacks is looked up by id before it counts as
    /// deleted.
    void takeIn(Look look, Cause cause) throws ProblemException {
        var listed = listed(look);
        var steps = new HashMap<Long, Rows.Step>();
        for (Row row : look.rows()) {
            if (!row.link().linked()) continue;
            var answer = listed.get(row.link().eventTypeId());
            if (answer != null && row.seen(answer) != row) steps.put(row.id(), now -> now.seen(answer));
        }
        var changed = session.rows().updateAll(cause, steps);
        session.feed().changed(changed.stream().map(Row::id).toList());
        lookUpMissing(look.rows(), listed, (row, step) -> session.update(row.id(), cause, step));
    }

    private static Map<Long, EventType> listed(Look look) {
        var listed = new HashMap<Long, EventType>();
        look.listed().forEach(type -> listed.putIfAbsent(type.id(), type));
        return listed;
    }

    /// What is done with a row whose event type was looked up by id.
    @FunctionalInterface
    private interface LookedUp {
        void take(Row row, Rows.Step step) throws ProblemException;
    }

    private void lookUpMissing(List<Row> rows, Map<Long, EventType> listed, LookedUp found) throws ProblemException {
        var eventTypes = session.connected().eventTypes();
        int unclear = 0;
        for (Row row : rows) {
            long eventTypeId = row.link().eventTypeId();
            if (row.link().state() != Link.State.PRESENT || listed.containsKey(eventTypeId)) continue;
            if (unclear >= UNCLEAR) return;
            var asked = session.clock().instant();
            try {
                var answer = eventTypes.read(eventTypeId);
                found.take(row, now -> now.seen(answer));
            } catch (ProblemException failure) {
                if (!failure.problem().isOfOneRequest()) throw failure;
                if (failure.problem() instanceof Problem.NotFound)
                    found.take(row, now -> now.missing(eventTypeId, asked));
                else
                    unclear++;
            }
        }
    }
}
