package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The promises of the product over random histories. `-Dhistories=N` sets how many; a failure prints its seed.
class RandomHistoriesTest {
    private static final int LENGTH = 40;

    @Test
    void nothingIsLostOrOverwrittenInAnyHistory() {
        int histories = Integer.getInteger("histories", 1250);
        for (long seed = 1; seed <= histories; seed++) {
            Histories.check(seed, LENGTH, Simulation.KINDS, steps -> new Simulation().play(steps));
        }
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        for (long seed : new long[]{3, 77, 1234}) assertEquals(trace(seed), trace(seed));
    }

    @Test
    void aFailingHistoryIsCutDownToTheStepsThatMatter() {
        var steps = Histories.random(5, 60, 10);
        var shortest = Histories.shrink(steps, RandomHistoriesTest::failsOnTwoOfKindThree);
        assertEquals(List.of(3, 3), shortest.stream().map(Histories.Step::kind).toList());
        var failure = assertThrows(AssertionError.class,
                () -> Histories.check(5, 60, 10, RandomHistoriesTest::failsOnTwoOfKindThree));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("seed 5"));
    }

    private static void failsOnTwoOfKindThree(List<Histories.Step> steps) {
        if (steps.stream().filter(step -> step.kind() == 3).count() >= 2) throw new AssertionError("two of kind three");
    }

    private static String trace(long seed) {
        var simulation = new Simulation();
        simulation.play(Histories.random(seed, LENGTH, Simulation.KINDS));
        return simulation.calcom.writes + "\n" + simulation.workspace.entries(Journal.Query.newest(10_000));
    }
}
