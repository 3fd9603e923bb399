package io.calsync.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The note `console.lock` beside the database that says which process has it open. Only for people to read: what keeps
/// a second console out is the database's own lock on its file.
record Holder(Path note) {
    static Holder in(Path directory) {
        return new Holder(directory.resolve("console.lock"));
    }

    void arrive() throws IOException {
        Files.writeString(note, Long.toString(ProcessHandle.current().pid()));
    }

    /// A note that cannot be removed does no harm: the process it names is gone.
    void leave() {
        note.toFile().delete();
    }

    /// Whether the last process to come went without closing the workspace, or has not gone yet.
    boolean isLeft() {
        return Files.exists(note);
    }

    /// Number and program of the process, "" where there is no note or no such process any more.
    String name() {
        try {
            long pid = Long.parseLong(Files.readString(note).strip());
            return ProcessHandle.of(pid)
                    .map(process -> pid + process.info().command().map(Path::of)
                            .map(path -> " (" + path.getFileName() + ")").orElse(""))
                    .orElse("");
        } catch (IOException | NumberFormatException _) {
            return "";
        }
    }
}
