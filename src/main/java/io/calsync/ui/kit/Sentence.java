package io.calsync.ui.kit;

import javafx.scene.control.Label;

/// A label that goes on in further lines and is never cut.
public final class Sentence extends Label {
    public Sentence(String text, String... styleClasses) {
        super(text);
        getStyleClass().addAll(styleClasses);
        setWrapText(true);
        // A label that wraps reports one line as its least height and would be cut off.
        setMinHeight(USE_PREF_SIZE);
    }
}
