package io.calsync.ui.kit;

import io.calsync.sync.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The progress of work in the background, as the window shows it. Only the newest step is handed to the UI thread, however
/// fast they come.
public final class Steps implements Progress {
    private final Background background;
    private final Consumer<Step> show;
    private final AtomicReference<@Nullable Step> newest = new AtomicReference<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /// How far the work is.
    ///
    /// @param total   0 while it is not known
    /// @param service the one at hand, "" before the first
    public record Step(int done, int total, String service) {}

    /// @param show called on the UI thread
    public Steps(Background background, Consumer<Step> show) {
        this.background = background;
        this.show = show;
    }

    @Override
    public void at(int done, int total, String service) {
        if (newest.getAndSet(new Step(done, total, service)) == null) background.onUi(this::showNewest);
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    /// Asks the work to end soon.
    public void cancel() {
        cancelled.set(true);
    }

    private void showNewest() {
        var step = newest.getAndSet(null);
        if (step != null) show.accept(step);
    }
}
