package io.calsync.app;

import io.calsync.sync.Archive;
import io.calsync.sync.ProblemException;
import io.calsync.ui.settings.WorkspaceData;
import java.nio.file.Path;

/// Where the window's workspace lies, how it is copied, and how a copy takes its place.
///
/// @param restoring takes the place with a backup and shows what is there then
record WindowData(OpenWorkspace workspace, Restoring restoring) implements WorkspaceData {
    /// What the window does for it.
    @FunctionalInterface
    interface Restoring {
        void from(Path zip) throws ProblemException;
    }

    @Override
    public Path location() {
        return workspace.ground().directory();
    }

    @Override
    public void backup(Path zip) throws ProblemException {
        workspace.setup().backup(zip);
    }

    @Override
    public void restore(Path zip) throws ProblemException {
        restoring.from(zip);
    }

    @Override
    public Archive archive() {
        return workspace.archive();
    }
}
