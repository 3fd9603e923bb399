package io.calsync.sync;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a person can take back and do again, read off the entries that they left: an undo is an entry like any other, and
/// taking back an undo is the redo. Pure.
///
/// @param undo what they did, the newest last
/// @param redo what they took back and did not do again, the newest last
public record WayBack(List<Step> undo, List<Step> redo) {
    /// What a person did in one go.
    ///
    /// @param entries of one run, or a single one; the oldest first
    public record Step(List<AuditEntry> entries) {
        /// Names it among the steps of one trail.
        public String key() {
            return isOne() ? "#" + first().seq() : first().cause().run();
        }

        /// Whether it is about one service.
        public boolean isOne() {
            return entries.size() == 1;
        }

        public AuditEntry first() {
            return entries.getFirst();
        }

        /// Which fields it changed.
        public Set<Field> fields() {
            var fields = EnumSet.noneOf(Field.class);
            entries.forEach(entry -> fields.addAll(changed(entry)));
            return fields;
        }

        private Step without(Step undoing) {
            var undone = new HashMap<Long, AuditEntry>();
            undoing.entries.forEach(entry -> undone.put(entry.serviceId(), entry));
            return new Step(entries.stream()
                    .filter(entry -> !takesBack(undone.get(entry.serviceId()), entry)).toList());
        }
    }

    /// @param entries a person's, the oldest first
    static WayBack of(List<AuditEntry> entries) {
        var back = new WayBack(new ArrayList<>(), new ArrayList<>());
        for (Step step : steps(entries)) back.add(step);
        return back;
    }

    private void add(Step step) {
        boolean takesBack = step.first().cause().source() == Cause.Source.UNDO;
        if (takesBack && moved(step, undo, redo) || takesBack && moved(step, redo, undo)) return;
        undo.add(step);
        if (!takesBack) redo.clear();
    }

    /// Whether the step takes one of those back; then it lies on the other side from now on.
    private static boolean moved(Step step, List<Step> from, List<Step> to) {
        for (int i = from.size() - 1; i >= 0; i--) {
            var left = from.get(i).without(step);
            if (left.entries.size() == from.get(i).entries.size()) continue;
            from.remove(i);
            if (!left.entries.isEmpty()) from.add(i, left);
            to.add(step);
            return true;
        }
        return false;
    }

    /// A decision may have reached Cal.com before it is taken back; then other values come than those that it replaced.
    private static boolean takesBack(@Nullable AuditEntry undoing, AuditEntry entry) {
        if (undoing == null || !changed(undoing).equals(changed(entry))) return false;
        return entry.cause().source() == Cause.Source.DECISION
                || values(undoing, Change::from, Change::to).equals(values(entry, Change::to, Change::from));
    }

    private static List<String> values(AuditEntry entry, Function<Change, @Nullable String> one,
            Function<Change, @Nullable String> other) {
        return entry.changes().stream().filter(change -> change.aspect() == Aspect.PLATFORM)
                .map(change -> one.apply(change) + "\0" + other.apply(change)).toList();
    }

    private static List<Step> steps(List<AuditEntry> entries) {
        var steps = new ArrayList<Step>();
        Map<String, Step> runs = new HashMap<>();
        for (AuditEntry entry : entries) {
            if (!entry.isStep() || entry.movesLink() || changed(entry).isEmpty()) continue;
            String run = entry.cause().run().isEmpty() ? "" : entry.cause().source() + entry.cause().run();
            if (runs.get(run) instanceof Step known) {
                known.entries.add(entry);
                continue;
            }
            var step = new Step(new ArrayList<>(List.of(entry)));
            steps.add(step);
            if (!run.isEmpty()) runs.put(run, step);
        }
        return steps;
    }

    private static Set<Field> changed(AuditEntry entry) {
        var fields = EnumSet.noneOf(Field.class);
        for (Change change : entry.changes()) {
            boolean told = change.aspect() == Aspect.PLATFORM || change.aspect() == Aspect.BASE || change.accepts();
            if (told && change.field() instanceof Field field) fields.add(field);
        }
        return fields;
    }
}
