package io.calsync.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Lets the person choose a file to save to.
@FunctionalInterface
public interface FileChoice {
    /// @param name suggested name of the file
    /// @return empty where the person chose none
    Optional<Path> save(Window near, String title, String name);

    /// The system's own dialog.
    static FileChoice ofSystem() {
        return (near, title, name) -> {
            var chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialFileName(name);
            return Optional.ofNullable(chooser.showSaveDialog(near)).map(file -> file.toPath());
        };
    }
}
