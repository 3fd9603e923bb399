package io.calsync.sync;

import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Plays random histories and then the fixed ones until one fails, and tells which. Public for [Removal], which loads it
/// together with a changed engine.
public final class HistoryRun implements IntFunction<String> {
    static final int LENGTH = 50;

    @Override
    public String apply(int histories) {
        for (int seed = 1; seed <= histories; seed++) {
            var failed = Histories.failure(Histories.random(seed, LENGTH), steps -> new Simulation().play(steps));
            if (failed != null) return seed + " random: " + failed.getMessage();
        }
        return Stream
                .of(new FixedHistoriesTest().all(), new FixedPolicyHistoriesTest().all(),
                        new FixedLinkHistoriesTest().all())
                .flatMap(stories -> stories)
                .map(HistoryRun::failure).filter(failure -> !failure.isEmpty()).findFirst().orElse("");
    }

    private static String failure(DynamicTest story) {
        try {
            story.getExecutable().execute();
            return "";
        } catch (Throwable failed) {
            return "fixed " + story.getDisplayName() + ": " + failed.getMessage();
        }
    }
}
