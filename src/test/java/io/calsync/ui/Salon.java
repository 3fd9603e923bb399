package io.calsync.ui;

import io.calsync.domain.Change;
import io.calsync.domain.Company;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Service;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal;
import io.calsync.sync.Memory;
import io.calsync.sync.Platform;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A salon's workspace in memory: the ports of the core, so that screens are tested over the real core without a database.
/// Its clock stands still until it is moved.
public final class Salon implements Rows, Platform, Journal, Memory, InstantSource {
    private static final Company LINDENHOF = new Company(1, "Salon Lindenhof", "EUR", 0,
            List.of(new Company.Branch("mitte", "Mitte"), new Company.Branch("nord", "Nord")));
    private static final Company SEEBLICK = new Company(2, "Seeblick", "EUR", 0, List.of());

    private final Map<Long, Service> services = new TreeMap<>();
    private final List<AuditEntry> trail = new ArrayList<>();
    private final List<Message> damage = new ArrayList<>();
    private List<Company> companies = List.of(LINDENHOF, SEEBLICK);
    private Rules rules = Rules.DEFAULT;
    private Optional<String> identity = Optional.empty();
    private volatile Instant now = Instant.parse("2026-11-22T09:14:00Z");

    /// Its companies are two invented ones unless a test names others.
    public synchronized void companies(List<Company> others) {
        companies = List.copyOf(others);
    }

    public synchronized void put(Service service) {
        services.put(service.id(), service);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /// Adds a service; without a call of the core there is no entry of the trail.
    public synchronized long put(long companyId, String name, long minutes, String price) {
        long id = services.size() + 1L;
        var values = Values.NONE.with(Field.NAME, name)
                .with(Field.DURATION, minutes)
                .with(Field.PRICE, Money.parse(price + " EUR"))
                .with(Field.ACTIVE, true)
                .with(Field.ONLINE, true)
                .with(Field.BUFFER_AFTER, 5L)
                .with(Field.BUFFER_BEFORE, 0L)
                .with(Field.CONFIRMATION, false)
                .with(Field.DISABLE_GUESTS, false)
                .with(Field.MINIMUM_NOTICE, 120L)
                .with(Field.DESCRIPTION, "")
                .with(Field.SLUG, name.toLowerCase(Locale.ROOT).replace("ä", "ae").replaceAll("[^a-z0-9]+", "-"));
        services.put(id, new Service(companyId, companyId == 1 ? "mitte" : "", "EUR", Row.of(id, values)));
        return id;
    }

    /// From now on the trail does not verify.
    public synchronized void damageTrail(Message what) {
        damage.add(what);
    }

    @Override
    public synchronized List<Row> all() {
        return services.values().stream().map(Service::row).toList();
    }

    @Override
    public Row get(long serviceId) throws ProblemException {
        return service(serviceId).row();
    }

    @Override
    public synchronized Row update(long serviceId, Cause cause, Step step) throws ProblemException {
        var service = service(serviceId);
        var before = service.row();
        var after = step.apply(before);
        if (after.equals(before)) return before;
        var saved = after.withVersion(before.version() + 1);
        services.put(serviceId, new Service(service.companyId(), service.branchId(), service.currency(), saved));
        append(cause, serviceId, saved.platform().text(Field.NAME), null, Change.between(before, after));
        return saved;
    }

    @Override
    public synchronized List<Row> updateAll(Cause cause, Map<Long, Step> steps) throws ProblemException {
        var changed = new ArrayList<Row>();
        for (var step : steps.entrySet()) {
            var before = get(step.getKey());
            var after = update(step.getKey(), cause, step.getValue());
            if (after != before) changed.add(after);
        }
        return changed;
    }

    @Override
    public synchronized List<Company> companies() {
        return companies;
    }

    @Override
    public synchronized List<Service> services(Cause cause) {
        return List.copyOf(services.values());
    }

    @Override
    public synchronized Service service(long id) throws ProblemException {
        var service = services.get(id);
        if (service == null) throw new ProblemException(new Problem.NotPossible(Message.of("service.unknown", id)));
        return service;
    }

    @Override
    public synchronized long add(long companyId, String branchId, Values values, Cause cause) {
        long id = services.size() + 1L;
        services.put(id, new Service(companyId, branchId, "EUR", Row.of(id, values)));
        return id;
    }

    @Override
    public synchronized List<Long> importAll(long companyId, String branchId, List<EventType> eventTypes,
            Cause cause) {
        for (EventType eventType : eventTypes) {
            long id = services.size() + 1L;
            var row = Row.of(id, eventType.values()).linked(eventType.id()).seen(eventType);
            services.put(id, new Service(companyId, branchId, "EUR", row));
        }
        return List.copyOf(services.keySet()).subList(services.size() - eventTypes.size(), services.size());
    }

    @Override
    public synchronized int pending() {
        return (int) services.values().stream()
                .filter(service -> Outlook.of(service.row(), rules()).status() == SyncStatus.PENDING)
                .count();
    }

    @Override
    public Optional<Long> ownerOf(long eventTypeId) {
        return Optional.empty();
    }

    @Override
    public synchronized List<AuditEntry> entries(Query query) {
        return trail.reversed().stream()
                .filter(entry -> query.serviceId() == 0 || entry.serviceId() == query.serviceId())
                .filter(entry -> query.source() == null || entry.cause().source() == query.source())
                .filter(entry -> query.since() == null || !entry.at().isBefore(query.since()))
                .filter(entry -> query.run().isEmpty() || entry.cause().run().equals(query.run()))
                .filter(entry -> query.before() == 0 || entry.seq() < query.before())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized Optional<AuditEntry> entry(long seq) {
        return trail.stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    @Override
    public synchronized void note(Cause cause, long serviceId, String service, Message what) {
        append(cause, serviceId, service, what, List.of());
    }

    @Override
    public synchronized Verification verify() {
        return new Verification(trail.size(), trail.isEmpty() ? "" : trail.getLast().hash(), List.copyOf(damage));
    }

    @Override
    public synchronized Rules rules() {
        return rules;
    }

    @Override
    public synchronized void rules(UnaryOperator<Rules> change, Cause cause) {
        rules = change.apply(rules);
        append(cause, 0, "", Message.of("policy.set"), List.of());
    }

    @Override
    public synchronized Optional<String> identity() {
        return identity;
    }

    @Override
    public synchronized void identity(String newIdentity, Cause cause) {
        identity = Optional.of(newIdentity);
    }

    private void append(Cause cause, long serviceId, String name, @Nullable Message what, List<Change> changes) {
        long seq = trail.size() + 1L;
        trail.add(new AuditEntry(seq, now, cause, serviceId, name, what, changes,
                Long.toHexString(seq * 0x9E3779B97F4A7C15L)));
    }
}
