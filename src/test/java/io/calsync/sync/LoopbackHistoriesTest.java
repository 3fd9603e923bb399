package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The same histories through the real client, over HTTP, against the sandbox. `-Dloopback=N` sets how many.
class LoopbackHistoriesTest {
    @Test
    void nothingIsLostOrOverwrittenOverHttp() {
        int histories = Integer.getInteger("loopback", 40);
        for (long seed = 1; seed <= histories; seed++)
            Histories.check(seed, HistoryRun.LENGTH, LoopbackHistoriesTest::trace);
    }

    @Test
    void theSameSeedGivesTheSameTraceOverHttp() {
        var steps = Histories.random(12, HistoryRun.LENGTH);
        assertEquals(trace(steps), trace(steps));
    }

    private static String trace(List<Histories.Step> steps) {
        var clock = new VirtualClock();
        try (var calcom = new SandboxCalcom(clock)) {
            var simulation = new Simulation(clock, calcom);
            simulation.play(steps);
            return simulation.trace();
        }
    }
}
