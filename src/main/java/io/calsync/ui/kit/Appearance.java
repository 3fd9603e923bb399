package io.calsync.ui.kit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;

/// The theme and the size of text in use. All own colours are looked-up colours of the theme and all own sizes of text are
/// relative, so one stylesheet serves them all.
public final class Appearance implements AutoCloseable {
    /// The sizes of text there are, in percent.
    public static final List<Integer> TEXT_SIZES = List.of(100, 125, 150, 175, 200);

    private static final String SHEET = sheet("calsync.css");
    private static final double BASE_SIZE = 14;
    /// Of Windows; JavaFX knows of no other desktop whether it is set.
    private static final String SYSTEM_CONTRAST = "Windows.SPI.HighContrast";

    private final ObjectProperty<Theme> theme;
    private final IntegerProperty textSize;
    private final Subscription machine;

    /// @param textSize in percent
    public Appearance(Theme theme, int textSize) {
        this.theme = new SimpleObjectProperty<>(theme);
        this.textSize = new SimpleIntegerProperty(textSize);
        this.theme.subscribe(_ -> apply());
        this.textSize.subscribe(_ -> apply());
        this.machine = Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply())
                .and(Platform.getPreferences().subscribe(this::apply));
    }

    /// Setting it changes all windows at once.
    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// In percent; setting it changes all windows at once.
    public IntegerProperty textSize() {
        return textSize;
    }

    /// Gives a window's scene the product's own stylesheets, lets its disabled controls say why they are, and keeps the
    /// focus where the person has it.
    public void dress(Scene scene) {
        scene.getStylesheets().setAll(sheets());
        Reasons.watch(scene);
        Focus.keep(scene);
    }

    /// Follows the machine no longer, which would keep this and all that listens to it for as long as the program runs.
    @Override
    public void close() {
        machine.unsubscribe();
    }

    /// Whether text is larger than ordinary.
    public boolean isLarge() {
        return textSize.get() > TEXT_SIZES.getFirst();
    }

    /// A length in pixels that was chosen for text of the ordinary size, for the size in use.
    public double enlarged(double pixels) {
        return pixels * textSize.get() / TEXT_SIZES.getFirst();
    }

    private void apply() {
        Application.setUserAgentStylesheet(worn().sheet());
        var sheets = sheets();
        for (Window window : Window.getWindows()) {
            var worn = window.getScene().getStylesheets();
            if (worn.contains(SHEET) && !worn.equals(sheets)) worn.setAll(sheets);
        }
    }

    private List<String> sheets() {
        var sheets = new ArrayList<>(List.of(SHEET));
        worn().contrast().map(Appearance::sheet).ifPresent(sheets::add);
        if (isLarge()) sheets.add(textSheet(BASE_SIZE * textSize.get() / 100));
        return sheets;
    }

    private Theme worn() {
        var desktop = Platform.getPreferences();
        return theme.get().worn(desktop.getColorScheme() == ColorScheme.DARK,
                desktop.getBoolean(SYSTEM_CONTRAST).orElse(false));
    }

    private static String textSheet(double pixels) {
        byte[] rule = (".root { -fx-font-size: " + pixels + "px; }").getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rule);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Appearance.class.getResource(name)).toExternalForm();
    }
}
