package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Dialogs.Question;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import javafx.scene.Node;

/// Switches a service off or on, after saying what that means for customers.
final class ActiveSwitch {
    private final UiContext ui;

    ActiveSwitch(UiContext ui) {
        this.ui = ui;
    }

    void ask(Node near, ServiceView service) {
        boolean off = service.active();
        var words = ui.words();
        var question = new Question(
                words.say(off ? "deactivate.title" : "activate.title", service.name()),
                List.of(words.say(off ? "look.inactive.means" : "look.active.means"), words.say("active.pushed")),
                off ? Action.DEACTIVATE : Action.ACTIVATE,
                Action.CANCEL);
        var edit = Patch.of(Field.ACTIVE, !off);
        ui.dialogs().ask(near, question, () -> ui.background()
                .call(() -> ui.sync().editing().save(service.id(), service.values(), edit))
                .result(saved -> {
                    ui.services().put(saved);
                    ui.notices().done(words.say("steps.saved", saved.name()), Action.UNDO_STEP);
                })
                .start());
    }
}
