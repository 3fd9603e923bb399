package io.calsync.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

/// How far the trail had come, noted in a file beside the database after each commit. A damaged database can open in the
/// state of an earlier commit, and only something outside of it tells that from a whole one.
///
/// Two notes take turns, so that a torn one leaves the one before it. They reach the disk when the database is closed,
/// else when the operating system sees fit: a power cut can leave an older note, which proves less but nothing wrong.
final class HighWater implements AutoCloseable {
    private static final int LENGTH = 80;

    private final FileChannel file;

    private HighWater(FileChannel file) {
        this.file = file;
    }

    /// The newest entry that was acknowledged.
    record Mark(long entries, Instant at) {
        private String text() {
            return entries + " " + at;
        }

        private static Stream<Mark> parse(String line) {
            var parts = line.strip().split(" ", -1);
            if (parts.length != 3) return Stream.empty();
            try {
                var mark = new Mark(Long.parseLong(parts[0]), Instant.parse(parts[1]));
                return parts[2].equals(checksum(mark.text())) ? Stream.of(mark) : Stream.empty();
            } catch (NumberFormatException | DateTimeException torn) {
                return Stream.empty();
            }
        }
    }

    /// The newest whole note; empty where there is none.
    static Optional<Mark> read(Path directory) throws IOException {
        var file = in(directory);
        if (!Files.exists(file)) return Optional.empty();
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .flatMap(Mark::parse)
                .max(Comparator.comparingLong(Mark::entries));
    }

    static HighWater open(Path directory) throws IOException {
        return new HighWater(FileChannel.open(in(directory), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    void reached(Mark mark) throws IOException {
        String text = mark.text() + " " + checksum(mark.text());
        var line = ByteBuffer.wrap(("%-" + (LENGTH - 1) + "s\n").formatted(text).getBytes(StandardCharsets.US_ASCII));
        long place = mark.entries() % 2 * LENGTH;
        while (line.hasRemaining()) file.write(line, place + line.position());
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.force(true);
        }
    }

    static Path in(Path directory) {
        return directory.resolve("console.mark");
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(crc.getValue());
    }
}
