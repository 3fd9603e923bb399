package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Runs take turns on one thread, can be ended between two services, and tell how it stands.
class RunsTest {
    private final World world = world();
    private final Runs runs = new Runs(world.session, Histories.generator(1));

    private static World world() {
        try {
            return new World(4);
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @AfterEach
    void end() {
        runs.close();
    }

    /// Writes down what it hears and ends the run when so many services are done.
    private static final class Heard implements Progress {
        final List<String> steps = new ArrayList<>();
        private final int last;
        private int done;

        Heard(int last) {
            this.last = last;
        }

        @Override
        public void at(int now, int total, String service) {
            done = now;
            steps.add(now + "/" + total + " " + service);
        }

        @Override
        public boolean cancelled() {
            return steps.size() > last && done >= last;
        }
    }

    @Test
    void aRunTellsHowFarItIs() throws ProblemException {
        world.edit(1, Field.DURATION, 45L);
        world.edit(3, Field.DURATION, 45L);
        var heard = new Heard(99);
        var report = runs.sync(SyncOptions.PLAIN, heard);
        assertEquals(List.of("0/2 Service 1", "1/2 Service 3", "2/2 "), heard.steps);
        assertEquals(Report.End.COMPLETE, report.end());
        assertEquals(List.of(1L, 3L), report.pushed());
        assertEquals(5, report.requests(), "a list, and a read and a write for each");
    }

    @Test
    void aPersonEndsARunBetweenTwoServicesAndTheRestStaysPending() throws ProblemException {
        for (long id = 1; id <= 4; id++) world.edit(id, Field.DURATION, 45L);
        var report = runs.sync(SyncOptions.PLAIN, new Heard(1));
        assertEquals(Report.End.CANCELLED, report.end());
        assertEquals(List.of(1L, 2L), report.pushed());
        assertEquals(SyncStatus.PENDING, world.status(4));
        assertEquals(List.of(3L, 4L), runs.sync(SyncOptions.PLAIN, Progress.NONE).pushed());
    }

    @Test
    void theReportNamesWhatWaitsWhatFailedAndWhatIsUnlinked() throws ProblemException {
        world.edit(1, Field.DURATION, 45L);
        world.calcom.writeFaults.add(Trouble.LOST_BEFORE);
        world.calcom.edit(102, Field.NAME, "Theirs");
        world.calcom.held.put(900L, world.held(3).with(Field.SLUG, "new"));
        var report = runs.sync(SyncOptions.PLAIN, Progress.NONE);
        assertEquals(List.of(2L), report.conflicts());
        assertEquals(Set.of(1L), report.failed().keySet());
        assertEquals(1, report.unlinked());
        assertEquals(List.of(), report.pushed());
        assertFalse(report.run().isEmpty());
    }

    @Test
    void theStateCountsWhatWaitsAndEstimatesHowLongThatTakes() throws ProblemException {
        assertNull(runs.state().checked(), "not looked yet");
        assertEquals(0, runs.state().waiting());
        assertEquals(Duration.ZERO, runs.state().eta());
        for (long id = 1; id <= 3; id++) world.edit(id, Field.DURATION, 45L);
        assertEquals(3, runs.state().waiting());
        assertEquals(Duration.ofMillis(900), runs.state().eta(), "six requests within the budget");
        runs.sync(SyncOptions.PLAIN, Progress.NONE);
        assertEquals(0, runs.state().waiting());
        assertEquals(world.calcom.budget(), runs.state().budget());
        var checked = runs.state().checked();
        assertNotNull(checked);
        assertFalse(checked.isAfter(world.clock.instant()));
        assertEquals(world.session.connected().connection(), runs.state().connection());
    }

    @Test
    void howLongTheQueueTakesIsForTheBudgetToSay() throws ProblemException {
        world.edit(1, Field.DURATION, 45L);
        try (var slow = new Runs(with(answering("untilSent", Duration.ofSeconds(34))), Histories.generator(1))) {
            assertEquals(Duration.ofSeconds(34), slow.state().eta());
        }
    }

    @Test
    void theStateSaysWhatStoppedTheLastRunUntilOneGetsThrough() throws ProblemException {
        world.calcom.readFaults.add(Trouble.LOST_BEFORE);
        assertThrows(ProblemException.class, () -> runs.sync(SyncOptions.PLAIN, Progress.NONE));
        assertInstanceOf(Problem.Unreachable.class, runs.state().problem());
        assertNull(runs.state().guard());
        world.calcom.readFaults.add(Trouble.EMPTY_LIST);
        assertThrows(ProblemException.class, () -> runs.sync(SyncOptions.PLAIN, Progress.NONE));
        assertNull(runs.state().problem(), "it answered");
        assertNotNull(runs.state().guard());
        runs.sync(SyncOptions.PLAIN, Progress.NONE);
        assertNull(runs.state().guard());
    }

    @Test
    void withoutAConnectionItStandsStillAndSaysSo() throws ProblemException {
        var alone = new Session(world.workspace, world.workspace, world.workspace, world.workspace, null,
                world.session.operator(), world.clock, new Feed());
        world.edit(1, Field.DURATION, 45L);
        try (var unconnected = new Runs(alone, Histories.generator(1))) {
            var state = unconnected.state();
            assertNull(state.connection());
            assertNull(state.budget());
            assertEquals(1, state.waiting());
            var refused = assertThrows(ProblemException.class,
                    () -> unconnected.sync(SyncOptions.PLAIN, Progress.NONE));
            assertEquals(new Problem.NotConnected(), refused.problem());
        }
    }

    @Test
    void pushingNamedServicesListsNothingAndLeavesOthers() throws ProblemException {
        for (long id = 1; id <= 3; id++) world.edit(id, Field.DURATION, 45L);
        world.calcom.edit(104, Field.NAME, "Theirs");
        var report = runs.push(Set.of(1L, 4L));
        assertEquals(List.of(1L), report.pushed());
        assertEquals(2, report.requests());
        assertEquals(SyncStatus.PENDING, world.status(2));
        assertEquals(SyncStatus.SYNCED, world.status(4), "not looked at");
    }

    @Test
    void aRunWaitsForTheOneBeforeItAndACheckDoesNot() throws Exception {
        var gate = new Gate();
        var gated = gated(gate);
        try (var turns = new Runs(with(gated), Histories.generator(1));
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(() -> turns.sync(SyncOptions.PLAIN, Progress.NONE));
            assertTrue(gate.entered.await(30, TimeUnit.SECONDS));
            var second = people.submit(() -> turns.sync(SyncOptions.PLAIN, Progress.NONE));
            assertTrue(turns.check().isEmpty(), "a check goes beside them");
            assertEquals(1, gate.listsOfRuns.get());
            assertFalse(second.isDone());
            gate.open.countDown();
            assertEquals(Report.End.COMPLETE, first.get(30, TimeUnit.SECONDS).end());
            assertEquals(Report.End.COMPLETE, second.get(30, TimeUnit.SECONDS).end());
            assertEquals(2, gate.listsOfRuns.get());
        }
    }

    @Test
    void aPersonWhoWalksAwayGetsACancelledReportAndTheThreadIsFreeAgain() throws Exception {
        var gate = new Gate();
        try (var turns = new Runs(with(gated(gate)), Histories.generator(1));
                var people = Executors.newSingleThreadExecutor()) {
            var interrupted = people.submit(() -> {
                Thread.currentThread().interrupt();
                var end = turns.sync(SyncOptions.PLAIN, Progress.NONE).end();
                return end == Report.End.CANCELLED && Thread.interrupted();
            });
            assertTrue(interrupted.get(30, TimeUnit.SECONDS), "cancelled, and still marked as interrupted");
            gate.open.countDown();
            assertEquals(Report.End.COMPLETE, turns.sync(SyncOptions.PLAIN, Progress.NONE).end());
        }
    }

    /// Holds the first run in its list until it is opened.
    private static final class Gate {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);
        final AtomicInteger listsOfRuns = new AtomicInteger();

        void pass() throws InterruptedException {
            if (!Thread.currentThread().getName().equals("engine")) return;
            listsOfRuns.incrementAndGet();
            entered.countDown();
            assertTrue(open.await(30, TimeUnit.SECONDS));
        }
    }

    private Session with(EventTypes eventTypes) throws ProblemException {
        return new Shared(world, eventTypes).session;
    }

    private EventTypes gated(Gate gate) {
        return between((method, call) -> {
            if (method.equals("list")) gate.pass();
            return call.make();
        });
    }

    private EventTypes answering(String asked, Object answer) {
        return between((method, call) -> method.equals(asked) ? answer : call.make());
    }

    private EventTypes between(Between between) {
        return (EventTypes) Proxy.newProxyInstance(EventTypes.class.getClassLoader(), new Class<?>[]{EventTypes.class},
                (_, method, args) -> between.call(method.getName(), () -> {
                    synchronized (world) {
                        try {
                            return method.invoke(world.calcom, args);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }
                }));
    }

    @FunctionalInterface
    private interface Between {
        Object call(String method, Call call) throws Throwable;
    }

    @FunctionalInterface
    private interface Call {
        Object make() throws Throwable;
    }
}
