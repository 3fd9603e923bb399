package io.calsync.sync;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.FieldState;
import io.calsync.domain.Message;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Standing;
import io.calsync.domain.Values;
import io.calsync.domain.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One entry of the trail taken back on the row as it is now. Pure; what a preview says is read off the row that comes
/// out.
///
/// @param later   what changed in the same service after the entry
/// @param version of the row for which that is complete
record Undoing(AuditEntry entry, List<Change> later, long version) {
    /// The row without what the entry did.
    ///
    /// @throws ProblemException with [Problem.Stale] where one of its values has moved since, with [Problem.NotPossible]
    ///     where the old value may not be stored
    Row on(Row row, Instant now) throws ProblemException {
        if (entry.cause().source() == Cause.Source.DECISION) return withoutDecision(row, now);
        var platform = row.platform();
        for (Change change : changes(Aspect.PLATFORM)) {
            var field = Objects.requireNonNull(change.field());
            if (!Objects.equals(row.platform().raw(field), change.after())) throw stale();
            platform = platform.with(field, change.before());
        }
        var before = row.edited(platform, now);
        for (Change change : changes(Aspect.POLICY)) {
            var field = Objects.requireNonNull(change.field());
            if (!Objects.equals(row.facts(field).own(), OwnPolicy.parse(change.to()))) throw stale();
            before = before.overridden(field, OwnPolicy.parse(change.from()), now);
        }
        return before;
    }

    /// What it means, one sentence per consequence.
    List<Message> effects(Row row, Row after, Rules rules) {
        var sentences = new ArrayList<Message>();
        for (Field field : fields()) {
            var own = after.facts(field).own();
            if (!Objects.equals(own, row.facts(field).own())) sentences.add(policy(field, own));
            Object value = after.platform().raw(field);
            boolean moves = !Objects.equals(value, row.platform().raw(field));
            if (moves) sentences.add(Message.of("undo.restores", field, text(field, value)));
            if (!after.link().linked()) continue;
            var standing = FieldState.of(after, field, rules).standing();
            if (standing == Standing.OPEN) sentences.add(Message.of("undo.reopens", field));
            if (standing == Standing.DUE) sentences.add(Message.of("undo.pushes", field, text(field, value)));
            if (standing == Standing.POLICY) sentences.add(Message.of("undo.policy-next", field));
            if (standing == Standing.CLEAR && !moves && after.verdict(field) == Verdict.AGREED)
                sentences.add(Message.of("undo.agrees", field));
        }
        return sentences;
    }

    /// Says that a policy of the workspace or of a service holds from now on.
    static Message policy(Field field, Policy policy) {
        return Message.of("audit.policy." + policy.name().toLowerCase(Locale.ROOT).replace('_', '-'), field);
    }

    private static Message policy(Field field, @Nullable OwnPolicy own) {
        return own == null ? Message.of("undo.no-own-policy", field) : policy(field, own.policy());
    }

    private Row withoutDecision(Row row, Instant now) throws ProblemException {
        if (row.version() != version) throw stale();
        var base = row.base();
        var platform = row.platform();
        var noLonger = EnumSet.noneOf(Field.class);
        for (Field field : fields()) {
            if (movedSince(field)) throw stale();
            var agreed = change(field, Aspect.BASE);
            var taken = change(field, Aspect.PLATFORM);
            if (agreed == null && taken == null) {
                if (row.facts(field).accepted() == null) throw stale();
                noLonger.add(field);
            } else if (agreed == null || Objects.equals(row.base().raw(field), agreed.after())) {
                if (agreed != null) base = base.with(field, agreed.before());
                if (taken != null) platform = platform.with(field, taken.before());
            } else {
                platform = platform.with(field, replacedAtCalcom(row, field, agreed, taken));
            }
        }
        return row.restored(base, platform, noLonger, now);
    }

    /// The Platform's value was chosen and has reached Cal.com since: both hold it. What Cal.com held before comes back
    /// on the Platform, and from there it is due.
    private Object replacedAtCalcom(Row row, Field field, Change agreed, @Nullable Change taken)
            throws ProblemException {
        Object value = agreed.after();
        if (taken != null || value == null || row.verdict(field) != Verdict.AGREED) throw stale();
        var beyond = field.type().beyondLimits(value);
        if (beyond.isEmpty()) return value;
        throw new ProblemException(
                new Problem.NotPossible(Message.of("choice.calcom-beyond", field, text(field, value))));
    }

    private Set<Field> fields() {
        boolean decision = entry.cause().source() == Cause.Source.DECISION;
        return entry.changes().stream()
                .filter(change -> change.field() != null)
                .filter(change -> change.aspect() == Aspect.PLATFORM || change.aspect() == Aspect.POLICY
                        || decision && (change.aspect() == Aspect.BASE || change.accepts()))
                .map(change -> Objects.requireNonNull(change.field()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    private boolean movedSince(Field field) {
        return later.stream().anyMatch(change -> change.field() == field && change.aspect() == Aspect.PLATFORM);
    }

    private List<Change> changes(Aspect aspect) {
        return entry.changes().stream().filter(change -> change.aspect() == aspect).toList();
    }

    private @Nullable Change change(Field field, Aspect aspect) {
        return changes(aspect).stream().filter(change -> change.field() == field).findFirst().orElse(null);
    }

    private static String text(Field field, @Nullable Object value) {
        return value == null || value.equals(Values.NOT_HELD) ? "" : field.type().encode(value);
    }

    private ProblemException stale() {
        return new ProblemException(new Problem.Stale(entry.service()));
    }
}
