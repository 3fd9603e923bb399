package io.calsync.ui.settings;

import io.calsync.ui.settings.Connector.Key;
import java.util.Locale;

/// Where a key comes from and is kept, as the person chooses it.
enum KeyKind {
    KEYCHAIN,
    SESSION,
    ENVIRONMENT,
    COMMAND;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the key itself is typed.
    boolean typed() {
        return this == KEYCHAIN || this == SESSION;
    }

    /// @param reference the variable's name or the command
    Key key(String secret, String reference) {
        return switch (this) {
            case KEYCHAIN -> new Key.Typed(secret, true);
            case SESSION -> new Key.Typed(secret, false);
            case ENVIRONMENT -> new Key.Environment(reference);
            case COMMAND -> new Key.Command(reference);
        };
    }
}
