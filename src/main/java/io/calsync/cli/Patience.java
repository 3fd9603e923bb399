package io.calsync.cli;

import io.calsync.sync.EventTypes.Budget;
import io.calsync.text.Texts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Says how long the limit of requests makes a command wait, while it does.
final class Patience implements AutoCloseable {
    private static final Duration WORTH_SAYING = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final PassingLine line;
    private final Texts texts;
    private final Supplier<Optional<Budget>> budget;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("patience").daemon().factory());

    /// @param budget empty where no Cal.com is connected
    Patience(PassingLine line, Texts texts, Supplier<Optional<Budget>> budget) {
        this.line = line;
        this.texts = texts;
        this.budget = budget;
        var _ = timer.scheduleWithFixedDelay(this::look, LOOK_AGAIN.toMillis(), LOOK_AGAIN.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void look() {
        line.waits(budget.get().filter(now -> now.untilFree().compareTo(WORTH_SAYING) >= 0)
                .map(now -> texts.say("cli.waiting", now.perMinute(), now.untilFree().toSeconds()))
                .orElse(""));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        line.wipe();
    }
}
