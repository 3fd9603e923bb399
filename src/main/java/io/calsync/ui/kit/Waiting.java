package io.calsync.ui.kit;

import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/// Work that is mostly done at once; a dialog with its progress opens only where it takes longer.
public final class Waiting {
    private static final Duration PATIENCE = Duration.millis(400);

    private final UiContext ui;
    private final Node near;

    public Waiting(UiContext ui, Node near) {
        this.ui = ui;
        this.near = near;
    }

    /// Work that tells how far it is.
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws ProblemException;
    }

    /// @param done also called with what came of it until the person ended it
    public <T> void during(String title, Work<T> work, Consumer<T> done) {
        var row = new ProgressRow(ui.words(), ui.clock());
        var steps = new Steps(ui.background(), row::show);
        row.begin("");
        var dialog = ui.dialogs().form(near, title, row, Action.CANCEL_RUN);
        dialog.setOnCloseRequest(_ -> steps.cancel());
        var patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(_ -> dialog.show());
        patience.play();
        ui.background().call(() -> work.run(steps)).result(done).always(() -> {
            patience.stop();
            dialog.close();
        }).start();
    }
}
