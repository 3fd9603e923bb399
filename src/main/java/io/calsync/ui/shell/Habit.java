package io.calsync.ui.shell;

import io.calsync.ui.kit.Screen;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Keys that are no action of their own, as the help lists them.
enum Habit {
    OPEN(Screen.SERVICES, "Enter"),
    INTO_LIST(Screen.SERVICES, "↓"),
    BACK(Screen.SERVICES, "Esc"),
    NEXT(Screen.REVIEW, "J"),
    PREVIOUS(Screen.REVIEW, "K"),
    FIELDS(Screen.REVIEW, "↑ ↓"),
    PLATFORM(Screen.REVIEW, "1"),
    CALCOM(Screen.REVIEW, "2"),
    ACCEPT(Screen.REVIEW, "3"),
    ALL_SIDES(Screen.REVIEW, "Shift+1, Shift+2"),
    APPLY(Screen.REVIEW, "Enter"),
    LATER(Screen.REVIEW, "Esc");

    private final Screen screen;
    private final String keys;

    Habit(Screen screen, String keys) {
        this.screen = screen;
        this.keys = keys;
    }

    static List<Habit> on(Screen screen) {
        return Arrays.stream(values()).filter(habit -> habit.screen == screen).toList();
    }

    String keys() {
        return keys;
    }

    /// Key of what they do, in the texts.
    String key() {
        return "habit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
