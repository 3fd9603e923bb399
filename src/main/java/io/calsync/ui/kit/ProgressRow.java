package io.calsync.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How far work is, and how long it will take.
public final class ProgressRow extends HBox {
    /// Before that an estimate is a guess.
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Words words;
    private final InstantSource clock;
    private final ProgressBar bar = new ProgressBar();
    private final Label label = new Sentence("");
    private Instant begun = Instant.EPOCH;

    public ProgressRow(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
        setId("file-progress");
        getStyleClass().add("file-progress");
        setAlignment(Pos.CENTER_LEFT);
        bar.setAccessibleText(words.say("file.progress"));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().addAll(bar, label);
    }

    public void begin(String text) {
        begun = clock.instant();
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        label.setText(text);
    }

    public void show(Steps.Step step) {
        bar.setProgress((double) step.done() / Math.max(1, step.total()));
        var took = Duration.between(begun, clock.instant());
        if (step.done() == 0 || step.done() >= step.total() || took.compareTo(SETTLED) < 0)
            label.setText(words.say("file.step", step.done(), step.total(), step.service()));
        else {
            var left = took.multipliedBy(step.total() - step.done()).dividedBy(step.done());
            label.setText(words.say("file.step.left", step.done(), step.total(), words.times().about(left),
                    step.service()));
        }
    }
}
