package io.calsync.store;

import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The copies that a workspace makes of itself: one a day in its folder `backups`, the newest five kept.
///
/// @param folder made with the first copy
record Backups(Path folder) {
    private static final int KEPT = 5;
    private static final Duration EVERY = Duration.ofDays(1);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("console-(\\d{8}-\\d{6})-entry-(\\d{1,18})\\.zip");

    static Backups of(Path workspace) {
        return new Backups(workspace.resolve("backups"));
    }

    /// One copy, as its name tells.
    ///
    /// @param at      to the second
    /// @param entries how far the audit trail had come
    record Backup(Path file, Instant at, long entries) {
        private static Stream<Backup> parse(Path file) {
            var name = NAME.matcher(String.valueOf(file.getFileName()));
            if (!name.matches()) return Stream.empty();
            try {
                return Stream.of(new Backup(file, STAMP.parse(name.group(1), Instant::from),
                        Long.parseLong(name.group(2))));
            } catch (DateTimeException otherFile) {
                return Stream.empty();
            }
        }
    }

    /// Makes the copy itself.
    @FunctionalInterface
    interface Copying {
        void into(Path zip) throws ProblemException;
    }

    Optional<Backup> newest() throws IOException {
        return all().stream().findFirst();
    }

    /// Makes a copy where the newest is a day old and something was written since. One that a clock which was ahead has dated
    /// in the future counts only when its time has come, and is kept until then.
    ///
    /// @param entries how far the audit trail has come
    void makeDaily(Instant now, long entries, Copying copying) throws IOException, ProblemException {
        var newest = until(now).stream().findFirst();
        boolean fresh = newest.filter(copy -> copy.at().plus(EVERY).isAfter(now)).isPresent();
        if (fresh || entries == newest.map(Backup::entries).orElse(0L)) return;
        Files.createDirectories(folder);
        copying.into(folder.resolve("console-" + STAMP.format(now) + "-entry-" + entries + ".zip"));
        for (Backup old : until(now).stream().skip(KEPT).toList()) Files.delete(old.file());
    }

    private List<Backup> until(Instant now) throws IOException {
        return all().stream().filter(copy -> !copy.at().isAfter(now)).toList();
    }

    /// The newest first.
    private List<Backup> all() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.flatMap(Backup::parse).sorted(Comparator.comparing(Backup::at).reversed()).toList();
        }
    }
}
