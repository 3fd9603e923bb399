package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.sync.Histories.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The promises of the product over random histories. `-Dhistories=N` sets how many; a failure prints its seed.
class RandomHistoriesTest {
    @Test
    void nothingIsLostOrOverwrittenInAnyHistory() {
        int histories = Integer.getInteger("histories", 1000);
        var unseen = new AtomicInteger();
        for (long seed = 1; seed <= histories; seed++)
            Histories.check(seed, HistoryRun.LENGTH, steps -> {
                var simulation = new Simulation();
                simulation.play(steps);
                unseen.addAndGet(simulation.strangersOverwritten());
            });
        System.out.println(
                histories * HistoryRun.LENGTH + " steps; a stranger's edit in the moment between read and write: "
                        + unseen);
        assertTrue(unseen.get() > 0 || histories < 1000, "no history has such a moment");
    }

    /// Histories that once failed, cut down to the steps that mattered.
    @Test
    void whatWasMendedStaysMended() throws IOException {
        try (var kept = RandomHistoriesTest.class.getResourceAsStream("kept-histories.txt")) {
            var lines = new String(kept.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            assertFalse(lines.isEmpty());
            for (String line : lines)
                assertNull(Histories.failure(Histories.parse(line), steps -> new Simulation().play(steps)), line);
        }
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        for (long seed : new long[]{3, 77, 1234}) assertEquals(trace(seed), trace(seed));
    }

    @Test
    void aFailingHistoryIsCutDownToTheStepsThatMatter() {
        var steps = Histories.random(5, 60);
        var shortest = Histories.shrink(steps, RandomHistoriesTest::failsOnTwoEdits);
        assertEquals(List.of(Kind.EDIT, Kind.EDIT), shortest.stream().map(Histories.Step::kind).toList());
        assertEquals(steps, Histories.parse(Histories.text(steps)));
        var failure = assertThrows(AssertionError.class,
                () -> Histories.check(5, 60, RandomHistoriesTest::failsOnTwoEdits));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("seed 5 fails with EDIT"));
    }

    private static void failsOnTwoEdits(List<Histories.Step> steps) {
        if (steps.stream().filter(step -> step.kind() == Kind.EDIT).count() >= 2) throw new AssertionError("two edits");
    }

    private static String trace(long seed) {
        var simulation = new Simulation();
        simulation.play(Histories.random(seed, HistoryRun.LENGTH));
        return simulation.trace();
    }
}
