package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Company;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Outlook;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Service;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The ports of a workspace in memory, for histories too many for a database. It checks what every store must hold: a
/// version counts each change, a change of the Platform has a person or a policy behind it, the trail replays to the rows.
final class MemoryWorkspace implements Rows, Platform, Journal, Memory {
    /// Only these may change what the Platform holds.
    private static final Set<Cause.Source> MAY_CHANGE_PLATFORM = EnumSet.of(
            Cause.Source.EDIT, Cause.Source.PLATFORM, Cause.Source.DECISION, Cause.Source.UNDO, Cause.Source.POLICY);

    /// Only these may move a base while the two sides differ; a late answer shows itself in a look.
    private static final Set<Cause.Source> MAY_MOVE_BASE =
            EnumSet.of(Cause.Source.DECISION, Cause.Source.PUSH, Cause.Source.DRIFT);

    private final InstantSource clock;
    private final Map<Long, Row> rows = new TreeMap<>();
    private final Map<Long, Row> first = new TreeMap<>();
    private final List<AuditEntry> trail = new ArrayList<>();
    private Runnable beforePush = () -> {};
    private Rules rules = Rules.DEFAULT;
    private Optional<String> identity = Optional.empty();

    MemoryWorkspace(InstantSource clock) {
        this.clock = clock;
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
            assertEquals(row.platform(), played.platform(), "Platform of " + id);
            assertEquals(row.base(), played.base(), "base of " + id);
            assertEquals(row.calcom(), played.calcom(), "Cal.com of " + id);
            assertEquals(row.link().eventTypeId(), played.link().eventTypeId(), "link of " + id);
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

    /// Something else happens right before the next commit of a push.
    void beforeTheNextPush(Runnable event) {
        beforePush = event;
    }

    @Override
    public Row update(long serviceId, Cause cause, Step step) throws ProblemException {
        if (cause.source() == Cause.Source.PUSH) {
            var event = beforePush;
            beforePush = () -> {};
            event.run();
        }
        var before = get(serviceId);
        var after = step.apply(before);
        if (after.equals(before)) return before;
        boolean platformMoved = !after.platform().equals(before.platform());
        assertTrue(!platformMoved || MAY_CHANGE_PLATFORM.contains(cause.source()),
                cause.source() + " changed the Platform");
        var saved = after.withVersion(before.version() + 1);
        rows.put(serviceId, saved);
        note(cause, serviceId, Change.between(before, after));
        for (Field field : Field.synced()) assertBaseMovedByRight(before, after, field, cause);
        return saved;
    }

    /// The base moves by agreement, by a verified write, by a decision, or by a policy that a person set, and by a policy
    /// not more than three times a day. But for an undo it always
    /// moves to what Cal.com was seen to hold.
    private void assertBaseMovedByRight(Row before, Row after, Field field, Cause cause) {
        boolean moved = !Objects.equals(before.base().raw(field), after.base().raw(field));
        if (!moved || !after.base().has(field) || cause.source() == Cause.Source.UNDO) return;
        assertEquals(after.calcom().raw(field), after.base().raw(field),
                cause.source() + " moved the base of " + field);
        if (after.base().get(field).equals(after.platform().raw(field)) && cause.source() != Cause.Source.POLICY)
            return;
        if (cause.source() != Cause.Source.POLICY) {
            assertTrue(MAY_MOVE_BASE.contains(cause.source()), cause.source() + " moved the base of " + field);
            return;
        }
        assertNotEquals(Policy.ASK, rules.policy(field), "no policy allows to replace " + field);
        assertTrue(overwritesToday(before.id(), field) <= 3, "too many overwrites of " + field);
    }

    private long overwritesToday(long serviceId, Field field) {
        return trail.stream()
                .filter(entry -> entry.serviceId() == serviceId && entry.cause().source() == Cause.Source.POLICY)
                .filter(entry -> entry.at().isAfter(clock.instant().minus(Duration.ofDays(1))))
                .filter(entry -> entry.changes().stream()
                        .anyMatch(c -> c.field() == field && c.aspect() == Aspect.BASE))
                .count();
    }

    @Override
    public List<Row> updateAll(Cause cause, Map<Long, Step> steps) throws ProblemException {
        var changed = new ArrayList<Row>();
        for (var step : steps.entrySet()) {
            var before = get(step.getKey());
            var after = update(step.getKey(), cause, step.getValue());
            if (after != before) changed.add(after);
        }
        return changed;
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
    public List<Long> importAll(long companyId, List<EventType> eventTypes, Cause cause) {
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
                .filter(entry -> query.run().isEmpty() || entry.cause().run().equals(query.run()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public Optional<AuditEntry> entry(long seq) {
        return trail.stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    @Override
    public void note(Cause cause, long serviceId, String service, Message what) {
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
    public void rules(Rules newRules, Cause cause) {
        rules = newRules;
    }

    @Override
    public Optional<String> identity() {
        return identity;
    }

    @Override
    public void identity(String newIdentity, Cause cause) {
        identity = Optional.of(newIdentity);
    }

    private void note(Cause cause, long serviceId, List<Change> changes) {
        trail.add(new AuditEntry(trail.size() + 1L, clock.instant(), cause, serviceId, "", null, changes, ""));
    }
}
