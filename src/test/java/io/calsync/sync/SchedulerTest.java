package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An open window keeps itself in step. Real threads, and time that moves as the test says where it matters.
class SchedulerTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Shared shared = shared();
    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private final BlockingQueue<RuntimeException> faults = new LinkedBlockingQueue<>();
    private final Runs runs = new Runs(shared.session, () -> 0L);
    private final Editing editing = new Editing(shared.session);

    private static Shared shared() {
        try {
            return new Shared(new World(3));
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @AfterEach
    void end() {
        runs.close();
    }

    private Scheduler scheduler(Duration poll) {
        var scheduler = new Scheduler(shared.session, runs, poll, () -> 0L, problems::add, faults::add);
        scheduler.start();
        return scheduler;
    }

    private void edit(long id, Field field, Object value) throws ProblemException {
        editing.save(id, shared.session.rows().get(id).platform(), Patch.of(field, value));
    }

    private void firstLook() throws ProblemException {
        shared.await("the first look", () -> runs.state().checked() != null);
    }

    @Test
    void itLooksAtOnceAndThenEverySoOften() throws ProblemException {
        try (var _ = scheduler(Duration.ofMillis(20))) {
            firstLook();
            shared.alone(() -> shared.world.calcom.edit(101, Field.NAME, "Theirs"));
            shared.await("a drift is seen without anyone asking",
                    () -> shared.world.status(1) == SyncStatus.CONFLICT);
        }
        assertEquals(List.of(), List.copyOf(problems));
    }

    @Test
    void anEditIsPushedByItselfAndEditsInARowBecomeOnePatch() throws ProblemException {
        try (var _ = scheduler(NEVER)) {
            firstLook();
            shared.alone(() -> {
                edit(1, Field.NAME, "Balayage");
                edit(1, Field.DURATION, 180L);
                edit(2, Field.NAME, "Gloss");
            });
            shared.await("both are pushed", () -> shared.world.status(1) == SyncStatus.SYNCED
                    && shared.world.status(2) == SyncStatus.SYNCED);
            shared.alone(() -> assertEquals(
                    List.of("101 Patch[to={NAME=Balayage, DURATION=180}]", "102 Patch[to={NAME=Gloss}]"),
                    shared.world.calcom.writes.stream().sorted().toList()));
        }
    }

    @Test
    void aPushThatFailedComesBackWhenItsPauseIsOver() throws ProblemException {
        try (var _ = scheduler(NEVER)) {
            firstLook();
            shared.alone(() -> shared.world.calcom.writeFaults.add(Trouble.LOST_BEFORE));
            edit(1, Field.NAME, "Balayage");
            shared.await("the failure is noted", () -> shared.world.row(1).attempt().failures() == 1);
            shared.alone(() -> assertEquals("Service 1", shared.world.held(1).get(Field.NAME)));
            shared.alone(() -> shared.world.clock.advance(Duration.ofSeconds(3)));
            shared.await("it is pushed without another edit or look",
                    () -> shared.world.status(1) == SyncStatus.SYNCED);
            shared.alone(() -> assertEquals("Balayage", shared.world.held(1).get(Field.NAME)));
        }
        assertEquals(List.of(), List.copyOf(problems), "one service that fails stops no run");
    }

    @Test
    void whatStopsALookIsToldAndTheNextLookComesAllTheSame() throws ProblemException, InterruptedException {
        shared.alone(() -> shared.world.calcom.readFaults.add(Trouble.KEY_REFUSED));
        try (var _ = scheduler(Duration.ofMillis(20))) {
            assertInstanceOf(Problem.KeyRefused.class, problems.poll(30, TimeUnit.SECONDS));
            firstLook();
        }
    }

    @Test
    void whatNobodyForesawIsToldOnceAndTheNextLookComesAllTheSame() throws ProblemException, InterruptedException {
        var left = new AtomicInteger(2);
        var broken = new Shared(shared.world, broken(left));
        try (var looking = new Runs(broken.session, () -> 0L);
                var scheduler = new Scheduler(broken.session, looking, Duration.ofMillis(20), () -> 0L, problems::add,
                        faults::add)) {
            scheduler.start();
            assertInstanceOf(RuntimeException.class, faults.poll(30, TimeUnit.SECONDS));
            broken.await("a look after the second fault", () -> looking.state().checked() != null);
        }
        assertEquals(List.of(), List.copyOf(faults));
        assertEquals(List.of(), List.copyOf(problems));
    }

    /// A Cal.com whose list ends in a fault of the program so many times.
    private EventTypes broken(AtomicInteger left) {
        var whole = shared.locked(EventTypes.class, shared.world.calcom);
        return (EventTypes) Proxy.newProxyInstance(EventTypes.class.getClassLoader(), new Class<?>[]{EventTypes.class},
                (_, method, args) -> {
                    if (method.getName().equals("list") && left.getAndDecrement() > 0)
                        throw new IllegalStateException("nobody foresaw this");
                    return method.invoke(whole, args);
                });
    }

    @Test
    void aGuardStopsEveryLookUntilTheSightIsGoodAgain() throws ProblemException, InterruptedException {
        shared.alone(() -> shared.world.calcom.readFaults.addAll(List.of(Trouble.EMPTY_LIST, Trouble.EMPTY_LIST)));
        try (var _ = scheduler(Duration.ofMillis(20))) {
            for (int look = 0; look < 2; look++) {
                var problem = problems.poll(30, TimeUnit.SECONDS);
                assertEquals("guard.empty.saw", assertInstanceOf(Problem.Stopped.class, problem).guard().saw().key());
            }
            firstLook();
        }
        shared.alone(() -> assertEquals(SyncStatus.SYNCED, shared.world.status(1)));
    }

    @Test
    void whoMayOnlyLookSeesWhatOthersChangeWhileCalComIsAway() throws ProblemException {
        var viewer = shared.as(Operator.Role.VIEWER);
        var shown = new AtomicReference<>(List.<ServiceView>of());
        try (var looking = new Runs(viewer, () -> 0L);
                var scheduler = new Scheduler(viewer, looking, Duration.ofMillis(20), () -> 0L, problems::add,
                        faults::add)) {
            scheduler.onGlimpse(shown::set);
            shared.alone(() -> shared.world.calcom.edit(102, Field.NAME, "Theirs"));
            scheduler.start();
            shared.await("the first glance", () -> !shown.get().isEmpty());
            shared.alone(() -> shared.world.calcom.readFaults.addAll(Collections.nCopies(1000, Trouble.LOST_BEFORE)));

            edit(1, Field.NAME, "Balayage");

            shared.await("the edit is seen", () -> seen(shown, 1).name().equals("Balayage"));
            assertEquals(SyncStatus.CONFLICT, seen(shown, 2).status(), "what the last glance saw stays");
        }
    }

    private static ServiceView seen(AtomicReference<List<ServiceView>> shown, long id) {
        return shown.get().stream().filter(view -> view.id() == id).findFirst().orElseThrow();
    }

    @Test
    void whereOneIsClosedAPersonAndAnotherOneGoOn() throws ProblemException {
        var closed = scheduler(Duration.ofMillis(20));
        firstLook();
        closed.close();
        edit(1, Field.NAME, "Balayage");
        runs.sync(SyncOptions.PLAIN, Progress.NONE);
        shared.alone(() -> assertEquals("Balayage", shared.world.held(1).get(Field.NAME)));
        try (var _ = scheduler(NEVER)) {
            edit(1, Field.NAME, "Gloss");
            shared.await("the other one pushes", () -> shared.world.status(1) == SyncStatus.SYNCED);
        }
        shared.alone(() -> assertEquals(2, shared.world.calcom.writes.size()));
    }
}
