package io.calsync.app;

import io.calsync.cli.Host.Target;
import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javafx.application.Platform;

/// The way to the window: starts its toolkit and waits until it is closed.
final class Window {
    private Window() {}

    /// @param language for a workspace whose settings name none
    /// @throws ProblemException where there is no display, or what the workspace could not be opened for
    static void show(Wiring wiring, Target target, Locale language) throws ProblemException {
        if (!display()) throw noDisplay();
        var closed = new CompletableFuture<Void>();
        try (var opening = Executors.newVirtualThreadPerTaskExecutor()) {
            // The database opens and is read while the toolkit starts.
            var arrival = Arrival.begin(opening, () -> wiring.open(target));
            Platform.startup(() -> new WindowSession(wiring, language, wiring::hasKeychain, closed).begin(arrival));
            closed.get();
        } catch (UnsupportedOperationException e) {
            throw noDisplay();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) throw problem;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Where a display is missing JavaFX says so in a stack trace, on Linux only; tests bring their own platform.
    private static boolean display() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean named = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return !linux || named || System.getProperty("glass.platform") != null;
    }

    private static ProblemException noDisplay() {
        return new ProblemException(new Problem.NotPossible(Message.of("window.no-display")));
    }
}
