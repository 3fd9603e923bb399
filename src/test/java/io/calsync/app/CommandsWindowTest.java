package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.Theme;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What can be done from every screen, by a name or a key.
class CommandsWindowTest extends SandboxWindow {
    @Test
    void pagesThemesTextSizesLanguagesAndViewsAreCommands() throws Exception {
        manager();
        run("settings rules", "Settings: Rules");
        until(() -> shows("#policy-exceptions"));
        run("dark", "Colours: Dark");
        until(() -> settings().theme().equals(Theme.DARK.name()));
        run("150", "Size of text: 150 %");
        until(() -> settings().textSize() == 150);
        run("settings appear", "Settings: Appearance");
        until(() -> shows("#text-size-150") && selected("#text-size-150") && selected("#theme-dark"));
        run("deutsch", "Language: Deutsch");
        until(() -> settings().language().equals("de"));
        assertTrue(text("#bar-done").startsWith("Language: Deutsch."), text("#bar-done"));
        run("size of text 100", "Size of text: 100 %");
        until(() -> settings().textSize() == 100 && settings().language().equals("de"));
        run("show not book", "Show view “Not bookable”");
        until(() -> shows("#services-table") && text("#view-menu").equals("Not bookable"));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> shows("#palette-list"));
        robot.interact(() -> robot.lookup("#palette-field").queryTextInputControl().setText("set"));
        picture("palette-settings");
    }

    @Test
    void syncNowIsAKeyOnEveryScreen() throws Exception {
        manager();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        look();
        until(() -> text("#bar-done").equals("everything agrees"));
        sandbox.world().edit(eventTypes().getFirst(), doc -> doc.put("title", "Theirs"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        look();
        until(() -> text("#bar-done").equals("1 waits for a decision"));
        assertTrue(shows("#open-data"));
    }

    @Test
    void aViewerIsToldWhyNot() throws Exception {
        window(Operator.Role.VIEWER, Locale.ENGLISH);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        look();
        until(() -> text("#bar-done").contains("As a viewer you may look"));
    }

    /// Types into the palette and runs what stands first.
    private void run(String typed, String name) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> shows("#palette-list"));
        robot.interact(() -> robot.lookup("#palette-field").queryTextInputControl().setText(typed));
        until(() -> robot.from(robot.lookup("#palette-list").queryAs(ListView.class)).lookup(".palette-line .label")
                .queryAllAs(Label.class).stream().findFirst().filter(label -> name.equals(label.getText())).isPresent());
        robot.push(KeyCode.ENTER);
        until(() -> !shows("#palette-list"));
    }

    private boolean selected(String radio) {
        return robot.lookup(radio).queryAs(RadioButton.class).isSelected();
    }

    private Settings settings() {
        try {
            return new SettingsFile(folder).load();
        } catch (ProblemException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
