package io.calsync.sync;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The audit trail and the way back.
public final class History {
    /// So many of the newest entries are looked at for a picture of the last days.
    private static final int ACTIVITY = 100_000;

    /// More than any service or bulk has.
    private static final int ALL = 1_000_000;

    /// Notes among which a report is looked for.
    private static final int LOOKED_THROUGH = 20;

    /// So many of a person's newest entries are looked at for what they can take back.
    private static final int STEPS = 20_000;

    /// Undone in one transaction: few enough to stop soon, many enough to be quick.
    private static final int TOGETHER = 200;

    /// From so many services on, reading all at once is cheaper than one by one.
    private static final int READ_ALL_FROM = 200;

    private final Session session;

    public History(Session session) {
        this.session = session;
    }

    /// What an undo would do to things as they are now.
    ///
    /// @param effects  one sentence per consequence
    /// @param obstacle why it is not possible, null where it is
    public record Preview(List<Message> effects, @Nullable Message obstacle) {}

    /// What became of edits or decisions that are taken back together.
    ///
    /// @param services how many services are as they were before
    /// @param effects  how many times each consequence comes about, by the key of its sentence
    /// @param skipped  services that stay as they are
    /// @param left     how many were not tried, because the person ended it early
    public record Bulk(int services, Map<String, Integer> effects, List<Skipped> skipped, int left) {}

    /// Entries, newest first.
    public List<AuditEntry> entries(Journal.Query query) throws ProblemException {
        return session.journal().entries(query);
    }

    /// What happened in the last days, up to and with today.
    public Activity activity(int days, ZoneId zone) throws ProblemException {
        var today = session.clock().instant().atZone(zone).toLocalDate();
        var since = today.minusDays(days - 1L).atStartOfDay(zone).toInstant();
        var entries = entries(new Journal.Query(0, null, since, 0, ACTIVITY));
        return Activity.of(entries.reversed(), today, days, zone);
    }

    /// Recomputes the whole chain.
    public Journal.Verification verify() throws ProblemException {
        return session.journal().verify();
    }

    /// The reports of the newest runs, newest first. A look of the window that found nothing leaves none.
    public List<AuditEntry> runs(int limit) throws ProblemException {
        var notes = entries(new Journal.Query(0, Cause.Source.RUN, null, 0, LOOKED_THROUGH * limit));
        return notes.stream().filter(AuditEntry::isReport).limit(limit).toList();
    }

    /// What this person can take back and do again of all they did since then.
    public WayBack wayBack(Instant since) throws ProblemException {
        var mine = new ArrayList<AuditEntry>();
        for (var source : EnumSet.of(Cause.Source.EDIT, Cause.Source.DECISION, Cause.Source.UNDO))
            mine.addAll(entries(new Journal.Query(0, source, since, 0, STEPS)));
        mine.removeIf(entry -> !entry.cause().operator().isSame(session.operator()));
        mine.sort(Comparator.comparingLong(AuditEntry::seq));
        return WayBack.of(mine);
    }

    /// Why an entry of its kind cannot be undone and what to do instead; null where it can, unless values have moved.
    public static @Nullable Message notUndoable(AuditEntry entry) {
        return switch (entry.cause().source()) {
            case DECISION -> entry.movesLink() ? linkMoved(entry) : nothing(entry);
            case EDIT -> adds(entry) ? Message.of("undo.added") : nothing(entry);
            case UNDO -> workspacePolicy(entry) == null ? nothing(entry) : null;
            case POLICY -> ofAPerson(entry) ? null : Message.of("undo.policy-again");
            case IMPORT, LINK -> Message.of("undo.unlink-instead");
            case PLATFORM -> Message.of("undo.edit-instead");
            case PUSH -> Message.of("undo.push");
            case DRIFT -> Message.of("undo.seen");
            case GUARD, RUN -> Message.of("undo.note");
            case ARCHIVE -> Message.of("undo.archived");
        };
    }

    /// Whether only a manager may take the entry back.
    public static boolean isManagers(AuditEntry entry) {
        return switch (entry.cause().source()) {
            case DECISION, POLICY -> true;
            default -> entry.serviceId() == 0
                    || entry.changes().stream().anyMatch(change -> change.aspect() == Aspect.POLICY);
        };
    }

