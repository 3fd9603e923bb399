package io.calsync.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// A strip that says something until it is settled, with what the person can do about it.
public final class Banner extends Wrap {
    /// How grave it is.
    public enum Tone {
        INFO("banner-info", Feather.INFO),
        WARNING("banner-warning", Feather.ALERT_TRIANGLE),
        DANGER("banner-danger", Feather.ALERT_OCTAGON);

        private final String styleClass;
        private final Ikon icon;

        Tone(String styleClass, Ikon icon) {
            this.styleClass = styleClass;
            this.icon = icon;
        }
    }

    private static final double PART_WIDTH = 150;

    private final VBox sentences = new VBox();

    public Banner(String id, Tone tone) {
        setId(id);
        getStyleClass().addAll("banner", tone.styleClass);
        sentences.getStyleClass().add("banner-text");
        HBox.setHgrow(sentences, Priority.ALWAYS);
        getChildren().addAll(Icons.of(tone.icon), sentences);
    }

    /// Adds a sentence; the first stands out.
    public Banner say(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        // A label that wraps reports one line as its least height and would be cut off.
        label.setMinHeight(USE_PREF_SIZE);
        if (sentences.getChildren().isEmpty()) label.getStyleClass().add("banner-head");
        sentences.getChildren().add(label);
        return this;
    }

    /// Adds a sentence under a heading of its own, in line with the other parts.
    public Banner part(String heading, String sentence) {
        var head = new Label(heading);
        head.getStyleClass().add("muted");
        head.setMinWidth(PART_WIDTH);
        var text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(head, text);
        line.getStyleClass().add("banner-part");
        sentences.getChildren().add(line);
        return this;
    }

    public Banner with(Button button) {
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().add(button);
        return this;
    }
}
