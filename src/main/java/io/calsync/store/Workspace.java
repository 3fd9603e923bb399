package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Archive;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal;
import io.calsync.sync.Memory;
import io.calsync.sync.Operator;
import io.calsync.sync.Platform;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One workspace: a folder with one database that holds the services, the rows and the audit trail. Safe for any number
/// of threads; one process at a time.
public final class Workspace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);

    private final Database database;
    private final Holder holder;
    private final Backups backups;
    private final ScheduledExecutorService daily =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("backup").daemon().factory());
    private final StoredRows rows;
    private final StoredPlatform platform;
    private final StoredJournal journal;
    private final StoredMemory memory;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Workspace(Database database, Path directory) {
        this.database = database;
        this.holder = Holder.in(directory);
        this.backups = Backups.of(directory);
        this.rows = new StoredRows(database);
        this.platform = new StoredPlatform(database, rows);
        this.journal = new StoredJournal(database);
        this.memory = new StoredMemory(database);
    }

    /// Opens the workspace of a folder, or makes a new one there. An older one is migrated after a copy of it was put
    /// beside it.
    ///
    /// @param words the English words of a sentence, for the Platform's own column of errors
    /// @throws ProblemException with [Problem.StoreInUse] or [Problem.StoreUnusable]; the file is then as it was
    public static Workspace open(Path directory, InstantSource clock, Function<Message, String> words)
            throws ProblemException {
        return open(new Opening(directory, Schema.CURRENT, clock), directory, clock, words);
    }

    /// Opens an existing workspace so that nothing in it can be changed, not even by a mistake of ours.
    ///
    /// @throws ProblemException as [#open], and where there is no workspace or one that would have to be migrated
    public static Workspace openReadOnly(Path directory, InstantSource clock) throws ProblemException {
        var opening = new Opening(directory, Schema.CURRENT, clock);
        return new Workspace(new Database(opening.openReadOnly(), null, clock, Message::key), directory);
    }

    static Workspace open(Opening opening, Path directory, InstantSource clock, Function<Message, String> words)
            throws ProblemException {
        var file = opening.open();
        try {
            var database = new Database(file, HighWater.open(directory), clock, words);
            return new Workspace(database, directory).arrived();
        } catch (IOException e) {
            throw WholeFile.failed(directory, e);
        }
    }

    private Workspace arrived() throws ProblemException {
        try {
            holder.arrive();
            name();
            lookDaily();
            return this;
        } catch (IOException e) {
            close();
            throw WholeFile.failed(holder.note(), e);
        } catch (ProblemException e) {
            close();
            throw e;
        }
    }

    public Rows rows() {
        return rows;
    }

    public Platform platform() {
        return platform;
    }

    public Journal journal() {
        return journal;
    }

    public Memory memory() {
        return memory;
    }

    /// @param operator who removes what he removes
    public Archive archive(Operator operator) {
        return new StoredArchive(database, operator);
    }

    /// Fills a new workspace, in one transaction, with an audit entry for each service.
    public void seed(Seed seed, Cause cause) throws ProblemException {
        database.write(writing -> {
            writing.touched();
            new ServiceAdder(writing).add(seed, cause);
            return seed;
        });
    }

    /// Copies the running database into a zip file, which is there as a whole and on the disk, or not at all.
    public void backup(Path zip) throws ProblemException {
        WholeFile.write(zip, draft -> database
                .read(handle -> handle.execute(database.dialect().backup(), draft.toAbsolutePath().toString())));
    }

    /// Verifies a backup as [#restore] does, and replaces nothing.
    public static void checkBackup(Path directory, Path zip, InstantSource clock) throws ProblemException {
        new Restoring(directory, clock).check(zip);
    }

    /// Puts a backup in the place of a workspace that nobody has open, after its trail was verified.
    ///
    /// @return where the replaced database is kept
    /// @throws ProblemException where the backup is none or damaged, or the workspace is open; then nothing is replaced
    public static Path restore(Path directory, Path zip, InstantSource clock) throws ProblemException {
        return new Restoring(directory, clock).replace(zip);
    }

    /// Recomputes the chain of an export, with no workspace at hand.
    ///
    /// @param receipt to compare it with, null = none
    public static Journal.Verification verifyExport(Path export, @Nullable Path receipt) throws ProblemException {
        return ExportFile.verify(export, receipt);
    }

    /// The second time does nothing.
    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        daily.close();
        if (!database.readOnly()) backUpDaily();
        boolean whole = database.isWhole();
        database.close();
        if (whole && !database.readOnly()) holder.leave();
    }

    /// A workspace that stays open for days has its copies, too.
    @SuppressWarnings("FutureReturnValueIgnored") // backUpDaily() tells what goes wrong
    private void lookDaily() {
        daily.scheduleWithFixedDelay(this::backUpDaily, 1, 60, TimeUnit.MINUTES);
    }

    private void backUpDaily() {
        try {
            backups.makeDaily(database.clock().instant(), database.read(Trail::length), this::backup);
        } catch (IOException | ProblemException e) {
            LOG.warn("no backup was made in {}: {}", backups.folder(), e.toString());
        }
    }

    /// Gives the workspace its own id when it is opened for the first time.
    private void name() throws ProblemException {
        if (database.read(Settings::workspace).isPresent()) return;
        database.write(writing -> {
            writing.touched();
            Settings.workspace(writing.handle(), UUID.randomUUID().toString());
            return writing;
        });
    }
}
