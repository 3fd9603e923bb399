package io.calsync.ui.kit;

import io.calsync.sync.Plan;
import io.calsync.sync.Problem;
import io.calsync.sync.Progress;
import io.calsync.sync.Report;
import io.calsync.sync.Runs;
import io.calsync.sync.SyncOptions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The run that a person started from the window: one at a time, with progress and cancel.
/// UI thread only.
public final class RunControl {
    private final Runs runs;
    private final Background background;
    private final Notices notices;
    private final LiveState state;
    private final ReadOnlyObjectWrapper<@Nullable Step> step = new ReadOnlyObjectWrapper<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /// How far the run is.
    ///
    /// @param total   0 while it is not known
    /// @param service the one at hand, "" before the first
    public record Step(int done, int total, String service) {}

    RunControl(Runs runs, Background background, Notices notices, LiveState state) {
        this.runs = runs;
        this.background = background;
        this.notices = notices;
        this.state = state;
    }

    /// Detects and pushes; does nothing while a run is under way.
    public void sync(SyncOptions options, Consumer<Report> done) {
        begin(() -> runs.sync(options, new Reported()), done);
    }

    /// Tries refused and delayed services again.
    public void retry(Set<Long> serviceIds, Consumer<Report> done) {
        sync(new SyncOptions(serviceIds, ""), done);
    }

    /// Reads and plans, writes nothing.
    public void check(Consumer<Plan> done) {
        begin(runs::check, done);
    }

    /// Ends the run after the service at hand.
    public void cancel() {
        cancelled.set(true);
    }

    /// Where the run is, null while none is under way.
    public ReadOnlyObjectProperty<@Nullable Step> step() {
        return step.getReadOnlyProperty();
    }

    public boolean running() {
        return step.get() != null;
    }

    private <T> void begin(Background.Work<T> work, Consumer<T> done) {
        if (running()) return;
        cancelled.set(false);
        step.set(new Step(0, 0, ""));
        background.call(work)
                .result(outcome -> {
                    notices.problem().set(null);
                    step.set(null);
                    done.accept(outcome);
                })
                .problem(this::stopped)
                .always(this::ended)
                .start();
    }

    /// A guard is part of how it stands, and shown from there.
    private void stopped(Problem problem) {
        if (!(problem instanceof Problem.Stopped)) notices.show(problem);
    }

    private void ended() {
        step.set(null);
        state.renew();
    }

    /// Hands only the newest step to the UI thread, however fast they come.
    private final class Reported implements Progress {
        private final AtomicReference<@Nullable Step> newest = new AtomicReference<>();

        @Override
        public void at(int done, int total, String service) {
            if (newest.getAndSet(new Step(done, total, service)) == null) background.onUi(this::show);
        }

        @Override
        public boolean cancelled() {
            return cancelled.get();
        }

        private void show() {
            var latest = newest.getAndSet(null);
            if (running() && latest != null) step.set(latest);
        }
    }
}
