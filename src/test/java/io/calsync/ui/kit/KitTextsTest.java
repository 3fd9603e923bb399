package io.calsync.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.SyncStatus;
import io.calsync.sync.Cause;
import io.calsync.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever adds an action, a screen, a status or a theme learns here which texts it needs.
class KitTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyConstantHasItsWords(String language) {
        var bundle = new Texts(Locale.of(language)).bundle();
        var missing = needed().stream().filter(key -> bundle.getString(key).equals("[" + key + "]")).toList();
        assertEquals(List.of(), missing, "paste these into window_" + language + ".properties");
    }

    private static List<String> needed() {
        var keys = new ArrayList<String>();
        for (Action action : Action.values()) keys.addAll(List.of(action.key(), action.key() + ".tip"));
        for (SyncStatus status : SyncStatus.values()) add(keys, StatusLook.of(status));
        for (boolean on : new boolean[]{true, false}) {
            add(keys, StatusLook.ofActive(on));
            add(keys, StatusLook.ofOnline(on));
            add(keys, StatusLook.ofBookable(on));
        }
        Arrays.stream(Screen.values()).map(Screen::key).forEach(keys::add);
        Arrays.stream(Theme.values()).map(Theme::key).forEach(keys::add);
        for (var source : Cause.Source.values()) keys.add("source." + source.name().toLowerCase(Locale.ROOT));
        return keys;
    }

    private static void add(List<String> keys, StatusLook look) {
        keys.addAll(List.of(look.key(), look.meaning()));
    }
}
