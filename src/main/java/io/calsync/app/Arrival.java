package io.calsync.app;

import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.Background.Work;
import io.calsync.ui.kit.Reading;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// A workspace that is being opened, and the reading of its services, for which nobody waits before the window is made.
record Arrival(Future<OpenWorkspace> workspace, Work<Reading> services) {
    /// Opens and reads while the toolkit starts.
    static Arrival begin(ExecutorService threads, Callable<OpenWorkspace> opening) {
        var workspace = threads.submit(opening);
        var reading = threads.submit(() -> Reading.of(workspace.get().service()));
        return new Arrival(workspace, () -> outcome(reading));
    }

    static Arrival of(OpenWorkspace workspace) {
        return new Arrival(CompletableFuture.completedFuture(workspace), () -> Reading.of(workspace.service()));
    }

    private static Reading outcome(Future<Reading> reading) throws ProblemException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) throw problem;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
