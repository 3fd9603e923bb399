package io.calsync.exchange;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.Locale;

/// What a list of services can be written as.
public enum FileFormat {
    CSV,
    XLSX,
    PDF;

    /// Its ending, such as `.csv`.
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /// The format that a file's name ends with.
    ///
    /// @throws ProblemException naming the endings there are
    public static FileFormat of(Path file) throws ProblemException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (FileFormat format : values()) if (name.endsWith(format.ending())) return format;
        throw new ProblemException(new Problem.NotPossible(Message.of("file.format", file)));
    }
}
