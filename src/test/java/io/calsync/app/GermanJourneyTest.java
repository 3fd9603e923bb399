package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.text.Texts;
import io.calsync.ui.Shots;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// The main job in German: nothing on the way is left in English.
class GermanJourneyTest extends Journey {
    private final Set<String> english = onlyEnglish();
    private final Set<String> found = new TreeSet<>();

    @Override
    Locale language() {
        return Locale.GERMAN;
    }

    @Test
    void fromTheFirstStartToTheDecisionAndTheHistory() throws Exception {
        read();
        choose("Waschen & Styling");
        keys.press(KeyCode.ENTER);
        keys.at("field-name");
        keys.tabTo("field-duration_minutes");
        keys.write("2000");
        read();
        assertEquals("Zwischen 1 und 1440 Minuten; es sind 2000.", label("#message-duration_minutes"));
        keys.write("50");
        keys.press(KeyCode.CONTROL, KeyCode.S);
        Shots.until(() -> base("Waschen & Styling", Field.DURATION).equals(50L));
        picture("german-details");

        choose("Premium Cut");
        keys.press(KeyCode.ENTER);
        keys.at("choose-platform-name");
        read();
        picture("german-decision");
        keys.press(KeyCode.SHIFT, KeyCode.DIGIT2);
        read();
        keys.press(KeyCode.ENTER);
        Shots.until(() -> named("Standard Cut").filter(taken -> taken.status() == SyncStatus.SYNCED).isPresent());

        for (var screen : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT5, KeyCode.DIGIT4)) {
            keys.press(KeyCode.CONTROL, screen);
            if (screen == KeyCode.DIGIT3)
                Shots.until(() -> !find("#history-table", TableView.class).getItems().isEmpty());
            read();
            picture("german-" + screen.getChar());
        }
        for (var subject : SUBJECTS) {
            keys.press(KeyCode.DOWN);
            keys.at("open-" + subject);
            keys.press(KeyCode.SPACE);
            Shots.until(() -> shows("#settings-" + subject));
            read();
            picture("german-" + subject);
        }
        assertEquals(Set.of(), found);
        assertTrue(workspace.service().history().verify().whole());
    }

    /// Notes what stands there in English although there is a German text for it.
    private void read() {
        for (Window window : Window.getWindows()) collect(window.getScene().getRoot());
    }

    private void collect(Node node) {
        if (node instanceof Labeled labeled && labeled.getText() != null && english.contains(labeled.getText()))
            found.add(labeled + " " + labeled.getText());
        if (node instanceof TextInputControl input && english.contains(String.valueOf(input.getPromptText())))
            found.add(input.getPromptText());
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(this::collect);
    }

    private static Set<String> onlyEnglish() {
        var german = new Texts(Locale.GERMAN).bundle();
        var bundle = new Texts(Locale.ENGLISH).bundle();
        var words = Collections.list(german.getKeys()).stream().map(german::getString).collect(Collectors.toSet());
        return Collections.list(bundle.getKeys()).stream()
                .filter(key -> !key.startsWith("cli."))
                .map(bundle::getString)
                .filter(text -> !words.contains(text) && !text.contains("{"))
                .collect(Collectors.toSet());
    }
}
