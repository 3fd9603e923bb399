package io.calsync.ui.settings;

import io.calsync.sync.Problem;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.UiContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One subject of the settings: a title, a sentence on what it is about, and its controls.
abstract class Section extends VBox {
    final UiContext ctx;

    /// @param name of its texts: `settings.NAME` and `settings.NAME.means`
    Section(UiContext ctx, String name) {
        this.ctx = ctx;
        setId("settings-" + name);
        getStyleClass().add("settings-section");
        getChildren().addAll(line(say("settings." + name), "screen-title"),
                line(say("settings." + name + ".means"), "muted"));
    }

    /// Shows what holds now; called whenever the section comes into sight.
    void shown() {}

    final String say(String key, Object... args) {
        return ctx.words().say(key, args);
    }

    static Label line(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// Why only a manager may do something here, null for a manager.
    final @Nullable String notAllowed() {
        var role = ctx.operator().role();
        return role.mayDecide() ? null : say(new Problem.NotAllowed(role).message().key());
    }

    /// A button for something that only a manager may do.
    final Button managers(Action action, Runnable perform) {
        var button = action.button(ctx.words(), perform);
        action.available(button, ctx.words(), notAllowed());
        return button;
    }
}
