package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.FileProblem;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// Finds or makes the database of a workspace. A new one and a migrated one are made beside it and moved into place when
/// they are whole, so that a crash on the way leaves what was there before.
final class Opening {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final H2File database;
    private final H2File draft;
    private final Schema schema;
    private final InstantSource clock;

    Opening(Path directory, Schema schema, InstantSource clock) {
        this.directory = directory;
        this.database = new H2File(directory.resolve("console"));
        this.draft = new H2File(directory.resolve("console-new"));
        this.schema = schema;
        this.clock = clock;
    }

    /// The database as it may be opened: of the newest version, and whole as far as a look tells.
    H2File open() throws ProblemException {
        try {
            Files.createDirectories(directory);
            if (!database.exists()) {
                Damage.of(database).checkGone();
                create();
            }
            if (Holder.in(directory).isLeft()) HighWater.cut(database);
            int version = look();
            if (version < schema.latest()) migrate(version);
            return database;
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unusable(directory, e), e);
        }
    }

    H2File openReadOnly() throws ProblemException {
        if (!database.exists()) throw unusable(Message.of("problem.store-missing", database.file()));
        try {
            int version = look();
            if (version == schema.latest()) return database;
            throw unusable(Message.of("problem.store-older", database.file(), version, schema.latest()));
        } catch (ProblemException e) {
            boolean damaged = e.problem() instanceof Problem.StoreDamaged;
            if (!damaged || !Holder.in(directory).isLeft() || !Damage.of(database).isUnfinished()) throw e;
            throw unusable(Message.of("problem.store-unfinished", database.file()), e);
        }
    }

    /// The file's version. Looked up without writing, because opened for writing H2 changes even a file that is refused.
    ///
    /// @throws ProblemException where the file is damaged, lacks what was saved in it, or was made by a newer console
    private int look() throws ProblemException {
        var pool = database.connect(true);
        try (Handle handle = Jdbi.open(pool)) {
            int version = schema.check(handle);
            if (version == 0) throw Damage.of(database).empty();
            if (version <= schema.latest()) {
                Damage.of(database).check(Trail.length(handle));
                if (version == schema.latest() && Holder.in(directory).isLeft()) readAll(handle);
                return version;
            }
            throw unusable(Message.of("problem.store-newer", database.file(), version, schema.latest()));
        } catch (JdbiException | Json.Unreadable e) {
            throw Damage.of(database).unreadable(Errors.detail(e), e);
        } finally {
            pool.dispose();
        }
    }

    /// After a process that did not close it every line is read once, so that damage is told now and not in the middle of
    /// the work.
    private static void readAll(Handle handle) {
        ServiceTable.all(handle);
        try (var entries = handle.createQuery(Trail.SELECT).map((row, _) -> Trail.entry(row).audit()).iterator()) {
            while (entries.hasNext()) entries.next();
        }
    }

    private void create() throws IOException, ProblemException {
        Files.deleteIfExists(draft.file());
        migrateDraft();
        Files.move(draft.file(), database.file());
    }

    private void migrate(int from) throws IOException, ProblemException {
        var backup = directory.resolve("console-v" + from + "-" + STAMP.format(clock.instant()) + ".mv.db");
        Files.copy(database.file(), backup, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(database.file(), draft.file(), StandardCopyOption.REPLACE_EXISTING);
        migrateDraft();
        Files.move(draft.file(), database.file(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void migrateDraft() throws ProblemException {
        try {
            schema.migrate(draft.url(false));
            draft.compact();
        } catch (FlywayException e) {
            throw unusable(Message.of("problem.store-migration", database.file(), schema.latest(), Errors.detail(e)),
                    e);
        }
    }

    private static ProblemException unusable(Message message) {
        return new ProblemException(new Problem.StoreUnusable(message));
    }

    private static ProblemException unusable(Message message, Throwable cause) {
        return new ProblemException(new Problem.StoreUnusable(message), cause);
    }
}
