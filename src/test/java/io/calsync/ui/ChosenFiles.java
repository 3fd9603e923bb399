package io.calsync.ui;

import io.calsync.ui.kit.FileChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.stage.Window;

/// A person who has decided beforehand which files to choose: those that were added, one after the other, then none.
public final class ChosenFiles implements FileChoice {
    private final Queue<Path> chosen = new ConcurrentLinkedQueue<>();

    /// The names that were proposed.
    public final List<String> proposed = new ArrayList<>();

    public void choose(Path file) {
        chosen.add(file);
    }

    @Override
    public Optional<Path> save(Window near, String title, String name, List<String> endings) {
        proposed.add(name);
        return Optional.ofNullable(chosen.poll());
    }

    @Override
    public Optional<Path> open(Window near, String title, List<String> endings) {
        return Optional.ofNullable(chosen.poll());
    }
}
