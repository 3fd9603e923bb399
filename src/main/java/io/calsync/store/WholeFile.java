package io.calsync.store;

import io.calsync.sync.FileProblem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files for people outside of the workspace: there as a whole and on the disk, or not at all.
final class WholeFile {
    private WholeFile() {}

    /// Fills a draft.
    @FunctionalInterface
    interface Filling {
        void into(Path draft) throws IOException, ProblemException;
    }

    static void write(Path file, Filling filling) throws ProblemException {
        var draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            // Whoever fills it need not tell apart why the place is none to write to.
            Files.write(draft, new byte[0]);
            filling.into(draft);
            sync(draft);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unwritable(file, e), e);
        } finally {
            // Nothing where the move succeeded; what remains after a failure is a torso that nobody can use.
            draft.toFile().delete();
        }
    }

    static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static ProblemException failed(Path file, IOException e) {
        return new ProblemException(FileProblem.unusable(file, e), e);
    }
}
