package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Problem;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.UiContext;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Saves one service's edit off the UI thread, and asks where someone else saved first.
final class Saving {
    private final UiContext ui;
    private final Node near;

    Saving(UiContext ui, Node near) {
        this.ui = ui;
        this.near = near;
    }

    /// Who hears how it came out.
    ///
    /// @param refused what may not be saved, by field
    /// @param dropped the person took the newer values instead
    /// @param ended   called whatever happened, before a question is answered
    record Listener(Runnable saved, Consumer<Map<Field, Message>> refused, Runnable dropped, Runnable ended) {}

    /// @param seen the values that the person saw when they began
    void save(ServiceView service, Values seen, Patch patch, Listener listener) {
        ui.background()
                .call(() -> ui.sync().editing().save(service.id(), seen, patch))
                .result(saved -> {
                    ui.notices().problem().set(null);
                    ui.services().put(saved);
                    ui.notices().done(ui.words().say("steps.saved", saved.name()), Action.UNDO_STEP);
                    listener.saved.run();
                })
                .problem(problem -> failed(problem, service, seen, patch, listener))
                .always(listener.ended)
                .start();
    }

    private void failed(Problem problem, ServiceView service, Values seen, Patch patch, Listener listener) {
        switch (problem) {
            case Problem.Invalid(Map<Field, Message> fields) -> listener.refused.accept(fields);
            case Problem.Stale _ -> ui.background()
                    .call(() -> ui.sync().catalogue().get(service.id()))
                    .result(newer -> stale(newer, seen, patch, listener))
                    .start();
            default -> ui.notices().show(problem);
        }
    }

    /// Someone else saved first: both versions side by side, and nothing is lost whatever the person chooses.
    private void stale(ServiceView newer, Values seen, Patch patch, Listener listener) {
        ui.services().put(newer);
        new StaleDialog(ui).show(near, newer, seen, patch, () -> save(newer, newer.values(), patch, listener),
                listener.dropped);
    }
}
