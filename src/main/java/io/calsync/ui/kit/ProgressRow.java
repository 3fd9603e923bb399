package io.calsync.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How far work is.
public final class ProgressRow extends HBox {
    private final Words words;
    private final ProgressBar bar = new ProgressBar();
    private final Label label = new Label();

    public ProgressRow(Words words) {
        this.words = words;
        setId("file-progress");
        getStyleClass().add("file-progress");
        setAlignment(Pos.CENTER_LEFT);
        bar.setAccessibleText(words.say("file.progress"));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().addAll(bar, label);
    }

    public void begin(String text) {
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        label.setText(text);
    }

    public void show(Steps.Step step) {
        bar.setProgress((double) step.done() / Math.max(1, step.total()));
        label.setText(words.say("file.step", step.done(), step.total(), step.service()));
    }
}
