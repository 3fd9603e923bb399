package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.calsync.domain.Change;
import io.calsync.domain.Company;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.Intent;
import io.calsync.domain.Message;
import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Service;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The ports of a workspace in memory, for histories too many for a database. It checks what every store must hold: a
/// version counts each change, a change of the Platform has a person or a policy behind it, the trail replays to the rows.
final class MemoryWorkspace implements Rows, Platform, Journal, Memory {
    private final InstantSource clock;
    private final Map<Long, Row> rows = new TreeMap<>();
    private final Map<Long, Row> first = new TreeMap<>();
    private final List<AuditEntry> trail = new ArrayList<>();
    private final CommitLaw law = new CommitLaw();
    private final Map<String, Intent> intents = new HashMap<>();
    private final Moments moments;
    private Runnable beforeMany = () -> {};
    private int failingCommits;
    private boolean readOnly;
    private Rules rules = Rules.DEFAULT;
    private Optional<String> identity = Optional.empty();

    MemoryWorkspace(InstantSource clock, Moments moments) {
        this.clock = clock;
        this.moments = moments;
    }

    CommitLaw law() {
        return law;
    }

    /// The disk is full for so many commits.
    void failCommits(int commits) {
        failingCommits = commits;
    }

    /// Whether a commit is an error now.
    void readOnly(boolean on) {
        readOnly = on;
    }

    void wasRead(EventType answer) {
        law.wasRead(answer);
    }

    /// What was last committed as about to be sent to a field of an event type.
    @Nullable
    Intent intended(long eventTypeId, Field field) {
        return intents.get(eventTypeId + " " + field);
    }

    void put(Row row) {
        rows.put(row.id(), row);
        first.put(row.id(), row);
    }

    /// The trail, played back from the first state, must give the present one.
    void assertTrailReplays() {
        rows.forEach((id, row) -> {
            var changes =
                    trail.stream().filter(entry -> entry.serviceId() == id).flatMap(entry -> entry.changes().stream());
            var played = Change.replay(first.getOrDefault(id, row), changes.toList());
            assertEquals(row.platform(), played.platform(), "I4 Platform of " + id);
            assertEquals(row.base(), played.base(), "I4 base of " + id);
            assertEquals(row.calcom(), played.calcom(), "I4 Cal.com of " + id);
            assertEquals(row.link().eventTypeId(), played.link().eventTypeId(), "I4 link of " + id);
        });
    }

    @Override
    public List<Row> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public Row get(long serviceId) throws ProblemException {
        var row = rows.get(serviceId);
        if (row == null) throw new ProblemException(new Problem.NotPossible(Message.of("service.unknown", serviceId)));
        return row;
    }

    /// Something happens between what is read for an update of many and the update itself.
    void beforeTheNextUpdateOfMany(Runnable what) {
        beforeMany = what;
    }

    private void meanwhile() {
        var what = beforeMany;
        beforeMany = () -> {};
        what.run();
    }

    @Override
    public Row update(long serviceId, Cause cause, Step step) throws ProblemException {
        updateAll(cause, Map.of(serviceId, step));
        return get(serviceId);
    }

    @Override
    public List<Row> updateAll(Cause cause, Map<Long, Step> steps) throws ProblemException {
        moments.pass();
        if (steps.size() > 1) meanwhile();
        var changed = new ArrayList<Row>();
        for (var step : steps.entrySet()) {
            var before = get(step.getKey());
            var after = step.getValue().apply(before);
            if (!after.equals(before)) changed.add(after.withVersion(before.version() + 1));
        }
        if (changed.isEmpty()) return changed;
        commit();
        for (Row after : changed) {
            var before = get(after.id());
            law.check(before, after, cause, rules, clock.instant());
            rows.put(after.id(), after);
            note(cause, after.id(), Change.between(before, after));
            after.facts().forEach((field, fact) -> {
                if (fact.intent() instanceof Intent intent) intents.put(intent.eventTypeId() + " " + field, intent);
            });
        }
        moments.pass();
        return changed;
    }

    /// Every write comes through here before it counts.
    private void commit() throws ProblemException {
        assertFalse(readOnly, "I3 a check writes nothing into the workspace");
        if (failingCommits == 0) return;
        failingCommits--;
        throw new ProblemException(new Problem.StoreFailed("calsync.db", "no space left on device"));
    }

    @Override
    public List<Company> companies() {
        return List.of(new Company(1, "Salon Lindenhof", "EUR", 0, List.of()));
    }

    @Override
    public List<Service> services(Cause cause) {
        return rows.values().stream().map(row -> new Service(1, "", "EUR", row)).toList();
    }

    @Override
    public Service service(long id) throws ProblemException {
        return new Service(1, "", "EUR", get(id));
    }

    @Override
    public long add(long companyId, String branchId, Values values, Cause cause) {
        long id = rows.size() + 1L;
        put(Row.of(id, values));
        return id;
    }

    @Override
    public List<Long> importAll(long companyId, String branchId, List<EventType> eventTypes, Cause cause) {
        var ids = new ArrayList<Long>();
        for (EventType eventType : eventTypes) {
            long id = rows.size() + 1L;
            put(Row.of(id, eventType.values()).linked(eventType.id()).seen(eventType));
            ids.add(id);
        }
        return ids;
    }

    @Override
    public int pending() {
        return (int) rows.values().stream().filter(row -> Outlook.of(row, rules).status() == SyncStatus.PENDING)
                .count();
    }

    @Override
    public Optional<Long> ownerOf(long eventTypeId) {
        return Optional.empty();
    }

    @Override
    public List<AuditEntry> entries(Query query) {
        return trail.reversed().stream()
                .filter(entry -> query.serviceId() == 0 || entry.serviceId() == query.serviceId())
                .filter(entry -> query.source() == null || entry.cause().source() == query.source())
                .filter(entry -> query.since() == null || !entry.at().isBefore(query.since()))
                .filter(entry -> query.run().isEmpty() || entry.cause().run().equals(query.run()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public Optional<AuditEntry> entry(long seq) {
        return trail.stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    @Override
    public void note(Cause cause, long serviceId, String service, Message what)
            throws ProblemException {
        commit();
        trail.add(new AuditEntry(trail.size() + 1L, clock.instant(), cause, serviceId, service, what, List.of(), ""));
    }

    @Override
    public Verification verify() {
        return new Verification(trail.size(), "", List.of());
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public void rules(UnaryOperator<Rules> change, Cause cause) throws ProblemException {
        commit();
        rules = change.apply(rules);
    }

    @Override
    public Optional<String> identity() {
        return identity;
    }

    @Override
    public void identity(String newIdentity, Cause cause) throws ProblemException {
        commit();
        identity = Optional.of(newIdentity);
    }

    private void note(Cause cause, long serviceId, List<Change> changes) {
        trail.add(new AuditEntry(trail.size() + 1L, clock.instant(), cause, serviceId, "", null, changes, ""));
    }
}
