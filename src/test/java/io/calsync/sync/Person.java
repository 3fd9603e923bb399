package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Link;
import io.calsync.domain.Patch;
import io.calsync.domain.Policy;
import io.calsync.domain.Values;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A person at a console. Whatever changes while a person acts, must be what that person asked for.
final class Person {
    private final Console console;
    private final Moments moments;
    private final Links links;
    private final Review review;

    Person(Console console, Moments moments) {
        this.console = console;
        this.moments = moments;
        this.links = new Links(console.session);
        this.review = new Review(console.session, links);
    }

    void edits(long id, Field field, Object value) throws ProblemException {
        var patch = Patch.of(field, value);
        int before = moments.fired();
        asking(Map.of(id, patch.to()), Map.of(),
                () -> new Editing(console.session).save(id, console.workspace.get(id).platform(), patch));
        if (before == moments.fired())
            assertEquals(patch.to().get(field), console.workspace.get(id).platform().raw(field), "I2 saved is saved");
    }

    void decides(long id, Choice choice) throws ProblemException {
        var view = console.session.view(id);
        var choices = Review.available(view, choice);
        if (choices.isEmpty()) return;
        var theirs = new EnumMap<Field, Object>(Field.class);
        choices.keySet().forEach(field -> theirs.put(field, view.row().calcom().get(field)));
        Map<Long, Map<Field, Object>> platform = choice == Choice.CALCOM ? Map.of(id, theirs) : Map.of();
        asking(platform, Map.of(id, theirs), () -> review.decide(id, view.row().version(), choices, ""));
    }

    void answersGone(long id, Review.GoneAnswer answer) throws ProblemException {
        var row = console.workspace.get(id);
        if (row.link().state() != Link.State.GONE) return;
        asking(Map.of(id, Map.of(Field.ACTIVE, false)), Map.of(),
                () -> review.answerGone(id, row.version(), answer, ""));
    }

    /// Undoes one of the newest entries that can be undone: what it replaced comes back, or Cal.com's value where a decision
    /// against that was pushed.
    ///
    /// @param which 0 = the newest
    void undoes(int which) throws ProblemException {
        var undoable = console.workspace.entries(Journal.Query.newest(12)).stream()
                .filter(entry -> entry.serviceId() > 0 && History.notUndoable(entry) == null).toList();
        if (undoable.isEmpty()) return;
        var entry = undoable.get(which % undoable.size());
        var id = entry.serviceId();
        var platform = values(entry, Aspect.BASE, Change::to);
        platform.putAll(values(entry, Aspect.PLATFORM, Change::from));
        asking(Map.of(id, platform), Map.of(id, values(entry, Aspect.BASE, Change::from)),
                () -> new History(console.session).undo(entry.seq()));
    }

    void setsPolicy(Field field, Policy policy) throws ProblemException {
        new Policies(console.session).set(field, policy);
    }

    void setsOwnPolicy(long id, Field field, OwnPolicy policy) throws ProblemException {
        boolean lifts = console.workspace.get(id).facts(field).own() != null;
        new Policies(console.session).own(id, field, lifts ? null : policy);
    }

    /// Links a service anew, to the likeliest event type that is free.
    void relinks(long id) throws ProblemException {
        if (console.workspace.get(id).link().linked()) links.unlink(id);
        var suggestions = links.suggestions(id);
        if (!suggestions.isEmpty()) links.link(id, suggestions.getFirst().id());
    }

    void creates(long id) throws ProblemException {
        if (!console.workspace.get(id).link().linked()) links.create(id);
    }

    void forces() throws ProblemException {
        var shown = new Force(console.session).preview();
        asking(Map.of(), shown.replaces(), () -> console.engine.force(shown, SyncOptions.PLAIN, Progress.NONE));
    }

    private void asking(Map<Long, Map<Field, Object>> platform, Map<Long, Map<Field, Object>> base, Act act)
            throws ProblemException {
        var law = console.workspace.law();
        var outer = law.asks(new CommitLaw.Asked(platform, base));
        try {
            act.run();
        } finally {
            law.asks(outer);
        }
    }

    private static Map<Field, Object> values(AuditEntry entry, Aspect aspect,
            Function<Change, @Nullable String> text) {
        var values = new HashMap<Field, Object>();
        for (Change change : entry.changes()) {
            if (change.aspect() != aspect || !(text.apply(change) instanceof String value)) continue;
            var field = Objects.requireNonNull(change.field());
            values.put(field, value.equals(Change.NOT_HELD) ? Values.NOT_HELD : field.type().decode(value));
        }
        return values;
    }

    @FunctionalInterface
    private interface Act {
        void run() throws ProblemException;
    }
}
