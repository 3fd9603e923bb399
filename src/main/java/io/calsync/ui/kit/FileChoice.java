package io.calsync.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Lets the person choose a file.
public interface FileChoice {
    /// A file to save to; the system's dialog asks before an older one is replaced.
    ///
    /// @param name    suggested name of the file
    /// @param endings what it may end with, such as `.csv`, the most likely first
    /// @return empty where the person chose none
    Optional<Path> save(Window near, String title, String name, List<String> endings);

    /// A file to read.
    Optional<Path> open(Window near, String title, List<String> endings);

    /// The system's own dialog.
    static FileChoice ofSystem() {
        return new FileChoice() {
            @Override
            public Optional<Path> save(Window near, String title, String name, List<String> endings) {
                var chooser = chooser(title, endings);
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(near))
                        .map(file -> ending(file, chooser.getSelectedExtensionFilter(), endings));
            }

            @Override
            public Optional<Path> open(Window near, String title, List<String> endings) {
                return Optional.ofNullable(chooser(title, endings).showOpenDialog(near)).map(File::toPath);
            }
        };
    }

    private static FileChooser chooser(String title, List<String> endings) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        for (String ending : endings)
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*" + ending, "*" + ending));
        return chooser;
    }

    /// Not every system adds the ending of the kind that was chosen.
    private static Path ending(File file, FileChooser.ExtensionFilter chosen, List<String> endings) {
        boolean ends = endings.stream().anyMatch(file.getName()::endsWith);
        if (ends || file.getName().contains(".")) return file.toPath();
        String ending = Objects.requireNonNullElse(chosen, new FileChooser.ExtensionFilter("", endings.getFirst()))
                .getExtensions().getFirst().replace("*", "");
        return Path.of(file + ending);
    }
}
