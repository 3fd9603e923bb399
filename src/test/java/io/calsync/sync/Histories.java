package io.calsync.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AssertionFailureBuilder;

/// Random histories from seeds: the same seed gives the same steps. A failing one is cut down to the steps that matter
/// before it is reported.
final class Histories {
    private Histories() {}

    /// One step; what its numbers mean is the test's business.
    record Step(int kind, int first, int second) {}

    static List<Step> random(long seed, int length, int kinds) {
        var random = generator(seed);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < length; i++)
            steps.add(new Step(random.nextInt(kinds), random.nextInt(1000), random.nextInt(1000)));
        return steps;
    }

    static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("SplittableRandom").create(seed);
    }

    /// Runs the history of a seed; a failure names the seed and the shortest history found that fails too.
    static void check(long seed, int length, int kinds, Consumer<List<Step>> history) {
        var steps = random(seed, length, kinds);
        if (failure(steps, history) == null) return;
        var shortest = shrink(steps, history);
        var cause = failure(shortest, history);
        AssertionFailureBuilder.assertionFailure().message("seed " + seed + " fails with " + shortest).cause(cause)
                .buildAndThrow();
    }

    /// Leaves out ever smaller runs of steps as long as what remains still fails.
    static List<Step> shrink(List<Step> failing, Consumer<List<Step>> history) {
        var steps = failing;
        for (int chunk = Math.max(1, steps.size() / 2); chunk >= 1; chunk /= 2) {
            for (int from = 0; from < steps.size();) {
                var shorter = new ArrayList<>(steps.subList(0, from));
                shorter.addAll(steps.subList(Math.min(steps.size(), from + chunk), steps.size()));
                if (failure(shorter, history) == null) from += chunk;
                else steps = shorter;
            }
        }
        return steps;
    }

    private static @Nullable Throwable failure(List<Step> steps, Consumer<List<Step>> history) {
        try {
            history.accept(steps);
            return null;
        } catch (AssertionError | RuntimeException failed) {
            return failed;
        }
    }
}
