package io.calsync.app;

import io.calsync.cli.Host.Target;
import io.calsync.store.Workspace;
import java.nio.file.Path;

/// What an open workspace stands on, whichever Cal.com it is connected with.
///
/// @param sample whether it is the sample
record Ground(Target target, Path directory, boolean sample, Workspace workspace, SampleCalCom sampleCalCom,
        LogFile log)
        implements AutoCloseable {
    SettingsFile settings() {
        return new SettingsFile(directory);
    }

    @Override
    public void close() {
        sampleCalCom.close();
        workspace.close();
        log.close();
    }
}
