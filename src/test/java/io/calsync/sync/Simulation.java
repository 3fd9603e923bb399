package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.calsync.domain.Choice;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import io.calsync.sync.Histories.Kind;
import io.calsync.sync.Histories.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The real engine between a Platform and a Cal.com, moved by the steps of a history: two consoles on one workspace, a
/// rival workspace on the same account, a stranger at Cal.com, and everything that goes wrong. What may never break is
/// asserted at every port ([Witness], [CommitLaw]) and at the end ([Quiet]).
final class Simulation {
    private static final int SERVICES = 3;
    private static final List<Field> FIELDS =
            List.of(Field.NAME, Field.DURATION, Field.ACTIVE, Field.SLUG, Field.DISABLE_GUESTS);

    private static final List<Duration> CLOCK_STEPS =
            List.of(Duration.ofDays(1), Duration.ofDays(-1), Duration.ofSeconds(-30), Duration.ofMinutes(-5));

    /// What can happen at a moment inside another step.
    private static final List<Kind> INSIDE = List.of(Kind.EDIT, Kind.STRANGER, Kind.STRANGER, Kind.DECIDE, Kind.UNDO,
            Kind.EXISTENCE, Kind.RELINK, Kind.POLICY, Kind.TIME, Kind.CLOCK_STEP, Kind.LAND_LATE, Kind.RIVAL);

    final VirtualClock clock;
    final Moments moments = new Moments();
    final MemoryWorkspace workspace;
    final OtherSide calcom;
    final Rival rival;
    private final Map<Long, Long> eventTypes = new TreeMap<>();
    private Console console;
    private Console second;
    private @Nullable EventType remembered;
    private int overwritten;

    Simulation() {
        this(new VirtualClock());
    }

    private Simulation(VirtualClock clock) {
        this(clock, new MemoryCalcom(clock));
    }

    Simulation(VirtualClock clock, OtherSide calcom) {
        this.clock = clock;
        this.calcom = calcom;
        workspace = new MemoryWorkspace(clock, moments);
        workspace.law().strict();
        for (int id = 1; id <= SERVICES; id++) {
            long eventType = calcom.add(values(id).with(Field.PRICE, Values.NOT_HELD));
            eventTypes.put((long) id, eventType);
            workspace.put(Row.of(id, values(id)).linked(eventType));
        }
        rival = new Rival(clock, moments, calcom, eventTypes);
        console = start();
        second = start();
    }

    static Values values(int id) {
        var values = Values.NONE.with(Field.NAME, "Service " + id).with(Field.SLUG, "service-" + id)
                .with(Field.DURATION, 30L * id);
        return values.with(Field.ACTIVE, true).with(Field.DISABLE_GUESTS, false).with(Field.DESCRIPTION, "");
    }

    Console console() {
        return console;
    }

    /// Everything that left both consoles of the workspace since they were started, and the rows' whole past.
    String trace() {
        return console.calcom.sent() + "\n" + second.calcom.sent() + "\n"
                + workspace.entries(Journal.Query.newest(10_000)) + "\n" + rival.trace();
    }

    /// Edits of a stranger, made in the moment between a read and its PATCH, that were replaced unseen.
    int strangersOverwritten() {
        return overwritten + console.calcom.strangersOverwritten() + second.calcom.strangersOverwritten();
    }

    void play(List<Step> history) {
        history.forEach(this::play);
        moments.clear();
        workspace.failCommits(0);
        new Quiet(this).settle();
    }

    /// A problem in words is an outcome like any other; a kill ends both consoles and leaves what was committed.
    private void play(Step step) {
        try {
            act(step.kind(), step.first(), step.second());
        } catch (ProblemException expected) {
            assertNotEquals("", expected.problem().message().key());
        } catch (Moments.Killed killed) {
            workspace.assertTrailReplays();
            overwritten = strangersOverwritten();
            console = start();
            second = start();
            rival.restart();
        }
    }