    /// What taking an entry back would do now.
    public Preview preview(long seq) throws ProblemException {
        var entry = entry(seq);
        var obstacle = notUndoable(entry);
        if (obstacle != null) return new Preview(List.of(), obstacle);
        try {
            if (workspacePolicy(entry) instanceof PolicyChange change)
                return new Preview(change.effects(session), null);
            var row = session.rows().get(entry.serviceId());
            return new Preview(effects(undoing(entry, row), row, session.memory().rules()), null);
        } catch (ProblemException refused) {
            return new Preview(List.of(), refused.problem().message());
        }
    }

    /// Takes back what a person did, as a new entry.
    ///
    /// @return the service afterwards, empty where the entry was about the workspace
    /// @throws ProblemException with [Problem.Stale] where a value has moved since
    public Optional<ServiceView> undo(long seq) throws ProblemException {
        session.mayEdit();
        var entry = entry(seq);
        var obstacle = notUndoable(entry);
        if (obstacle != null) throw refusal(obstacle);
        if (isManagers(entry)) session.mayDecide();
        if (workspacePolicy(entry) instanceof PolicyChange change) {
            change.undo(session);
            return Optional.empty();
        }
        var undoing = undoing(entry, session.rows().get(entry.serviceId()));
        session.update(entry.serviceId(), session.cause(Cause.Source.UNDO),
                row -> undoing.on(row, session.clock().instant()));
        return Optional.of(session.view(entry.serviceId()));
    }

    /// What taking back all that a person did in one go would do now.
    public Bulk previewAll(String run, Progress progress) throws ProblemException {
        return all(steps(run), progress, _ -> {});
    }

    /// Takes back all edits of many services, of an import, of a bulk of decisions or of a force, some at a time and as far
    /// as nothing has moved since. What is left after an early end can be taken back by another call.
    public Bulk undoAll(String run, Progress progress) throws ProblemException {
        session.mayEdit();
        var entries = steps(run);
        if (entries.stream().anyMatch(History::isManagers)) session.mayDecide();
        var cause = session.cause(Cause.Source.UNDO, session.newRun());
        return all(entries, progress, steps -> session.feed()
                .changed(session.rows().updateAll(cause, steps).stream().map(Row::id).toList()));
    }

    private List<AuditEntry> steps(String run) throws ProblemException {
        if (run.isEmpty()) return List.of();
        return entries(new Journal.Query(0, null, null, 0, ALL, run)).stream().filter(AuditEntry::isStep).toList();
    }

    /// What is done with the steps that take some services back.
    @FunctionalInterface
    private interface Deed {
        void with(Map<Long, Rows.Step> steps) throws ProblemException;
    }

    private Bulk all(List<AuditEntry> entries, Progress progress, Deed deed) throws ProblemException {
        var effects = new LinkedHashMap<String, Integer>();
        var skipped = new LinkedHashMap<Long, Skipped>();
        var rows = known(entries);
        int services = 0;
        int done = 0;
        while (done < entries.size() && !progress.cancelled()) {
            var some = entries.subList(done, Math.min(done + TOGETHER, entries.size()));
            progress.at(done, entries.size(), some.getFirst().service());
            var steps = steps(some, rows, effects, skipped);
            int before = skipped.size();
            deed.with(steps);
            services += steps.size() - (skipped.size() - before);
            done += some.size();
        }
        progress.at(done, entries.size(), "");
        return new Bulk(services, effects, List.copyOf(skipped.values()), entries.size() - done);
    }

    private Map<Long, Row> known(List<AuditEntry> entries) throws ProblemException {
        return entries.size() < READ_ALL_FROM ? Map.<Long, Row>of()
                : session.rows().all().stream().collect(Collectors.toMap(Row::id, Function.identity()));
    }

