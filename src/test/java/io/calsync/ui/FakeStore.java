package io.calsync.ui;

import io.calsync.domain.Change;
import io.calsync.domain.Company;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Service;
import io.calsync.domain.Values;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal;
import io.calsync.sync.Memory;
import io.calsync.sync.Platform;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Rows;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Database and Platform in memory. Like the real one it knows no lost update: every change is a step on the newest row.
public final class FakeStore implements Rows, Platform, Journal, Memory {
    private final InstantSource clock;
    private final List<Company> companies;
    private final Map<Long, Service> services = new LinkedHashMap<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private Rules rules = Rules.DEFAULT;
    private @Nullable String identity;

    FakeStore(InstantSource clock, List<Company> companies) {
        this.clock = clock;
        this.companies = companies;
    }

    public synchronized void put(Service service) {
        services.put(service.id(), service);
    }

    @Override
    public synchronized List<Row> all() {
        return services.values().stream().map(Service::row).toList();
    }

    @Override
    public synchronized Row get(long serviceId) throws ProblemException {
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
        var changes = Change.between(before, saved);
        entries.add(new AuditEntry(entries.size() + 1L, clock.instant(), cause, serviceId, service.name(), null,
                changes, ""));
        return saved;
    }

    @Override
    public synchronized List<Row> updateAll(Cause cause, Map<Long, Step> steps) throws ProblemException {
        var changed = new ArrayList<Row>();
        for (var step : steps.entrySet()) {
            var before = get(step.getKey());
            var after = update(step.getKey(), cause, step.getValue());
            if (!after.equals(before)) changed.add(after);
        }
        return changed;
    }

    @Override
    public List<Company> companies() {
        return companies;
    }

    @Override
    public synchronized List<Service> services(Cause cause) {
        return services.values().stream().sorted(Comparator.comparing(Service::name)).toList();
    }

    @Override
    public synchronized Service service(long id) throws ProblemException {
        if (services.get(id) instanceof Service service) return service;
        throw new ProblemException(new Problem.NotPossible(Message.of("service.unknown", id)));
    }

    @Override
    public synchronized long add(long companyId, String branchId, Values values, long eventTypeId, Cause cause) {
        long id = 1 + services.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        var row = Row.of(id, values);
        put(new Service(companyId, branchId, "EUR", eventTypeId == 0 ? row : row.linked(eventTypeId)));
        return id;
    }

    @Override
    public Optional<Long> ownerOf(long eventTypeId) {
        return Optional.empty();
    }

    @Override
    public synchronized List<AuditEntry> entries(Query query) {
        return entries.reversed().stream()
                .filter(entry -> query.serviceId() == 0 || entry.serviceId() == query.serviceId())
                .filter(entry -> query.source() == null || entry.cause().source() == query.source())
                .filter(entry -> query.before() == 0 || entry.seq() < query.before())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized Optional<AuditEntry> entry(long seq) {
        return entries.stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    @Override
    public synchronized void note(Cause cause, Message what) {
        entries.add(new AuditEntry(entries.size() + 1L, clock.instant(), cause, 0, "", what, List.of(), ""));
    }

    @Override
    public synchronized Verification verify() {
        return new Verification(entries.size(), "", List.of());
    }

    @Override
    public synchronized Rules rules() {
        return rules;
    }

    @Override
    public synchronized void rules(Rules newRules, Cause cause) {
        rules = newRules;
    }

    @Override
    public synchronized Optional<String> identity() {
        return Optional.ofNullable(identity);
    }

    @Override
    public synchronized void identity(String newIdentity, Cause cause) {
        identity = newIdentity;
    }
}
