package io.calsync.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl+C, or the system's wish that the program ends: what is under way ends in order, where that takes no longer than a
/// moment. What it takes longer for is understood at the next look.
final class Interruption {
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Runnable farewell = () -> {};
    private volatile boolean working;
    private volatile boolean asked;

    /// @param farewell says that it did not end in time
    void begin(Runnable farewell) {
        this.farewell = farewell;
        working = true;
    }

    void end() {
        working = false;
        over.countDown();
    }

    boolean asked() {
        return asked;
    }

    /// Asks for the end, and waits for it.
    void ask() {
        asked = true;
        try {
            if (working && !over.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) farewell.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
