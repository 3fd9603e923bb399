package io.calsync.ui.kit;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screens of the main window, in the order of the navigation. One that the start-up has no [View] for is left out.
public enum Screen {
    SERVICES(Feather.LIST, KeyCode.DIGIT1),
    REVIEW(Feather.GIT_MERGE, KeyCode.DIGIT2),
    HISTORY(Feather.ROTATE_CCW, KeyCode.DIGIT3),
    OVERVIEW(Feather.PIE_CHART, KeyCode.DIGIT5),
    SETTINGS(Feather.SETTINGS, KeyCode.DIGIT4);

    private final Ikon icon;
    private final KeyCombination keys;

    Screen(Ikon icon, KeyCode digit) {
        this.icon = icon;
        this.keys = new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN);
    }

    public Ikon icon() {
        return icon;
    }

    public KeyCombination keys() {
        return keys;
    }

    /// Key of its name in the texts.
    public String key() {
        return "screen." + name().toLowerCase(Locale.ROOT);
    }
}
