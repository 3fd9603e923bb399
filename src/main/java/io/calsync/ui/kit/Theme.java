package io.calsync.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Optional;

/// The colours of the window. SYSTEM follows the desktop.
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK,
    /// White and bright colours on black.
    HIGH_CONTRAST,
    /// Black and deep colours on white.
    HIGH_CONTRAST_LIGHT;

    /// Key of its name in the texts.
    public String key() {
        return "theme." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is worn: itself, or for SYSTEM what the desktop prefers.
    Theme worn(boolean dark, boolean highContrast) {
        if (this != SYSTEM) return this;
        if (highContrast) return dark ? HIGH_CONTRAST : HIGH_CONTRAST_LIGHT;
        return dark ? DARK : LIGHT;
    }

    /// The theme's stylesheet.
    String sheet() {
        return this == DARK || this == HIGH_CONTRAST ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
    }

    /// The name of the stylesheet that replaces its colours by stronger ones.
    Optional<String> contrast() {
        return switch (this) {
            case HIGH_CONTRAST -> Optional.of("contrast.css");
            case HIGH_CONTRAST_LIGHT -> Optional.of("contrast-light.css");
            case SYSTEM, LIGHT, DARK -> Optional.empty();
        };
    }
}
