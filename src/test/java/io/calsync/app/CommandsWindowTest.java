package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        run("screen.settings", texts.say("settings.policies"));
        until(() -> shows("#policy-exceptions"));
        run("settings.theme", texts.say("theme.dark"));
        until(() -> settings().theme().equals(Theme.DARK.name()));
        run("settings.text-size", texts.say("settings.text-size.percent", 150));
        until(() -> settings().textSize() == 150);
        run("screen.settings", texts.say("settings.appearance"));
        until(() -> shows("#text-size-150") && selected("#text-size-150") && selected("#theme-dark"));
        String other = language.equals(Locale.GERMAN) ? "en" : "de";
        String name = texts.say("settings.language." + other);
        run("settings.language", name);
        until(() -> settings().language().equals(other));
        assertEquals(texts.say("settings.language.chosen", name), text("#bar-done"));
        run("settings.text-size", texts.say("settings.text-size.percent", 100));
        until(() -> settings().textSize() == 100 && settings().language().equals(other));
        String view = texts.say("view.not-bookable");
        runs(texts.say("palette.view", view));
        until(() -> shows("#services-table") && text("#view-menu").equals(view));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> shows("#palette-list"));
        robot.interact(() -> robot.lookup("#palette-field").queryTextInputControl()
                .setText(texts.say("screen.settings").substring(0, 3)));
        picture("palette-settings");
    }

    @Test
    void syncNowIsAKeyOnEveryScreen() throws Exception {
        manager();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        look();
        until(() -> text("#bar-done").equals(texts.say("run.nothing")));
        sandbox.world().edit(eventTypes().getFirst(), doc -> doc.put("title", "Theirs"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        look();
        until(() -> text("#bar-done").equals(texts.count("run.conflicts", 1)));
        assertTrue(shows("#open-data"));
    }

    @Test
    void aViewerIsToldWhyNot() throws Exception {
        window(Operator.Role.VIEWER);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        look();
        until(() -> text("#bar-done").contains(texts.say("problem.not-allowed.viewer")));
    }

    private void run(String subject, String choice) {
        runs(texts.say("palette.choice", texts.say(subject), choice));
    }

    /// Types the beginnings of a command's words into the palette and runs what stands first.
    private void runs(String name) {
        String typed = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d ]", "")
                .replaceAll("(\\p{L}{5})\\p{L}+", "$1");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> shows("#palette-list"));
        robot.interact(() -> robot.lookup("#palette-field").queryTextInputControl().setText(typed));
        until(() -> robot.from(robot.lookup("#palette-list").queryAs(ListView.class)).lookup(".palette-line .label")
                .queryAllAs(Label.class).stream().findFirst().filter(label -> name.equals(label.getText()))
                .isPresent());
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
