package io.calsync.ui.settings;

import io.calsync.sync.Archive;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;

/// Where a workspace lies and how it is copied; the start-up implements it by the store.
public interface WorkspaceData {
    /// The folder of the workspace.
    Path location();

    /// Copies the running workspace into a zip file, which is there as a whole or not at all.
    void backup(Path zip) throws ProblemException;

    /// Puts a backup in the place of the workspace and shows that one; with a problem the one that was there stays.
    void restore(Path zip) throws ProblemException;

    /// The trail in files outside of the workspace.
    Archive archive();
}
