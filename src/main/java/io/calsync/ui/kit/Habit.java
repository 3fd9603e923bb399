package io.calsync.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keys on one screen that are no [Action] of their own. The screen asks for them by these constants and the help lists
/// them, so that both know the same keys.
public enum Habit {
    INTO_LIST(Screen.SERVICES, plain(KeyCode.DOWN), plain(KeyCode.ENTER)),
    OPEN(Screen.SERVICES, plain(KeyCode.ENTER)),
    BACK(Screen.SERVICES, plain(KeyCode.ESCAPE)),
    EDIT_CELL(Screen.SERVICES, plain(KeyCode.F2)),
    SAVE_CELL(Screen.SERVICES, plain(KeyCode.ENTER)),
    NEXT_CELL(Screen.SERVICES, plain(KeyCode.TAB)),
    CELL_BEFORE(Screen.SERVICES, shift(KeyCode.TAB)),
    LEAVE_CELL(Screen.SERVICES, plain(KeyCode.ESCAPE)),
    CLOSE_GROUP(Screen.SERVICES, plain(KeyCode.LEFT)),
    OPEN_GROUP(Screen.SERVICES, plain(KeyCode.RIGHT)),
    TURN_GROUP(Screen.SERVICES, plain(KeyCode.SPACE), plain(KeyCode.ENTER)),
    MARK(Screen.SERVICES, plain(KeyCode.SPACE)),
    COLUMN_UP(Screen.SERVICES, new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN)),
    COLUMN_DOWN(Screen.SERVICES, new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN)),
    NEXT(Screen.REVIEW, plain(KeyCode.J)),
    PREVIOUS(Screen.REVIEW, plain(KeyCode.K)),
    BELOW(Screen.REVIEW, plain(KeyCode.DOWN)),
    ABOVE(Screen.REVIEW, plain(KeyCode.UP)),
    PLATFORM(Screen.REVIEW, plain(KeyCode.DIGIT1), plain(KeyCode.NUMPAD1)),
    CALCOM(Screen.REVIEW, plain(KeyCode.DIGIT2), plain(KeyCode.NUMPAD2)),
    ACCEPT(Screen.REVIEW, plain(KeyCode.DIGIT3), plain(KeyCode.NUMPAD3)),
    ALL_PLATFORM(Screen.REVIEW, shift(KeyCode.DIGIT1)),
    ALL_CALCOM(Screen.REVIEW, shift(KeyCode.DIGIT2)),
    ALL_ACCEPT(Screen.REVIEW, shift(KeyCode.DIGIT3)),
    GONE_DEACTIVATE(Screen.REVIEW, plain(KeyCode.DIGIT1), plain(KeyCode.NUMPAD1)),
    GONE_CREATE(Screen.REVIEW, plain(KeyCode.DIGIT2), plain(KeyCode.NUMPAD2)),
    GONE_WAIT(Screen.REVIEW, plain(KeyCode.DIGIT3), plain(KeyCode.NUMPAD3)),
    APPLY(Screen.REVIEW, plain(KeyCode.ENTER)),
    LATER(Screen.REVIEW, plain(KeyCode.ESCAPE));

    private final Screen screen;
    private final List<KeyCodeCombination> keys;

    Habit(Screen screen, KeyCodeCombination... keys) {
        this.screen = screen;
        this.keys = List.of(keys);
    }

    /// Those of a screen, in the order of the help.
    public static List<Habit> on(Screen screen) {
        return Arrays.stream(values()).filter(habit -> habit.screen == screen).toList();
    }

    /// What a key means, null where it means nothing.
    public static <T> @Nullable T meaning(Map<Habit, T> meanings, KeyEvent key) {
        for (var each : meanings.entrySet()) if (each.getKey().is(key)) return each.getValue();
        return null;
    }

    public Screen screen() {
        return screen;
    }

    /// Whether the key is one of it.
    public boolean is(KeyEvent key) {
        return keys.stream().anyMatch(each -> each.match(key));
    }

    /// Its keys as they are printed on a keyboard; the numbers stand for those of the number pad too.
    public String show(Words words) {
        return keys.stream().filter(each -> !each.getCode().isKeypadKey()).map(words::show)
                .collect(Collectors.joining("  "));
    }

    /// Key of what it does, in the texts.
    public String key() {
        return "habit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static KeyCodeCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCodeCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }
}