    private void act(Kind kind, int first, int number) throws ProblemException {
        long id = 1L + first % SERVICES;
        var field = FIELDS.get(number % FIELDS.size());
        var there = eventType(id);
        var by = first % 2 == 0 ? console : second;
        var person = new Person(by, moments);
        switch (kind) {
            case EDIT -> person.edits(id, field, value(field, number / FIELDS.size()));
            case PLATFORM_PAGES -> pagesEdit(id, field, beyond(field, number));
            case STRANGER -> calcom.edit(there, field, beyond(field, number / FIELDS.size()));
            case INSIST -> insist(there, id);
            case SYNC -> by.engine.sync(SyncOptions.PLAIN, Progress.NONE);
            case PUSH -> by.engine.push(eventTypes.keySet(), Progress.NONE);
            case RETRY -> by.syncPassingGuards(Set.of(id));
            case CHECK -> check(by);
            case FORCE -> person.forces();
            case DECIDE -> person.decides(id, Choice.values()[number % 3]);
            case UNDO -> person.undoes(number);
            case POLICY -> person.setsPolicy(field, Policy.values()[(first / 4) % 4]);
            case OWN_POLICY ->
                    person.setsOwnPolicy(id, field, new OwnPolicy(Policy.values()[(number / 5) % 4], "so"));
            case WRITE_TROUBLE -> calcom.trouble(true, trouble(first));
            case READ_TROUBLE -> calcom.trouble(false, trouble(first));
            case NEVER_TAKES -> calcom.neverTakes(field);
            case INTERRUPT -> moments.after(1 + first % 14,
                    () -> inside(INSIDE.get(number % INSIDE.size()), number / INSIDE.size(), first));
            case KILL -> moments.after(1 + first % 16, () -> {
                throw new Moments.Killed();
            });
            case DISK_FULL -> workspace.failCommits(1 + first % 3);
            case LAND_LATE -> calcom.landLateWrites();
            case TIME -> clock.advance(first % 8 == 0 ? Duration.ofDays(1 + number % 90)
                    : Duration.ofSeconds(1 + number));
            case CLOCK_STEP -> stepClock(CLOCK_STEPS.get(first % CLOCK_STEPS.size()));
            case LATE_ANSWER -> lateAnswer(id, there);
            case EXISTENCE -> existence(there, number % 5);
            case ANSWER_GONE -> person.answersGone(id, Review.GoneAnswer.values()[number % 3]);
            case RELINK -> person.relinks(id);
            case CREATE -> person.creates(id);
            case RIVAL -> rival.acts(number);
        }
    }

    /// Whatever happens inside another step does not fail that step.
    private void inside(Kind kind, int first, int number) {
        try {
            act(kind, first, number);
        } catch (ProblemException expected) {
            assertNotEquals("", expected.problem().message().key());
        }
    }

    private Console start() {
        return new Console(clock, moments, workspace, calcom);
    }

    /// The Platform's own pages write what they like, without asking anybody.
    private void pagesEdit(long id, Field field, Object value) throws ProblemException {
        var outer = workspace.law().asks(new CommitLaw.Asked(Map.of(id, Map.of(field, value)), Map.of()));
        try {
            workspace.update(id, console.session.cause(Cause.Source.PLATFORM),
                    row -> row.edited(row.platform().with(field, value), clock.instant()));
        } finally {
            workspace.law().asks(outer);
        }
    }

    /// Somebody else's automation sets the same name again and again.
    private void insist(long there, long id) throws ProblemException {
        for (int again = 0; again < 5; again++) {
            calcom.edit(there, Field.NAME, "Insisted");
            console.engine.sync(SyncOptions.PLAIN, Progress.NONE);
            clock.advance(Duration.ofMinutes(1 + id));
        }
    }

    private void check(Console by) throws ProblemException {
        moments.clear();
        by.checkOnly();
    }

    /// After a step of the clock nothing can be said about what is older.
    private void stepClock(Duration step) {
        remembered = null;
        clock.advance(step);
    }

    /// An answer that was asked for earlier comes in after newer ones: it must change nothing.
    private void lateAnswer(long id, long there) throws ProblemException {
        var before = workspace.get(id);
        var late = remembered;
        var seen = before.link().seen();
        remembered = new EventType(there, 0, calcom.held(there), Map.of(), clock.instant(), List.of());
        if (late == null || late.id() != before.link().eventTypeId() || seen == null) return;
        var age = Duration.between(late.asked(), seen);
        if (!age.isPositive() || age.toMinutes() >= 2) return;
        var cause = console.session.cause(Cause.Source.DRIFT);
        int fired = moments.fired();
        var after = workspace.update(id, cause, row -> row.seen(late));
        if (fired == moments.fired()) assertSame(before, after, "I1 an older answer was taken");
    }

    private void existence(long there, int what) {
        switch (what) {
            case 0 -> calcom.delete(there);
            case 1, 2 -> calcom.restore(there);
            case 3 -> calcom.recreate(there);
            default -> calcom.moveAway(there);
        }
    }

    private long eventType(long id) throws ProblemException {
        var link = workspace.get(id).link();
        return link.linked() ? link.eventTypeId() : eventTypes.getOrDefault(id, 0L);
    }

    private static Trouble trouble(int number) {
        return Trouble.values()[number % Trouble.values().length];
    }

    private static Object value(Field field, int variant) {
        return switch (field) {
            case NAME -> "Name " + variant % 4;
            case DURATION -> 15L * (1 + variant % 5);
            case SLUG -> "service-" + (1 + variant % 5);
            default -> variant % 2 == 0;
        };
    }

    /// A value that only others can set, now and then.
    private static Object beyond(Field field, int variant) {
        return field == Field.DURATION && variant % 7 == 0 ? (Object) (variant % 2 == 0 ? 0L : 1_000_000L)
                : value(field, variant);
    }
}
