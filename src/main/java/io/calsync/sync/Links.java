package io.calsync.sync;

import io.calsync.domain.Company;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.domain.Service;
import io.calsync.domain.Values;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Services and event types find each other: link, import, create, unlink.
public final class Links {
    /// Event types that become services in one transaction.
    private static final int AT_A_TIME = 100;

    private final Session session;

    public Links(Session session) {
        this.session = session;
    }

    /// What an import brought.
    ///
    /// @param refused event types that were left out, by their title, with the reason
    /// @param left    how many were not reached before a person ended it
    public record Imported(List<ServiceView> services, Map<String, Message> refused, int left) {
        /// Services whose price stands at 0 because Cal.com charges none.
        public List<ServiceView> unpriced() {
            return services.stream().filter(view -> !view.row().calcom().has(Field.PRICE)).toList();
        }

        /// Services whose price stands at 0 because Cal.com charges one in another currency than their company's.
        public List<ServiceView> foreign() {
            return services.stream().filter(view -> view.row().calcom().raw(Field.PRICE) instanceof Money price
                    && !price.currency().equals(view.service().currency())).toList();
        }
    }

    /// The page at Cal.com on which a person can look at the event type and change it.
    public URI webPage(long eventTypeId) throws ProblemException {
        return URI.create(session.connected().eventTypes().webPage(eventTypeId));
    }

    /// The event types that no service is linked to, in Cal.com's order.
    public List<EventType> unlinked() throws ProblemException {
        return unlinked(session.connected().eventTypes().list());
    }

    /// The unlinked event types, the likeliest counterpart of a service first: same name, then same duration.
    public List<EventType> suggestions(long serviceId) throws ProblemException {
        var values = session.rows().get(serviceId).platform();
        return unlinked().stream().sorted(Comparator.comparingInt((EventType type) -> -likeness(values, type.values())))
                .toList();
    }

    /// The services that are not linked, the likeliest counterpart of an event type first.
    public List<ServiceView> counterparts(EventType eventType) throws ProblemException {
        return new Catalogue(session).all().stream()
                .filter(view -> !view.row().link().linked())
                .sorted(Comparator.comparingInt((ServiceView view) -> -likeness(view.values(), eventType.values())))
                .toList();
    }

    /// Why event types cannot become services of a company, by their id; those that can are left out. No request.
    public Map<Long, Message> obstacles(List<EventType> eventTypes, long companyId) throws ProblemException {
        var company = company(companyId);
        var obstacles = new HashMap<Long, Message>();
        for (EventType eventType : eventTypes)
            importable(eventType, company).ifPresent(obstacle -> obstacles.put(eventType.id(), obstacle));
        return obstacles;
    }

    /// Links a service to an existing event type. Fields that differ wait for a person.
    public ServiceView link(long serviceId, long eventTypeId) throws ProblemException {
        session.mayEdit();
        var service = session.platform().service(serviceId);
        if (service.row().link().linked())
            throw refusal("link.already", service.name(), service.row().link().eventTypeId());
        var eventType = session.connected().eventTypes().read(eventTypeId);
        var company = company(service.companyId());
        var obstacle = obstacle(eventType, company);
        if (obstacle.isPresent()) throw new ProblemException(new Problem.NotPossible(obstacle.get()));
        session.update(serviceId, session.cause(Cause.Source.LINK), row -> row.linked(eventTypeId).seen(eventType));
        return session.view(serviceId);
    }

    /// Ends a link; both sides keep what they hold.
    public ServiceView unlink(long serviceId) throws ProblemException {
        session.mayDecide();
        var service = session.platform().service(serviceId);
        if (!service.row().link().linked()) throw refusal("link.not-linked", service.name());
        session.update(serviceId, session.cause(Cause.Source.LINK), row -> row.unlinked());
        return session.view(serviceId);
    }

    /// Makes services of unlinked event types.
    ///
    /// @param eventTypeIds which ones; empty = all that are unlinked
    public Imported importInto(long companyId, Set<Long> eventTypeIds) throws ProblemException {
        return importInto(companyId, "", eventTypeIds, Progress.NONE);
    }

    /// The same, some at a time, so that it can be ended between them.
    ///
    /// @param branchId UUID text, "" = of the whole company
    public Imported importInto(long companyId, String branchId, Set<Long> eventTypeIds, Progress progress)
            throws ProblemException {
        session.mayDecide();
        var company = company(companyId);
        var wanted = new ArrayList<EventType>();
        var refused = new LinkedHashMap<String, Message>();
        for (EventType eventType : unlinked()) {
            if (!eventTypeIds.isEmpty() && !eventTypeIds.contains(eventType.id())) continue;
            var obstacle = importable(eventType, company);
            if (obstacle.isPresent()) refused.put(title(eventType), obstacle.get());
            else wanted.add(eventType);
        }
        var made = new HashSet<Long>();
        int done = 0;
        while (done < wanted.size() && !progress.cancelled()) {
            var some = wanted.subList(done, Math.min(wanted.size(), done + AT_A_TIME));
            progress.at(done, wanted.size(), some.getFirst().values().text(Field.NAME));
            var ids = session.platform().importAll(companyId, branchId, some, session.cause(Cause.Source.IMPORT));
            session.feed().changed(ids);
            made.addAll(ids);
            done += some.size();
        }
        var views = new Catalogue(session).all().stream().filter(view -> made.contains(view.id())).toList();
        return new Imported(views, refused, wanted.size() - done);
    }

