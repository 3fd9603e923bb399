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
    private boolean asking;

    Saving(UiContext ui, Node near) {
        this.ui = ui;
        this.near = near;
    }

    /// Who hears how it came out.
    ///
    /// @param refused what may not be saved, by field
    /// @param dropped the person took the newer values instead
    /// @param ended   called once it is over, also where a question was answered
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
                .always(() -> ended(listener))
                .start();
    }

    private void failed(Problem problem, ServiceView service, Values seen, Patch patch, Listener listener) {
        switch (problem) {
            case Problem.Invalid(Map<Field, Message> fields) -> listener.refused.accept(fields);
            case Problem.Stale _ -> {
                asking = true;
                ui.background()
                        .call(() -> ui.sync().catalogue().get(service.id()))
                        .result(newer -> stale(newer, seen, patch, listener))
                        .problem(unread -> {
                            asking = false;
                            ui.notices().show(unread);
                        })
                        .always(() -> ended(listener))
                        .start();
            }
            default -> ui.notices().show(problem);
        }
    }

    private void ended(Listener listener) {
        if (!asking) listener.ended.run();
    }

    /// Someone else saved first: both versions side by side, and nothing is lost whatever the person chooses.
    private void stale(ServiceView newer, Values seen, Patch patch, Listener listener) {
        ui.services().put(newer);
        new StaleDialog(ui).show(near, newer, seen, patch, answer -> {
            asking = false;
            switch (answer) {
                case SAVE_MINE -> save(newer, newer.values(), patch, listener);
                case TAKE_THEIRS -> {
                    listener.dropped.run();
                    ended(listener);
                }
                case KEEP_EDITING -> ended(listener);
            }
        });
    }
}
