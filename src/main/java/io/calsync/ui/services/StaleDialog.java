package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Sentence;
import io.calsync.ui.kit.UiContext;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Someone else saved first: per field what it was, what they made of it and what the person wants.
final class StaleDialog {
    private final UiContext ui;

    StaleDialog(UiContext ui) {
        this.ui = ui;
    }

    /// What the person wants.
    enum Answer {
        SAVE_MINE,
        TAKE_THEIRS,
        KEEP_EDITING
    }

    /// @param opened what the person saw when they began
    /// @param patch  what they want
    /// @param answer hears their answer, once
    void show(Node near, ServiceView newer, Values opened, Patch patch, Consumer<Answer> answer) {
        var words = ui.words();
        var body = new VBox(new Sentence(words.say("stale.text", newer.name())), table(newer, opened, patch));
        body.getStyleClass().addAll("dialog-text", "dialog-wide");
        var dialog = ui.dialogs().form(near, words.say("stale.title"), body, Action.KEEP_EDITING);
        ui.dialogs().confirm(dialog, Action.SAVE_OVER, () -> answer.accept(Answer.SAVE_MINE));
        ui.dialogs().confirm(dialog, Action.TAKE_THEIRS, ButtonData.OTHER, () -> answer.accept(Answer.TAKE_THEIRS));
        // Escape and the window's own button end it by this one too.
        dialog.resultProperty().subscribe(result -> {
            if (result != null && result.getButtonData().isCancelButton()) answer.accept(Answer.KEEP_EDITING);
        });
        dialog.show();
    }

    private GridPane table(ServiceView newer, Values opened, Patch patch) {
        var grid = new GridPane();
        grid.setId("stale-table");
        grid.getStyleClass().add("comparison");
        var words = ui.words();
        grid.addRow(0, head(""), head(words.say("stale.before")), head(words.say("stale.theirs")),
                head(words.say("stale.mine")));
        int line = 1;
        for (Field field : patch.fields()) {
            var theirs = new Sentence(words.values().show(field, newer.values().raw(field)));
            if (!Objects.equals(newer.values().raw(field), opened.raw(field))) theirs.getStyleClass().add("strong");
            grid.addRow(
                    line++,
                    head(words.texts().label(field)),
                    new Sentence(words.values().show(field, opened.raw(field))),
                    theirs,
                    new Sentence(words.values().show(field, patch.to().get(field))));
        }
        return grid;
    }

    /// Values go on in further lines rather than what names them.
    private static Label head(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