    private Map<Long, Rows.Step> steps(List<AuditEntry> entries, Map<Long, Row> rows, Map<String, Integer> effects,
            Map<Long, Skipped> skipped) throws ProblemException {
        var steps = new HashMap<Long, Rows.Step>();
        var rules = session.memory().rules();
        for (AuditEntry entry : entries) {
            var obstacle = notUndoable(entry);
            try {
                if (obstacle != null) throw refusal(obstacle);
                var known = rows.get(entry.serviceId());
                var row = known == null ? session.rows().get(entry.serviceId()) : known;
                var undoing = undoing(entry, row);
                effects(undoing, row, rules).forEach(effect -> effects.merge(effect.key(), 1, Integer::sum));
                steps.put(row.id(), now -> backOrSkipped(undoing, now, skipped));
            } catch (ProblemException refused) {
                skipped.put(entry.serviceId(), skipped(entry, refused));
            }
        }
        return steps;
    }

    /// The row may have moved since it was read; then it stays, and the others do not suffer for it.
    private Row backOrSkipped(Undoing undoing, Row now, Map<Long, Skipped> skipped) {
        try {
            return undoing.on(now, session.clock().instant());
        } catch (ProblemException moved) {
            skipped.put(now.id(), skipped(undoing.entry(), moved));
            return now;
        }
    }

    private static Skipped skipped(AuditEntry entry, ProblemException why) {
        return new Skipped(entry.serviceId(), entry.service(), why.problem().message());
    }

    private List<Message> effects(Undoing undoing, Row row, Rules rules) throws ProblemException {
        return undoing.effects(row, undoing.on(row, session.clock().instant()), rules);
    }

    /// @param row read before the trail, whose later entries tell what has moved
    private Undoing undoing(AuditEntry entry, Row row) throws ProblemException {
        if (entry.cause().source() != Cause.Source.DECISION) return new Undoing(entry, List.of(), row.version());
        var later = new ArrayList<Change>();
        for (AuditEntry other : entries(Journal.Query.ofService(entry.serviceId(), ALL)))
            if (other.seq() > entry.seq()) later.addAll(other.changes());
        return new Undoing(entry, later, row.version());
    }

    private AuditEntry entry(long seq) throws ProblemException {
        var found = session.journal().entry(seq);
        if (found.isPresent()) return found.get();
        for (AuditEntry archived : entries(new Journal.Query(0, Cause.Source.ARCHIVE, null, 0, LOOKED_THROUGH))) {
            if (archived.what() instanceof Message what && what.key().equals("audit.removed")
                    && seq <= Long.parseLong(what.args().getFirst()))
                throw refusal(Message.of("undo.removed", seq, Message.plain(what.args().getLast())));
        }
        throw refusal(Message.of("undo.unknown", seq));
    }

    private static @Nullable Message nothing(AuditEntry entry) {
        boolean decision = entry.cause().source() == Cause.Source.DECISION;
        boolean reopened = !decision && entry.changes().stream().anyMatch(change -> change.aspect() == Aspect.BASE);
        for (Change change : entry.changes()) {
            switch (change.aspect()) {
                case PLATFORM, POLICY -> {
                    return null;
                }
                case BASE, FACT -> {
                    if (decision && (change.aspect() == Aspect.BASE || change.accepts())) return null;
                }
                case CALCOM, LINK -> {}
            }
        }
        return Message.of(reopened ? "undo.decide-again" : "undo.nothing");
    }

    /// A service that has a name now and had none before is new.
    private static boolean adds(AuditEntry entry) {
        return entry.changes().stream().anyMatch(change -> change.field() == Field.NAME
                && change.aspect() == Aspect.PLATFORM && change.from() == null);
    }

    /// What both sides agreed on went with the link. Waiting for a deleted event type changed nothing else and is answered
    /// otherwise at any time.
    private static Message linkMoved(AuditEntry entry) {
        return Message.of(entry.changes().size() == 1 ? "undo.answer-again" : "undo.link-moved");
    }

    /// Whether a person set the policy that the entry is about, and it is no act of a policy.
    private static boolean ofAPerson(AuditEntry entry) {
        return workspacePolicy(entry) != null
                || entry.changes().stream().anyMatch(change -> change.aspect() == Aspect.POLICY);
    }

    private static @Nullable PolicyChange workspacePolicy(AuditEntry entry) {
        return entry.serviceId() == 0 && entry.what() instanceof Message what ? PolicyChange.of(what) : null;
    }

    private static ProblemException refusal(Message why) {
        return new ProblemException(new Problem.NotPossible(why));
    }
}
