package io.calsync.ui.services;

import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.Sentence;
import io.calsync.ui.kit.UiContext;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for the name of a view.
record ViewNameDialog(UiContext ui, ShownView view) {
    /// @param action  its title and its confirming button
    /// @param present the name it has
    void ask(Node near, Action action, String present, Consumer<String> named) {
        var words = ui.words();
        var name = new TextField(present);
        name.setId("view-name");
        name.setPromptText(words.say("view.name.example"));
        name.setAccessibleText(words.say("view.name"));
        var problem = new Sentence("", "field-message");
        problem.setId("view-name-problem");
        var form = new VBox(new Label(words.say("view.name")), name, problem,
                new Sentence(words.say("view.name.note"), "muted"));
        form.getStyleClass().add("form");
        var dialog = ui.dialogs().form(near, words.say("view.name.title"), form, Action.CANCEL);
        var confirm = ui.dialogs().confirm(dialog, action, () -> named.accept(name.getText().strip()));
        name.textProperty().subscribe(typed -> {
            String wanted = typed.strip();
            boolean taken = !wanted.equalsIgnoreCase(present) && !view.isFree(wanted);
            boolean tooLong = wanted.length() > SavedView.LONGEST_NAME;
            problem.setText(taken ? words.say("view.name.taken")
                    : tooLong ? words.say("view.name.long", SavedView.LONGEST_NAME) : "");
            Dialogs.fit(dialog);
            confirm.setDisable(taken || !SavedView.isName(wanted));
        });
        dialog.setOnShown(_ -> name.requestFocus());
        dialog.show();
    }
}
