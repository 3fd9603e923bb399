package io.calsync.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far the database had come, noted on the disk beside it after each commit. Two notes take turns, so that a torn one
/// leaves the one before it.
///
/// It answers what the file itself cannot. H2 has no checksum over what it writes last: a power cut can leave a commit
/// that nobody was told of half written and looking whole; and a file that lost its end opens as it was before.
final class HighWater implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HighWater.class);
    private static final int LENGTH = 100;

    private final Path place;
    /// No channel: that would be closed for good by the first interrupted thread that writes.
    private final RandomAccessFile file;
    private Mark newest;
    private boolean isGivenUp;

    private HighWater(Path place, RandomAccessFile file, Mark newest) {
        this.place = place;
        this.file = file;
        this.newest = newest;
    }

    /// @param turn    counts the notes
    /// @param length  of the database file when this was on the disk, in bytes; it only grows until it is written anew
    /// @param entries of the audit trail
    /// @param at      when the last of them was written
    record Mark(long turn, long length, long entries, Instant at) {
        private static final Mark NONE = new Mark(0, 0, 0, Instant.EPOCH);

        private String text() {
            return turn + " " + length + " " + entries + " " + at;
        }

        private static Stream<Mark> parse(String line) {
            var parts = line.strip().split(" ", -1);
            if (parts.length != 5) return Stream.empty();
            try {
                var mark = new Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]),
                        Instant.parse(parts[3]));
                return parts[4].equals(checksum(mark.text())) ? Stream.of(mark) : Stream.empty();
            } catch (NumberFormatException | DateTimeException torn) {
                return Stream.empty();
            }
        }
    }

    static Path in(Path directory) {
        return directory.resolve("console.mark");
    }

    /// The newest whole note; empty where there is none.
    static Optional<Mark> read(Path directory) throws IOException {
        var file = in(directory);
        if (!Files.exists(file)) return Optional.empty();
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .flatMap(Mark::parse)
                .max(Comparator.comparingLong(Mark::turn));
    }

    static HighWater open(Path directory) throws IOException {
        var newest = read(directory).orElse(Mark.NONE);
        return new HighWater(in(directory), new RandomAccessFile(in(directory).toFile(), "rw"), newest);
    }

    /// Takes off what a process that was killed, or a power cut, left behind the last commit that was acknowledged: it is
    /// whole or not, and H2 does not always see which. Where a process has the file open, this leaves it alone.
    static void cut(H2File database) throws IOException {
        var saved = read(database.directory()).orElse(Mark.NONE);
        if (saved.length() == 0 || saved.length() >= database.length()) return;
        try (var file = FileChannel.open(database.file(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = file.tryLock()) {
            if (lock != null) file.truncate(saved.length()).force(true);
        } catch (OverlappingFileLockException openInThisProcess) {
            LOG.debug("{} is in use", database.file());
        }
    }

    /// On the disk when this returns. Where that fails, there is no mark any more: by an old one, [#cut] would take off what
    /// was committed since.
    void reached(long length, long entries, Instant at) {
        if (isGivenUp) return;
        var mark = new Mark(newest.turn() + 1, length, entries, at);
        try {
            write(mark);
            newest = mark;
        } catch (IOException e) {
            LOG.warn("{} cannot be written and is removed: {}", place, e.toString());
            giveUp();
        }
    }

    /// The file has another length, its content is the same.
    void resized(long length) {
        if (newest.turn() > 0 && newest.length() != length) reached(length, newest.entries(), newest.at());
    }

    private void write(Mark mark) throws IOException {
        String text = mark.text() + " " + checksum(mark.text());
        file.seek(mark.turn() % 2 * LENGTH);
        file.write(("%-" + (LENGTH - 1) + "s\n").formatted(text).getBytes(StandardCharsets.US_ASCII));
        file.getFD().sync();
    }

    private void giveUp() {
        isGivenUp = true;
        close();
        if (!place.toFile().delete()) LOG.error("{} is out of date and cannot be removed: remove it", place);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("{} was not closed: {}", place, e.toString());
        }
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(crc.getValue());
    }
}
