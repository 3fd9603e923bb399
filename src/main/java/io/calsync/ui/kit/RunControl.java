package io.calsync.ui.kit;

import io.calsync.sync.Plan;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.Runs;
import io.calsync.sync.SyncOptions;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The run that a person started from the window: one at a time, with progress and cancel.
/// UI thread only.
public final class RunControl {
    private final Runs runs;
    private final Words words;
    private final Background background;
    private final Notices notices;
    private final LiveState state;
    private final ReadOnlyObjectWrapper<Steps.@Nullable Step> step = new ReadOnlyObjectWrapper<>();
    private @Nullable Steps steps;

    RunControl(Runs runs, Words words, Background background, Notices notices, LiveState state) {
        this.runs = runs;
        this.words = words;
        this.background = background;
        this.notices = notices;
        this.state = state;
    }

    /// Detects and pushes, and says what came of it; does nothing while a run is under way.
    public void sync(SyncOptions options) {
        begin(progress -> runs.sync(options, progress),
                report -> {
                    notices.done(RunSummary.of(report, words));
                    if (report.unlinked() > 0) notices.done(RunSummary.of(report, words), Action.UNLINKED);
                });
    }

    /// Tries refused and delayed services again.
    public void retry(Set<Long> serviceIds) {
        sync(new SyncOptions(serviceIds, ""));
    }

    /// Reads and plans, writes nothing.
    public void check(Consumer<Plan> done) {
        begin(_ -> runs.check(), done);
    }

    /// Ends the run after the service at hand.
    public void cancel() {
        if (steps != null) steps.cancel();
    }

    /// Where the run is, null while none is under way.
    public ReadOnlyObjectProperty<Steps.@Nullable Step> step() {
        return step.getReadOnlyProperty();
    }

    public boolean running() {
        return step.get() != null;
    }

    private <T> void begin(Run<T> run, Consumer<T> done) {
        if (running()) return;
        var progress = new Steps(background, newest -> {
            if (running()) step.set(newest);
        });
        steps = progress;
        step.set(new Steps.Step(0, 0, ""));
        background.call(() -> run.with(progress))
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

    @FunctionalInterface
    private interface Run<T> {
        T with(Progress progress) throws ProblemException;
    }
}
