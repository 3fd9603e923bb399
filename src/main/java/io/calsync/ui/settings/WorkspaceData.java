package io.calsync.ui.settings;

import io.calsync.sync.ProblemException;
import java.nio.file.Path;

/// Where a workspace lies and how it is copied; the start-up implements it by the store.
public interface WorkspaceData {
    /// The folder of the workspace.
    Path location();

    /// Copies the running workspace into a zip file, which is there as a whole or not at all.
    void backup(Path zip) throws ProblemException;
}
