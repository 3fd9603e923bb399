package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Field;
import java.util.List;
import java.util.Set;
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
    void aManagedEventTypeThatAnswersWithItsChildrenIsReadAndWrittenAsItself() throws ProblemException {
        var clock = new VirtualClock();
        try (var calcom = new SandboxCalcom(clock)) {
            var simulation = new Simulation(clock, calcom);
            simulation.console().syncPassingGuards(Set.of());
            for (boolean write : new boolean[]{true, false}) calcom.trouble(write, Trouble.WITH_CHILDREN);
            new Person(simulation.console(), simulation.moments).edits(1, Field.NAME, "Balayage");
            simulation.console().engine.push(Set.of(1L), Progress.NONE);
            assertEquals("Balayage", calcom.held(101).text(Field.NAME));
            assertEquals("Balayage", simulation.workspace.get(1).base().text(Field.NAME));
        }
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
