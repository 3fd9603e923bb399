package io.calsync.ui.kit;

import java.util.HexFormat;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows what nobody foresaw: a code to copy and send, which the log has beside the whole story. Nothing gets lost and the
/// person can go on.
public final class ErrorWindow {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorWindow.class);

    private final Words words;
    private final Appearance appearance;

    public ErrorWindow(Words words, Appearance appearance) {
        this.words = words;
        this.appearance = appearance;
    }

    /// UI thread only.
    public void show(Throwable failure) {
        String code = code(failure);
        LOG.error("Unexpected, shown to the person as {}", code, failure);
        var dialogs = new Dialogs(words, appearance);
        var shown = new TextField(code);
        var dialog = dialogs.form(null, words.say("error.head"), content(shown), Action.CLOSE);
        dialog.setOnShown(_ -> shown.requestFocus());
        dialog.show();
    }

    /// The same failure at the same place always has the same code.
    static String code(Throwable failure) {
        var frames = failure.getStackTrace();
        int place = Objects.hash(failure.getClass().getName(), frames.length == 0 ? "" : frames[0].toString());
        return "CC-" + HexFormat.of().withUpperCase().toHexDigits(place);
    }

    private VBox content(TextField field) {
        field.setId("error-code");
        field.setEditable(false);
        HBox.setHgrow(field, Priority.ALWAYS);
        var box = new VBox(new Sentence(words.say("error.what")),
                new HBox(8, field, Action.COPY.button(words, () -> copy(field.getText()))));
        box.getStyleClass().add("form");
        return box;
    }

    private static void copy(String code) {
        var content = new ClipboardContent();
        content.putString(code);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
