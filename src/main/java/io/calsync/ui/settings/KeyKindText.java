package io.calsync.ui.settings;

import io.calsync.ui.kit.Words;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The kinds of key in words.
final class KeyKindText extends StringConverter<KeyKind> {
    private final Words words;

    KeyKindText(Words words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable KeyKind kind) {
        return kind == null ? "" : words.say("settings.key." + kind.id());
    }

    @Override
    public KeyKind fromString(String text) {
        throw new UnsupportedOperationException("a kind of key is chosen, not typed");
    }
}
