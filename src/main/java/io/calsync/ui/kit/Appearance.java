package io.calsync.ui.kit;

import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// The theme in use. All own colours are looked-up colours of the theme, so one stylesheet serves light and dark.
public final class Appearance {
    private static final String SHEET =
            Objects.requireNonNull(Appearance.class.getResource("calsync.css")).toExternalForm();

    private final ObjectProperty<Theme> theme;

    public Appearance(Theme theme) {
        this.theme = new SimpleObjectProperty<>(theme);
        this.theme.subscribe(_ -> apply());
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    /// Setting it changes all windows at once.
    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// Gives a window's scene the product's own stylesheet, lets its disabled controls say why they are, and keeps the
    /// focus where the person has it.
    public static void dress(Scene scene) {
        scene.getStylesheets().add(SHEET);
        Reasons.watch(scene);
        Focus.keep(scene);
    }

    private void apply() {
        boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        Application.setUserAgentStylesheet(theme.get().sheet(dark));
    }
}
