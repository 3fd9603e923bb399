package io.calsync.ui.kit;

import io.calsync.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the FXML that stands beside a controller under the controller's name.
public final class Fxml {
    private Fxml() {}

    /// @param controller already made; the FXML names none
    /// @return the root of the FXML
    public static Parent load(Object controller, Texts texts) {
        var type = controller.getClass();
        var loader = new FXMLLoader(type.getResource(type.getSimpleName() + ".fxml"), texts.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(type.getSimpleName() + ".fxml cannot be loaded", broken);
        }
    }
}
