package io.calsync.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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

    /// How soon a Cal.com that does not answer is asked again, so that the queue goes out when it is back.
    private static final Duration PROBE = Duration.ofSeconds(5);

    private final Session session;
    private final Runs runs;
    private final Duration poll;
    private final RandomGenerator random;
    private final Consumer<Problem> problems;
    private final Consumer<RuntimeException> faults;
    private final ScheduledExecutorService timer;
    private final Set<Long> changed = new HashSet<>();
    private List<ServiceView> glimpsed = List.of();
    private String told = "";
    private volatile Consumer<List<ServiceView>> viewer = _ -> {};
    private final Runnable unsubscribe;

    /// For a person who may only look it only looks, and writes nothing.
    ///
    /// @param poll     how often Cal.com is listed, scattered by a tenth
    /// @param problems hears what stopped a run, on the timer's thread
    /// @param faults   hears there what nobody foresaw, once for as long as each run meets the same
    public Scheduler(Session session, Runs runs, Duration poll, RandomGenerator random, Consumer<Problem> problems,
            Consumer<RuntimeException> faults) {
        this.session = session;
        this.runs = runs;
        this.poll = poll;
        this.random = random;
        this.problems = problems;
        this.faults = faults;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("scheduler").daemon().factory());
        this.unsubscribe = session.operator().role().mayEdit() ? session.feed().subscribe(this::nudge) : () -> {};
    }

    /// Begins to look, when the window shows what is known.
    public void start() {
        schedule(this::look, FIRST_LOOK);
    }

    /// @param shown hears of all services whenever a person who may only look sees them otherwise, on the timer's thread
    public void onGlimpse(Consumer<List<ServiceView>> shown) {
        viewer = shown;
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
        boolean answers = true;
        try {
            answers = lookNow();
        } finally {
            long jittered = (long) (poll.toMillis() * (0.9 + 0.2 * random.nextDouble()));
            schedule(this::look, Duration.ofMillis(answers ? jittered : Math.min(jittered, PROBE.toMillis())));
        }
    }

    /// @return whether Cal.com answers
    private boolean lookNow() {
        if (!session.operator().role().mayEdit()) return attempt(this::glance);
        return attempt(() -> comeBack(runs.look().failed().keySet()));
    }

    private void glance() throws ProblemException {
        try {
            show(runs.glance());
        } catch (ProblemException failure) {
            show(runs.remembered());
            throw failure;
        }
    }

    private void show(List<ServiceView> seen) {
        if (seen.equals(glimpsed)) return;
        glimpsed = seen;
        viewer.accept(seen);
    }

    private void push() {
        Set<Long> services;
        synchronized (changed) {
            services = Set.copyOf(changed);
            changed.clear();
        }
        attempt(() -> {
            var failed = runs.push(services).failed().keySet();
            comeBack(failed);
            // Whether only these services fail or nothing answers any more is seen by looking.
            if (!failed.isEmpty()) lookNow();
        });
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
    ///
    /// @return whether Cal.com answers
    private boolean attempt(Attempted run) {
        try {
            run.run();
            told = "";
        } catch (ProblemException failure) {
            problems.accept(failure.problem());
            return !failure.problem().isOutage();
        } catch (RuntimeException fault) {
            if (!told.equals(fault.toString())) faults.accept(fault);
            told = fault.toString();
        }
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // attempt() tells what goes wrong
    private void schedule(Runnable task, Duration delay) {
        if (!timer.isShutdown()) timer.schedule(task, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    @FunctionalInterface
    private interface Attempted {
        void run() throws ProblemException;
    }
}
