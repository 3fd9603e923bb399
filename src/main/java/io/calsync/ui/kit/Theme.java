package io.calsync.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;

/// The colours of the window. SYSTEM follows the desktop.
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK,
    /// White and bright colours on black.
    HIGH_CONTRAST;

    /// Key of its name in the texts.
    public String key() {
        return "theme." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param systemIsDark what the desktop prefers
    String sheet(boolean systemIsDark) {
        boolean dark = this == DARK || this == HIGH_CONTRAST || this == SYSTEM && systemIsDark;
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }
}
