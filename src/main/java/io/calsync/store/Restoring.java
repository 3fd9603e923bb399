package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.FileProblem;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// Puts a backup in the place of a workspace's database. At every moment one whole database has its name, and the
/// replaced one stays beside it.
final class Restoring {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final H2File database;
    private final H2File draft;
    private final InstantSource clock;

    Restoring(Path directory, InstantSource clock) {
        this.directory = directory;
        this.database = new H2File(directory.resolve("console"));
        this.draft = new H2File(directory.resolve("console-restore"));
        this.clock = clock;
    }

    /// @return where the replaced database is now; the place of the database itself where there was none
    Path replace(Path zip) throws ProblemException {
        return with(zip, () -> {
            if (database.exists()) database.checkFree();
            return swap();
        });
    }

    /// Unpacks and verifies the backup, and leaves everything as it is.
    void check(Path zip) throws ProblemException {
        with(zip, () -> zip);
    }

    private Path with(Path zip, Deed deed) throws ProblemException {
        try {
            Files.createDirectories(directory);
            unpack(zip);
            verify(zip);
            return deed.perform();
        } catch (IOException e) {
            throw new ProblemException(new Problem.NotPossible(
                    Message.of("restore.not-written", directory, FileProblem.reason(e))), e);
        } finally {
            // Gone where it took its place; else a copy of what the backup holds anyway.
            draft.file().toFile().delete();
        }
    }

    private void unpack(Path zip) throws ProblemException, IOException {
        try (var file = new ZipFile(zip.toFile())) {
            var entry = file.stream().filter(each -> each.getName().endsWith(".mv.db")).findFirst()
                    .orElseThrow(() -> new IOException("no database in it"));
            try (var content = new CheckedInputStream(file.getInputStream(entry), new CRC32())) {
                Files.copy(content, draft.file(), StandardCopyOption.REPLACE_EXISTING);
                if (content.getChecksum().getValue() != entry.getCrc()) throw new IOException("damaged");
            }
        } catch (IOException e) {
            if (e instanceof NoSuchFileException) throw new ProblemException(FileProblem.unreadable(zip, e), e);
            throw noBackup(zip, e);
        }
        WholeFile.sync(draft.file());
    }

    private void verify(Path zip) throws ProblemException {
        try {
            checkVersion(zip);
            try (var copy = new Database(draft, null, clock, Message::key)) {
                var found = new StoredJournal(copy).verify();
                if (!found.whole()) {
                    var broken = Message.of("restore.broken", zip, found.problems().size());
                    throw new ProblemException(new Problem.NotVerified(broken));
                }
            }
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NotPossible || e.problem() instanceof Problem.NotVerified) throw e;
            throw noBackup(zip, e);
        }
    }

    private void checkVersion(Path zip) throws ProblemException {
        var pool = draft.connect(true);
        try (Handle handle = Jdbi.open(pool)) {
            int version = Schema.CURRENT.check(handle);
            if (version == 0 || version > Schema.CURRENT.latest())
                throw refusal(Message.of("restore.other-version", zip, version, Schema.CURRENT.latest()));
        } catch (JdbiException e) {
            throw noBackup(zip, e);
        } finally {
            pool.dispose();
        }
    }

    /// The note of how far the trail had come is about the replaced one; without it nothing is missed in a backup.
    private Path swap() throws IOException {
        if (!database.exists()) {
            Files.deleteIfExists(HighWater.in(directory));
            Files.move(draft.file(), database.file(), StandardCopyOption.ATOMIC_MOVE);
            return database.file();
        }
        var kept = free("console-replaced-" + STAMP.format(clock.instant()));
        Files.copy(database.file(), kept);
        WholeFile.sync(kept);
        Files.deleteIfExists(HighWater.in(directory));
        Files.move(draft.file(), database.file(), StandardCopyOption.ATOMIC_MOVE);
        return kept;
    }

    /// Two restores in one second keep two databases.
    private Path free(String name) {
        var file = directory.resolve(name + ".mv.db");
        for (int other = 2; Files.isRegularFile(file); other++) file = directory.resolve(name + "-" + other + ".mv.db");
        return file;
    }

    /// What is done with a verified backup.
    @FunctionalInterface
    private interface Deed {
        Path perform() throws ProblemException, IOException;
    }

    private static ProblemException noBackup(Path zip, Exception cause) {
        return new ProblemException(new Problem.NotPossible(Message.of("restore.not-a-backup", zip)), cause);
    }

    private static ProblemException refusal(Message why) {
        return new ProblemException(new Problem.NotPossible(why));
    }
}
