package io.calsync.exchange;

import io.calsync.sync.FileProblem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Small files of text in UTF-8.
public final class TextFile {
    private TextFile() {}

    /// @throws ProblemException where it cannot be read, in words for the person who chose it
    public static String read(Path file) throws ProblemException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unreadable(file, e), e);
        }
    }

    /// Writes beside the file and then moves over it, so that a crash leaves the old text or the new one.
    public static void write(Path file, String text) throws ProblemException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unwritable(file, e), e);
        }
    }

    /// Gives a file another name, in place of what had that name.
    public static void move(Path file, Path target) throws ProblemException {
        try {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unwritable(file, e), e);
        }
    }
}
