package io.calsync.ui.kit;

import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The way off the UI thread and back: what a person starts runs on a virtual thread, its outcome arrives on the UI
/// thread. The only class that hands work to the UI thread.
public final class Background implements AutoCloseable {
    /// For how long a person's work may go on undisturbed when the window is gone.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Consumer<Problem> problems;
    private final Consumer<Throwable> unexpected;
    private final ExecutorService threads;

    /// @param problems   shows a problem that the caller has no place for
    /// @param unexpected shows what nobody foresaw; both are called on the UI thread
    public Background(Consumer<Problem> problems, Consumer<Throwable> unexpected) {
        this.problems = problems;
        this.unexpected = unexpected;
        this.threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name("person-", 1)
                .uncaughtExceptionHandler((_, failure) -> unexpected(failure))
                .factory());
    }

    /// Work off the UI thread.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws ProblemException;
    }

    /// Work without a result.
    @FunctionalInterface
    public interface Deed {
        void run() throws ProblemException;
    }

    /// Prepares work; [Job#start] begins it.
    public <T> Job<T> call(Work<T> work) {
        return new Job<>(work);
    }

    public Job<Boolean> run(Deed deed) {
        return new Job<>(() -> {
            deed.run();
            return true;
        });
    }

    /// Runs something on the UI thread, soon.
    public void onUi(Runnable task) {
        Platform.runLater(task);
    }

    /// Shows what nobody foresaw, wherever it happened.
    public void unexpected(Throwable failure) {
        onUi(() -> unexpected.accept(failure));
    }

    /// Collects ids from any thread; however many come, `load` has one run under way at a time and `show` gets its outcome
    /// once, so a thousand changes cost the window one repaint.
    public <T> Consumer<Set<Long>> coalesced(Batch<T> load, Consumer<T> show) {
        return new Coalesced<>(load, show);
    }

    /// Turns ids into what is shown, off the UI thread.
    @FunctionalInterface
    public interface Batch<T> {
        T load(Set<Long> ids) throws ProblemException;
    }

    /// Begins nothing any more; what is under way goes on.
    public void end() {
        threads.shutdown();
    }

    /// Waits for what is under way, so not on the UI thread. What waits itself by then, such as for an answer of Cal.com, is
    /// interrupted; what writes comes to its end.
    @Override
    public void close() {
        end();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) threads.shutdownNow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        threads.close();
    }

    /// One piece of work and who hears of its outcome.
    public final class Job<T> {
        private final Work<T> work;
        private Consumer<? super T> result = _ -> {};
        private Consumer<Problem> problem = problems;
        private Runnable end = () -> {};
        private @Nullable Node resting;

        private Job(Work<T> work) {
            this.work = work;
        }

        public Job<T> result(Consumer<? super T> handler) {
            result = handler;
            return this;
        }

        /// Without a handler the problem is shown as a banner.
        public Job<T> problem(Consumer<Problem> handler) {
            problem = handler;
            return this;
        }

        /// Called last, whatever happened.
        public Job<T> always(Runnable handler) {
            end = handler;
            return this;
        }

        /// The control is disabled until the outcome is there, so that pressing it twice begins it once.
        public Job<T> resting(Node control) {
            resting = control;
            return this;
        }

        /// Begins it. What a closed window is still told of begins nothing any more.
        public void start() {
            if (threads.isShutdown()) return;
            if (resting != null) resting.setDisable(true);
            threads.execute(this::perform);
        }

        /// Before who waits hears of the outcome: they may have a reason of their own to disable it.
        private void rested() {
            if (resting != null) resting.setDisable(false);
            resting = null;
        }

        private void perform() {
            try {
                T outcome = work.run();
                onUi(() -> {
                    rested();
                    result.accept(outcome);
                });
            } catch (ProblemException failed) {
                onUi(() -> {
                    rested();
                    problem.accept(failed.problem());
                });
            } finally {
                onUi(() -> {
                    rested();
                    end.run();
                });
            }
        }
    }

    private final class Coalesced<T> implements Consumer<Set<Long>> {
        private final Batch<T> load;
        private final Consumer<T> show;
        private final Set<Long> waiting = new HashSet<>();
        private boolean busy;

        Coalesced(Batch<T> load, Consumer<T> show) {
            this.load = load;
            this.show = show;
        }

        @Override
        public void accept(Set<Long> ids) {
            synchronized (waiting) {
                waiting.addAll(ids);
                if (busy || waiting.isEmpty()) return;
                busy = true;
            }
            call(() -> load.load(taken())).result(show).always(this::next).start();
        }

        private Set<Long> taken() {
            synchronized (waiting) {
                var ids = Set.copyOf(waiting);
                waiting.clear();
                return ids;
            }
        }

        private void next() {
            synchronized (waiting) {
                busy = false;
            }
            accept(Set.of());
        }
    }
}
