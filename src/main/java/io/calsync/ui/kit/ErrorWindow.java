package io.calsync.ui.kit;

import java.util.HexFormat;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
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
        var stage = new Stage();
        stage.setTitle(words.say("error.title"));
        stage.setScene(new Scene(content(stage, code)));
        appearance.dress(stage.getScene());
        stage.getScene().setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) stage.close();
        });
        stage.show();
    }

    /// The same failure at the same place always has the same code.
    static String code(Throwable failure) {
        var frames = failure.getStackTrace();
        int place = Objects.hash(failure.getClass().getName(), frames.length == 0 ? "" : frames[0].toString());
        return "CC-" + HexFormat.of().withUpperCase().toHexDigits(place);
    }

    private VBox content(Stage stage, String code) {
        var head = new Label(words.say("error.head"));
        head.getStyleClass().add("dialog-head");
        var what = new Label(words.say("error.what"));
        what.setWrapText(true);
        var field = new TextField(code);
        field.setId("error-code");
        field.setEditable(false);
        HBox.setHgrow(field, Priority.ALWAYS);
        var copy = Action.COPY.button(words, () -> copy(code));
        var close = Action.CLOSE.button(words, stage::close);
        close.setDefaultButton(true);
        var end = new HBox(close);
        end.setAlignment(Pos.CENTER_RIGHT);
        var box = new VBox(head, what, new HBox(8, field, copy), end);
        box.getStyleClass().add("error-window");
        return box;
    }

    private static void copy(String code) {
        var content = new ClipboardContent();
        content.putString(code);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
