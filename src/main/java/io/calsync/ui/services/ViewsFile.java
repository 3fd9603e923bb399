package io.calsync.ui.services;

import io.calsync.exchange.TextFile;
import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A workspace's `views.json`.
///
/// @param file null = views last as long as the window
public record ViewsFile(@Nullable Path file) {
    /// The one of a workspace.
    ///
    /// @param workspace its folder
    public static ViewsFile of(Path workspace) {
        return new ViewsFile(workspace.resolve("views.json"));
    }

    KeptViews load() throws ProblemException {
        if (file == null || !Files.exists(file)) return KeptViews.NONE;
        return ViewsJson.read(file.toString(), TextFile.read(file));
    }

    void save(KeptViews views) throws ProblemException {
        if (file != null) TextFile.write(file, ViewsJson.write(views));
    }

    /// Puts an unreadable file out of the way of the next save.
    void setAside() throws ProblemException {
        if (file != null) TextFile.move(file, file.resolveSibling("views-unreadable.json"));
    }
}
