package io.calsync.ui.kit;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys of a menu item, which a menu would else show by their English names.
final class ShownKeys extends KeyCombination {
    private final KeyCombination keys;
    private final String shown;

    ShownKeys(KeyCombination keys, String shown) {
        super(keys.getShift(), keys.getControl(), keys.getAlt(), keys.getMeta(), keys.getShortcut());
        this.keys = keys;
        this.shown = shown;
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    @Override
    public String getDisplayText() {
        return shown;
    }
}
