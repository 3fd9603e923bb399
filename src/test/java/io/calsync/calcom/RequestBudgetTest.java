package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.calcom.RequestBudget.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RequestBudgetTest {
    private final VirtualTime time = new VirtualTime();
    private final RequestBudget budget = new RequestBudget(time);

    @ParameterizedTest
    @ValueSource(ints = {1, 35, 200, 450})
    void aBulkRunUsesTheAllowanceToTheFullAndIsNeverRefused(int latency) throws Exception {
        budget.perMinute(120);
        var limiter = new Limiter(time, 120);
        for (int i = 0; i < 960; i++) assertEquals(200, exchange(budget, limiter, latency, 1));

        // At the very best 960 requests fill 8 minutes and the next one is the first of the ninth.
        budget.take(Priority.BACKGROUND).close();
        double used = 8 * 60_000.0 / time.passed().toMillis();

        assertTrue(used >= 0.98, "used " + used);
    }

    @Test
    void severalRequestsOnTheirWayTogetherAreNeverRefused() throws Exception {
        budget.perMinute(120);
        var limiter = new Limiter(time, 120);
        for (int i = 0; i < 320; i++) assertEquals(200, exchange(budget, limiter, 90, 3));

        double used = 7 * 60_000.0 / time.passed().toMillis();

        assertTrue(used >= 0.95, "used " + used);
    }

    @Test
    void aBulkRunIsNeverRefusedThoughTheServerTellsNothing() throws Exception {
        budget.perMinute(120);
        var limiter = new Limiter(time, 120).silent();

        for (int i = 0; i < 1000; i++) assertEquals(200, exchange(budget, limiter, 20 + i * 37 % 400, 1));
    }

    @Test
    void twoProcessesWithOneKeyShareByWhatTheServerTells() throws Exception {
        budget.perMinute(120);
        var other = new RequestBudget(time);
        other.perMinute(120);
        var limiter = new Limiter(time, 120);

        for (int i = 0; i < 600; i++) {
            assertEquals(200, exchange(budget, limiter, 30, 1));
            assertEquals(200, exchange(other, limiter, 30, 1));
        }
    }

    @Test
    void halfTheAllowanceIsTheDefault() throws Exception {
        for (int i = 0; i < 60; i++) budget.take(Priority.BACKGROUND).close();

        assertEquals(Duration.ZERO, time.passed());
        assertEquals(60, budget.state().used());
        assertEquals(Duration.ofMinutes(1), budget.state().untilFree());
        assertTrue(budget.takeNow().isEmpty());
    }

    @Test
    void aRefusalBlocksUntilItsReset() throws Exception {
        try (var place = budget.take(Priority.BACKGROUND)) {
            place.answered(429, headers("default", 0, 17));
        }
        budget.take(Priority.PERSON).close();

        assertEquals(Duration.ofSeconds(17), time.passed());
    }

    @Test
    void aRefusalThatTellsNothingBlocksForAMinute() throws Exception {
        try (var place = budget.take(Priority.BACKGROUND)) {
            place.answered(429, Map.of("x-ratelimit-reset", "soon"));
        }

        assertEquals(Duration.ofMinutes(1), budget.state().untilFree());
    }

    @Test
    void ofSeveralLimitsOneWithRoomIsEnough() throws Exception {
        var both = new HashMap<>(headers("burst", 0, 10));
        both.putAll(headers("minute", 1, 60));
        try (var place = budget.take(Priority.BACKGROUND)) {
            place.answered(200, both);
        }
        budget.take(Priority.BACKGROUND).close();
        assertEquals(Duration.ZERO, time.passed());

        budget.take(Priority.BACKGROUND).close();

        assertEquals(Duration.ofSeconds(10), time.passed());
    }

    @Test
    void readyWaitsUntilAReadAndAWriteCanFollowEachOther() throws Exception {
        for (int i = 0; i < 59; i++) budget.take(Priority.BACKGROUND).close();
        assertEquals(Duration.ZERO, budget.state().untilFree());

        assertTrue(budget.ready(2, Priority.BACKGROUND, () -> false));

        assertTrue(budget.takeNow().isPresent());
        assertTrue(budget.takeNow().isPresent());
        assertEquals(Duration.ofMinutes(1), time.passed());
    }

    @Test
    void whoGivesUpWaitsNoLonger() throws Exception {
        for (int i = 0; i < 60; i++) budget.take(Priority.BACKGROUND).close();

        assertFalse(budget.ready(1, Priority.PERSON, () -> true));

        assertEquals(Duration.ZERO, time.passed());
    }

    @Test
    void aClockThatIsSetBackDelaysNothing() throws Exception {
        for (int i = 0; i < 60; i++) budget.take(Priority.BACKGROUND).close();
        time.pass(Duration.ofHours(-3));

        assertEquals(Duration.ofMinutes(1), budget.state().untilFree());
    }

    @Test
    void aPersonGoesBeforeTheBackground() throws Exception {
        var real = new RequestBudget(Pace.of(InstantSource.system()));
        real.perMinute(1);
        var holding = real.take(Priority.BACKGROUND);
        List<Priority> order = Collections.synchronizedList(new ArrayList<>());
        var going = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var priority : List.of(Priority.BACKGROUND, Priority.BACKGROUND, Priority.PERSON)) {
                going.add(threads.submit(() -> {
                    real.ready(1, priority, () -> false);
                    return order.add(priority);
                }));
            }
            while (real.waiting() < 3) Thread.onSpinWait();
            real.perMinute(120);
            for (var one : going) assertTrue(one.get());
        } finally {
            holding.close();
        }

        assertEquals(Priority.PERSON, order.getFirst());
    }

    @Test
    void waitingCanBeInterrupted() throws Exception {
        var real = new RequestBudget(Pace.of(InstantSource.system()));
        real.perMinute(1);
        real.take(Priority.BACKGROUND).close();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> {
                real.take(Priority.BACKGROUND).close();
                return true;
            });
            while (real.waiting() < 1) Thread.onSpinWait();

            assertTrue(waiting.cancel(true));
        }

        assertEquals(1, real.state().sent());
    }

    /// Some requests that are on their way together; a run of one is the usual case.
    private int exchange(RequestBudget from, Limiter limiter, int latency, int parallel) throws InterruptedException {
        var places = new ArrayList<RequestBudget.Place>();
        for (int i = 0; i < parallel; i++) places.add(from.take(Priority.BACKGROUND));
        time.pass(Duration.ofMillis(latency / 2));
        var answers = new ArrayList<Limiter.Answer>();
        for (int i = 0; i < parallel; i++) answers.add(limiter.next());
        time.pass(Duration.ofMillis(latency - latency / 2));
        for (int i = 0; i < parallel; i++) places.get(i).answered(answers.get(i).status(), answers.get(i).headers());
        return answers.stream().mapToInt(Limiter.Answer::status).max().orElseThrow();
    }

    static Map<String, String> headers(String name, long left, long reset) {
        return Map.of("x-ratelimit-remaining-" + name, "" + left, "x-ratelimit-reset-" + name, "" + reset);
    }

    /// The limiter that was measured (captures 320 to 324): a fixed window from the first request, then a block.
    private static final class Limiter {
        private final VirtualTime time;
        private final int most;
        private boolean silent;
        private boolean blocked;
        private int used;
        private Instant ends = Instant.MIN;

        record Answer(int status, Map<String, String> headers) {}

        Limiter(VirtualTime time, int most) {
            this.time = time;
            this.most = most;
        }

        Limiter silent() {
            silent = true;
            return this;
        }

        Answer next() {
            var now = time.instant();
            if (!now.isBefore(ends)) {
                ends = now.plusSeconds(60);
                used = 0;
                blocked = false;
            }
            used++;
            if (used > most && !blocked) {
                blocked = true;
                ends = now.plusSeconds(60);
            }
            long reset = Math.ceilDiv(Duration.between(now, ends).toMillis(), 1000L);
            var headers = headers("default", Math.max(0, most - used), reset);
            return new Answer(blocked ? 429 : 200, silent ? Map.of() : headers);
        }
    }
}
