package io.calsync.exchange;

import io.calsync.sync.FileProblem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/// Writes lists of services. A file is there whole or not at all, and an older one of that name stays until then.
public final class ListFile {
    private final Texts texts;
    private final TimeText times;
    private final Instant now;

    /// @param now printed on pages
    public ListFile(Texts texts, TimeText times, Instant now) {
        this.texts = texts;
        this.times = times;
        this.now = now;
    }

    /// Writes a list in the format that the file's name ends with.
    ///
    /// @return false where the person cancelled it, and nothing was written
    /// @throws ProblemException where the name has no known ending or the file cannot be written
    public boolean write(ServiceList list, Path file, Progress progress) throws ProblemException {
        var format = FileFormat.of(file);
        return whole(file, out -> {
            var cells = new CellText(texts, times);
            switch (format) {
                case CSV -> new CsvWriting(out, CsvWriting.separator(texts.locale()))
                        .list(list, texts, cells, progress);
                case XLSX -> new XlsxWriting(texts, cells).list(list, out, progress);
                case PDF -> new PdfWriting(texts, cells).list(list, times.exact(now), out, progress);
            }
            return !progress.cancelled();
        });
    }

    /// Writes the audit trail of a service as a PDF.
    public void write(TrailPaper trail, Path file) throws ProblemException {
        whole(file, out -> {
            new PdfWriting(texts, new CellText(texts, times)).trail(trail, times.exact(now), out);
            return true;
        });
    }

    /// Writes beside the file and moves what is complete into its place.
    static boolean whole(Path file, Content content) throws ProblemException {
        var target = file.toAbsolutePath();
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
                if (!content.into(out)) return false;
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unwritable(target, e), e);
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) throws ProblemException {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unwritable(part, e), e);
        }
    }

    /// What a file is to hold.
    @FunctionalInterface
    interface Content {
        /// @return whether it is complete
        boolean into(OutputStream out) throws IOException, ProblemException;
    }
}
