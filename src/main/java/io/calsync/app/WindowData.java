package io.calsync.app;

import io.calsync.sync.ProblemException;
import io.calsync.sync.Setup;
import io.calsync.ui.settings.WorkspaceData;
import java.nio.file.Path;

/// Where the window's workspace lies and how it is copied.
record WindowData(Path location, Setup setup) implements WorkspaceData {
    @Override
    public void backup(Path zip) throws ProblemException {
        setup.backup(zip);
    }
}
