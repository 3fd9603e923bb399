package io.calsync.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The log of one workspace: `log/calsync.0.log` and two older ones, a megabyte each. A workspace that cannot be written
/// to has none.
final class LogFile implements AutoCloseable {
    private static final int BYTES = 1_000_000;
    private static final int FILES = 3;

    private final Logger root = Logger.getLogger("");
    private final Optional<Handler> handler;

    LogFile(Path workspace) {
        handler = open(workspace);
        handler.ifPresent(root::addHandler);
    }

    /// Sends nothing of any library's log to the terminal.
    static void silence() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.INFO);
    }

    @Override
    public void close() {
        handler.ifPresent(open -> {
            root.removeHandler(open);
            open.close();
        });
    }

    private static Optional<Handler> open(Path workspace) {
        try {
            var folder = Files.createDirectories(workspace.resolve("log"));
            var file = new FileHandler(folder.toString().replace("%", "%%") + "/calsync.%g.log", BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            return Optional.of(file);
        } catch (IOException notWritable) {
            return Optional.empty();
        }
    }
}