    /// Creates the event type of a service that has none.
    ///
    /// @throws ProblemException with [Problem.SlugTaken] where an event type with that slug exists: link to it instead
    public ServiceView create(long serviceId) throws ProblemException {
        session.mayDecide();
        var service = session.platform().service(serviceId);
        if (service.row().link().linked())
            throw refusal("link.already", service.name(), service.row().link().eventTypeId());
        return create(service, row -> row, session.cause(Cause.Source.LINK));
    }

    /// Creates the event type anew of a service whose own is gone; where that fails, nothing has changed.
    ///
    /// @param stillAsShown throws where the row is not as the person saw it
    ServiceView createAgain(long serviceId, Rows.Step stillAsShown, Cause cause) throws ProblemException {
        var service = session.platform().service(serviceId);
        stillAsShown.apply(service.row());
        return create(service, stillAsShown, cause);
    }

    private ServiceView create(Service service, Rows.Step stillAsShown, Cause cause) throws ProblemException {
        if (!service.row().platform().has(Field.SLUG)) throw refusal("create.needs-slug", service.name());
        var invalid = Editing.invalid(Patch.between(Values.NONE, service.row().platform()).only(Field.synced()));
        if (!invalid.isEmpty()) throw new ProblemException(new Problem.Invalid(invalid));
        var created = created(service.row().platform(), company(service.companyId()).teamId());
        session.update(service.id(), cause,
                row -> stillAsShown.apply(row).linked(created.id()).seen(created));
        return session.view(service.id());
    }

    /// POST is neither repeatable nor atomic at Cal.com: the list before tells which slug is taken, the one after an
    /// unclear answer whether a new id has appeared under it. A list may have lacked one that another service is linked to.
    private EventType created(Values values, long teamId) throws ProblemException {
        var eventTypes = session.connected().eventTypes();
        String slug = values.text(Field.SLUG);
        var before = eventTypes.list();
        if (before.stream().anyMatch(type -> type.values().text(Field.SLUG).equals(slug)))
            throw new ProblemException(new Problem.SlugTaken(slug));
        try {
            return eventTypes.create(values, teamId);
        } catch (ProblemException unclear) {
            var known = before.stream().map(EventType::id).collect(Collectors.toSet());
            return unlinked(eventTypes.list()).stream()
                    .filter(type -> !known.contains(type.id()) && type.values().text(Field.SLUG).equals(slug))
                    .findFirst()
                    .orElseThrow(() -> unclear);
        }
    }

    private Optional<Message> importable(EventType eventType, Company company) throws ProblemException {
        var unreadable = unreadable(eventType);
        return unreadable.isPresent() ? unreadable : taken(eventType, company);
    }

    private static Optional<Message> unreadable(EventType eventType) {
        if (!eventType.values().has(Field.NAME)) return Optional.of(Message.of("import.no-name", eventType.id()));
        for (Field field : Field.synced()) {
            if (!eventType.values().has(field)) continue;
            var beyond = field.type().beyondLimits(eventType.values().get(field));
            if (beyond.isPresent())
                return Optional.of(Message.of("choice.calcom-beyond", field, eventType.values().get(field)));
        }
        return eventType.complaints().stream().findFirst();
    }

    private Optional<Message> obstacle(EventType eventType, Company company) throws ProblemException {
        for (var service : session.platform().services(session.cause(Cause.Source.PLATFORM))) {
            if (service.row().link().eventTypeId() == eventType.id())
                return Optional.of(Message.of("link.held", eventType.id(), service.name()));
        }
        return taken(eventType, company);
    }

    /// Another company's event type is never linked, by its team or by the Platform's own table of owners.
    private Optional<Message> taken(EventType eventType, Company company) throws ProblemException {
        if (eventType.obstacle().isPresent()) return eventType.obstacle();
        boolean otherTeam = company.teamId() != 0 && eventType.teamId() != 0 && company.teamId() != eventType.teamId();
        if (otherTeam)
            return Optional.of(Message.of("link.other-team", eventType.id(), eventType.teamId(), company.name()));
        boolean otherOwner =
                session.platform().ownerOf(eventType.id()).filter(owner -> owner != company.id()).isPresent();
        return otherOwner ? Optional.of(Message.of("link.other-company", eventType.id(), company.name()))
                : Optional.empty();
    }

    private List<EventType> unlinked(List<EventType> listed) throws ProblemException {
        var held = new HashSet<Long>();
        session.rows().all().forEach(row -> held.add(row.link().eventTypeId()));
        return listed.stream().filter(type -> !held.contains(type.id())).toList();
    }

    private Company company(long companyId) throws ProblemException {
        return session.platform().companies().stream()
                .filter(company -> company.id() == companyId)
                .findFirst()
                .orElseThrow(() -> refusal("company.unknown", companyId));
    }

    private static int likeness(Values service, Values eventType) {
        int name = service.text(Field.NAME).equalsIgnoreCase(eventType.text(Field.NAME)) ? 4 : 0;
        int slug = service.has(Field.SLUG) && service.text(Field.SLUG).equals(eventType.text(Field.SLUG)) ? 2 : 0;
        int duration = Objects.equals(service.raw(Field.DURATION), eventType.raw(Field.DURATION)) ? 1 : 0;
        return name + slug + duration;
    }

    private static String title(EventType eventType) {
        return eventType.values().text(Field.NAME) + " (#" + eventType.id() + ")";
    }

    private static ProblemException refusal(String key, Object... args) {
        return new ProblemException(new Problem.NotPossible(Message.of(key, args)));
    }
}
