package io.calsync.cli;

import io.calsync.sync.Journal;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The program around the commands, filled by its wiring.
public interface Host {
    /// Opens a workspace, making it where there is none.
    Desk open(Target target) throws ProblemException;

    /// The same, but nothing in it can be changed. One that does not exist yet is made first.
    Desk openReadOnly(Target target) throws ProblemException;

    /// Puts a backup in the place of a workspace that nobody has open.
    ///
    /// @return where the replaced database is kept
    Path restore(Target target, Path backup) throws ProblemException;

    /// Recomputes the chain of an export, with no workspace at hand.
    ///
    /// @param receipt to compare it with, null = none
    Journal.Verification verifyExport(Path export, @Nullable Path receipt) throws ProblemException;

    /// Starts a stand-in for Cal.com on this computer.
    ///
    /// @param port        0 for a free one
    /// @param services    how many event types it begins with
    /// @param selfHosted  whether it can do only what a self-hosted server can
    Running sandbox(int port, int services, boolean selfHosted) throws ProblemException;

    /// Opens the window and returns when it is closed.
    void window(Target target, Locale locale) throws ProblemException;

    /// Which workspace is meant and who works with it.
    ///
    /// @param workspace null = where this system keeps a program's data
    /// @param sample    whether the sample workspace is meant
    /// @param operator  null = the one of the workspace's settings
    record Target(@Nullable Path workspace, boolean sample, @Nullable Operator operator) {}

    /// A running sandbox.
    interface Running extends AutoCloseable {
        String baseUrl();

        @Override
        void close();
    }
}
