package io.calsync.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Keeps an open window in step from its start on: looks at Cal.com every so often, pushes what was just changed at once, and comes back to
/// what failed when its pause is over.
public final class Scheduler implements AutoCloseable {
    /// Several edits in a row become one PATCH.
    private static final Duration GATHER = Duration.ofMillis(300);

    /// What is known is drawn before Cal.com is asked.
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private final Session session;
    private final Runs runs;
    private final Duration poll;
    private final RandomGenerator random;
    private final Consumer<Problem> problems;
    private final ScheduledExecutorService timer;
    private final Set<Long> changed = new HashSet<>();
    private final Runnable unsubscribe;

    /// Does nothing for a person who may only look.
    ///
    /// @param poll     how often Cal.com is listed, scattered by a tenth
    /// @param problems hears what stopped a run, on the timer's thread
    public Scheduler(Session session, Runs runs, Duration poll, RandomGenerator random, Consumer<Problem> problems) {
        this.session = session;
        this.runs = runs;
        this.poll = poll;
        this.random = random;
        this.problems = problems;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("scheduler").daemon().factory());
        this.unsubscribe = session.operator().role().mayEdit() ? session.feed().subscribe(this::nudge) : () -> {};
    }

    /// Begins to look, when the window shows what is known.
    public void start() {
        if (session.operator().role().mayEdit()) schedule(this::look, FIRST_LOOK);
    }

    @Override
    public void close() {
        unsubscribe.run();
        timer.shutdownNow();
    }

    private void nudge(Set<Long> services) {
        synchronized (changed) {
            boolean waiting = !changed.isEmpty();
            changed.addAll(services);
            if (!waiting) schedule(this::push, GATHER);
        }
    }

    private void look() {
        attempt(() -> {
            var report = runs.look();
            comeBack(report.failed().keySet());
        });
        long jittered = (long) (poll.toMillis() * (0.9 + 0.2 * random.nextDouble()));
        schedule(this::look, Duration.ofMillis(jittered));
    }

    private void push() {
        Set<Long> services;
        synchronized (changed) {
            services = Set.copyOf(changed);
            changed.clear();
        }
        attempt(() -> comeBack(runs.push(services).failed().keySet()));
    }

    private void comeBack(Set<Long> failed) throws ProblemException {
        var now = session.clock().instant();
        for (long id : failed) {
            if (session.rows().get(id).attempt().next() instanceof Instant next) {
                schedule(() -> nudge(Set.of(id)), Duration.between(now, next).plusMillis(50));
            }
        }
    }

    /// A run that ended in a problem is told and forgotten; the next look comes by itself.
    private void attempt(Attempted run) {
        try {
            run.run();
        } catch (ProblemException failure) {
            problems.accept(failure.problem());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // attempt() tells what goes wrong; an Error ends the process
    private void schedule(Runnable task, Duration delay) {
        if (!timer.isShutdown()) timer.schedule(task, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    @FunctionalInterface
    private interface Attempted {
        void run() throws ProblemException;
    }
}
