package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final RandomGenerator LOWEST = () -> 0L;
    private static final RandomGenerator HIGHEST = () -> -1L;

    private static long pause(RandomGenerator random, int failures, Duration atLeast) {
        var next = new Backoff(random).next(failures, Looks.START, atLeast);
        return Duration.between(Looks.START, next).toMillis();
    }

    @ParameterizedTest(name = "after {0} failures {1} s, a fifth more or less")
    @CsvSource({"0, 2", "1, 4", "2, 8", "5, 64", "7, 256", "8, 300", "12, 300", "1000, 300", "2147483647, 300"})
    void pausesDoubleUpToFiveMinutes(int failures, long seconds) {
        assertEquals(800 * seconds, pause(LOWEST, failures, Duration.ZERO));
        assertEquals(1200.0 * seconds, (double) pause(HIGHEST, failures, Duration.ZERO), 1.0);
    }

    @Test
    void manyServicesThatFailTogetherDoNotComeBackTogether() {
        var random = Histories.generator(3);
        var backoff = new Backoff(random);
        long different = IntStream.range(0, 100)
                .mapToObj(_ -> backoff.next(3, Looks.START, Duration.ZERO)).distinct().count();
        assertTrue(different > 90, different + " different times");
    }

    @Test
    void whatTheServerAsksForIsKeptWhereItIsLonger() {
        assertEquals(60_000, pause(HIGHEST, 0, Duration.ofMinutes(1)));
        assertEquals(3_600_000, pause(HIGHEST, 20, Duration.ofHours(1)), "also beyond our own longest pause");
        assertEquals(51_200, pause(LOWEST, 5, Duration.ofSeconds(1)));
    }
}
