package io.calsync.exchange;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that cannot be read or written, in words.
final class FileProblem {
    private FileProblem() {}

    static Problem unreadable(Path file, IOException why) {
        return new Problem.NotPossible(switch (why) {
            case NoSuchFileException _ -> Message.of("file.missing", file);
            case AccessDeniedException _ -> Message.of("file.not-readable", file);
            default -> Message.of("file.unreadable", file, String.valueOf(why.getMessage()));
        });
    }

    static Problem unwritable(Path file, IOException why) {
        return new Problem.NotPossible(switch (why) {
            case NoSuchFileException _ -> Message.of("file.no-folder", file);
            case AccessDeniedException _ -> Message.of("file.not-writable", file);
            default -> Message.of("file.unwritable", file, String.valueOf(why.getMessage()));
        });
    }
}
