package io.calsync.sync;

import io.calsync.domain.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file or folder that cannot be read or written, in words.
public final class FileProblem {
    private FileProblem() {}

    public static Problem unreadable(Path file, IOException why) {
        return new Problem.NotPossible(switch (why) {
            case NoSuchFileException _ -> Message.of("file.missing", file);
            case AccessDeniedException _ -> Message.of("file.not-readable", file);
            default -> Message.of("file.unreadable", file, reason(why));
        });
    }

    public static Problem unwritable(Path file, IOException why) {
        if (isFull(why)) return new Problem.StoreFull(file.toString());
        return new Problem.NotPossible(switch (why) {
            case NoSuchFileException _ -> Message.of("file.no-folder", file);
            case AccessDeniedException _ -> Message.of("file.not-writable", file);
            default -> Message.of("file.unwritable", file, reason(why));
        });
    }

    /// The same for the folder of a workspace.
    public static Problem unusable(Path folder, IOException why) {
        if (isFull(why)) return new Problem.StoreFull(folder.toString());
        return new Problem.StoreUnusable(switch (why) {
            case FileAlreadyExistsException _ -> Message.of("problem.store-folder.file", folder);
            case AccessDeniedException _ -> Message.of("problem.store-folder.denied", folder);
            default -> Message.of("problem.store-folder", folder, reason(why));
        });
    }

    /// Whether the disk had no space left, in the words of Linux and macOS or of Windows.
    public static boolean isFull(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String text = cause instanceof IOException ? String.valueOf(cause.getMessage()) : "";
            if (text.contains("No space left") || text.contains("not enough space")) return true;
        }
        return false;
    }

    /// The system's own words, without the name of the file.
    public static String reason(IOException why) {
        String said = why instanceof FileSystemException system ? system.getReason() : why.getMessage();
        return said == null ? why.getClass().getSimpleName().replaceAll("Exception$", "") : said;
    }
}
