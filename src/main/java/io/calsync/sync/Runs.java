package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/// Looks at Cal.com, plans, pushes. Runs that write take turns on one engine thread; a check goes beside them. The engine
/// thread is a virtual one, because nothing else ends its wait for an answer before the answer comes.
public final class Runs implements AutoCloseable {
    private final Session session;
    private final Engine engine;
    private final RunNotes notes;
    private final ExecutorService thread;
    private volatile boolean closed;

    public Runs(Session session, RandomGenerator random) {
        this.session = session;
        this.engine = new Engine(session, new Backoff(random));
        this.notes = new RunNotes(session);
        this.thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("engine").factory());
    }

    /// What a force would do.
    ///
    /// @param replaces values of Cal.com that would be replaced, by service id and field, as they were seen
    /// @param leftOut  how many fields it leaves out, by reason
    public record ForcePreview(Map<Long, Map<Field, Object>> replaces, Map<Message, Integer> leftOut) {
        public int count() {
            return replaces.values().stream().mapToInt(Map::size).sum();
        }
    }

    /// Reads and plans. Sends only GET requests and writes nothing anywhere.
    public Plan check() throws ProblemException {
        return new Detector(session).check();
    }

    /// All services as a sync would find them now. Sends only GET requests and takes note of nothing.
    public List<ServiceView> glance() throws ProblemException {
        return engine.glance();
    }

    /// The same while Cal.com does not answer: what others change in the workspace is seen all the same. No request.
    public List<ServiceView> remembered() throws ProblemException {
        return engine.remembered();
    }

    /// Detects every change, lets the policies act, and pushes what is due.
    ///
    /// @throws ProblemException with [Problem.Stopped] where a guard stops it before it changed anything
    public Report sync(SyncOptions options, Progress progress) throws ProblemException {
        session.mayEdit();
        if (!options.passGuard().isEmpty()) session.mayDecide();
        return asked(RunNotes.Kind.SYNC, () -> engine.sync(options, ending(progress)));
    }

    /// The same by itself, as the window does every minute. One that finds nothing leaves no report.
    public Report look() throws ProblemException {
        session.mayEdit();
        var report = inTurn(() -> engine.sync(SyncOptions.PLAIN, ending(Progress.NONE)));
        notes.byItself(RunNotes.Kind.SYNC, report);
        return report;
    }

    /// Pushes what is due of some services without listing first.
    public Report push(Set<Long> serviceIds) throws ProblemException {
        session.mayEdit();
        var report = inTurn(() -> engine.push(serviceIds, ending(Progress.NONE)));
        notes.byItself(RunNotes.Kind.PUSH, report);
        return report;
    }

    /// What a force would replace. Sends only GET requests.
    public ForcePreview previewForce() throws ProblemException {
        session.mayDecide();
        return new Force(session).preview();
    }

    /// Pushes the Platform's values over the Cal.com values that were shown; one that is another by now stays a conflict.
    public Report force(ForcePreview shown, Progress progress) throws ProblemException {
        session.mayDecide();
        return asked(RunNotes.Kind.FORCE, () -> engine.force(shown, SyncOptions.PLAIN, ending(progress)));
    }

    /// How many requests may still go; empty where no Cal.com is connected.
    public Optional<EventTypes.Budget> budget() {
        return session.connection().map(cal -> cal.eventTypes().budget());
    }

    /// About how long the pushes of so many services take, a read and a write for each; from memory.
    public Duration untilPushed(int services) {
        return session.connection().map(cal -> cal.eventTypes().untilSent(2 * services)).orElse(Duration.ZERO);
    }

    /// How it stands, from memory and database; no request.
    public SyncState state() throws ProblemException {
        int waiting = session.platform().pending();
        var eta = untilPushed(waiting);
        var connection = session.connection().map(Session.Cal::connection).orElse(null);
        return new SyncState(connection, engine.checked(), waiting, eta, budget().orElse(null), engine.guard(),
                engine.problem(), engine.since());
    }

    /// Ends the run under way without waiting for it; who waits for a turn that does not come any more hears that it was cancelled.
    @Override
    public void close() {
        closed = true;
        for (Runnable waiting : thread.shutdownNow()) if (waiting instanceof Future<?> turn) turn.cancel(false);
    }

    /// A run ends early also where this is closed, or where nobody waits for it any more.
    private Progress ending(Progress progress) {
        return new Progress() {
            @Override
            public void at(int done, int total, String service) {
                progress.at(done, total, service);
            }

            @Override
            public boolean cancelled() {
                return closed || Thread.currentThread().isInterrupted() || progress.cancelled();
            }
        };
    }

    /// A run that a person asked for leaves a report, whatever came of it.
    private Report asked(RunNotes.Kind kind, Callable<Report> run) throws ProblemException {
        try {
            var report = inTurn(run);
            notes.asked(kind, report);
            return report;
        } catch (ProblemException failure) {
            notes.failed(failure.problem());
            throw failure;
        }
    }

    private Report inTurn(Callable<Report> run) throws ProblemException {
        var future = thread.submit(run);
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return Report.notBegun();
        } catch (CancellationException ended) {
            return Report.notBegun();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ProblemException problem) throw problem;
            throw new IllegalStateException(failure.getCause());
        }
    }
}
