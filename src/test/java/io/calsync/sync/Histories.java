package io.calsync.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AssertionFailureBuilder;

/// Random histories from seeds: the same seed gives the same steps. A failing one is cut down to the steps that matter
/// before it is reported, in the form in which it can be kept.
final class Histories {
    private Histories() {}

    /// One step; what its numbers choose is the simulation's business.
    record Step(Kind kind, int first, int second) {
        @Override
        public String toString() {
            return kind + " " + first + " " + second;
        }
    }

    /// What happens in a step, with how often it comes up.
    enum Kind {
        EDIT(8),
        PLATFORM_PAGES(1),
        STRANGER(7),
        INSIST(1),
        SYNC(8),
        PUSH(3),
        RETRY(1),
        CHECK(2),
        FORCE(1),
        DECIDE(4),
        UNDO(2),
        POLICY(3),
        OWN_POLICY(1),
        WRITE_TROUBLE(6),
        READ_TROUBLE(4),
        NEVER_TAKES(1),
        INTERRUPT(8),
        KILL(3),
        DISK_FULL(1),
        LAND_LATE(2),
        TIME(4),
        CLOCK_STEP(1),
        LATE_ANSWER(2),
        EXISTENCE(3),
        ANSWER_GONE(3),
        RELINK(1),
        CREATE(1),
        RIVAL(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        private static Kind of(int number) {
            int left = number;
            for (Kind kind : values()) {
                left -= kind.weight;
                if (left < 0) return kind;
            }
            throw new IllegalArgumentException("beyond all weights: " + number);
        }

        private static int weights() {
            return Arrays.stream(values()).mapToInt(kind -> kind.weight).sum();
        }
    }

    static List<Step> random(long seed, int length) {
        var random = generator(seed);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < length; i++)
            steps.add(new Step(Kind.of(random.nextInt(Kind.weights())), random.nextInt(1000), random.nextInt(1000)));
        return steps;
    }

    static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("SplittableRandom").create(seed);
    }

    /// The kept form: `EDIT 3 17; SYNC 0 0`.
    static String text(List<Step> steps) {
        return steps.stream().map(Step::toString).collect(Collectors.joining("; "));
    }

    static List<Step> parse(String text) {
        return Arrays.stream(text.split(";")).map(step -> step.strip().split(" "))
                .map(parts -> new Step(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])))
                .toList();
    }

    /// Runs the history of a seed; a failure names the seed and the shortest history found that fails too.
    static void check(long seed, int length, Consumer<List<Step>> history) {
        var steps = random(seed, length);
        if (failure(steps, history) == null) return;
        var shortest = shrink(steps, history);
        var cause = failure(shortest, history);
        AssertionFailureBuilder.assertionFailure().message("seed " + seed + " fails with " + text(shortest))
                .cause(cause).buildAndThrow();
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

    static @Nullable Throwable failure(List<Step> steps, Consumer<List<Step>> history) {
        try {
            history.accept(steps);
            return null;
        } catch (AssertionError | RuntimeException failed) {
            return failed;
        }
    }
}
