package io.calsync.store;

import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections to one open database file. They are made anew where the file was written anew, and where the database
/// closed itself because its file could not be written.
final class Connections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /// A file that is never overwritten grows with each commit, and the time in which it opens after a kill with it: 40 s
    /// for 567 MB.
    static final long ROOM = 64L << 20;

    private final H2File file;
    private final boolean readOnly;
    private final long room;

    /// Held for reading while connections are in use, for writing while they are exchanged.
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private JdbcConnectionPool pool;
    private Jdbi jdbi;
    private volatile boolean lost;
    private boolean closed;
    private long limit;

    /// @param room how large the file may become, in bytes
    Connections(H2File file, boolean readOnly, long room) throws ProblemException {
        this.file = file;
        this.readOnly = readOnly;
        this.room = room;
        this.limit = room;
        this.pool = file.connect(readOnly);
        this.jdbi = jdbi(pool);
    }

    /// Work with one connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Handle handle) throws ProblemException;
    }

    <T> T with(Work<T> work) throws ProblemException {
        if (lost && use.getReadHoldCount() == 0) renew();
        use.readLock().lock();
        try (Handle handle = jdbi.open()) {
            return answered(work, handle);
        } finally {
            use.readLock().unlock();
        }
    }

    /// Writes the file anew where it has grown beyond its room and nobody reads it just now; else the next call may.
    ///
    /// @return whether it did
    boolean tidy() {
        if (file.length() <= limit || !use.writeLock().tryLock()) return false;
        try {
            shrink();
            connect();
        } catch (ProblemException later) {
            lost = true;
            LOG.warn("{} was not opened again: {}", file.file(), later.getMessage());
        } finally {
            limit = Math.max(room, 2 * file.length());
            use.writeLock().unlock();
        }
        return true;
    }

    /// Whether the database is open; one that closed itself may have left something half written.
    boolean isWhole() {
        try {
            return with(Connections::isOpen);
        } catch (ProblemException | JdbiException closed) {
            return false;
        }
    }

    /// Waits for those who use a connection, because the database closes with the last of them.
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            if (!readOnly && file.length() > limit) shrink();
            pool.dispose();
        } finally {
            use.writeLock().unlock();
        }
    }

    private <T> T answered(Work<T> work, Handle handle) throws ProblemException {
        try {
            return work.on(handle);
        } catch (JdbiException e) {
            lost = lost || !isOpen(handle);
            throw e;
        }
    }

    private void renew() throws ProblemException {
        use.writeLock().lock();
        try {
            if (!lost || closed) return;
            pool.dispose();
            HighWater.cut(file);
            connect();
            lost = false;
        } catch (IOException e) {
            throw Damage.of(file).unreadable(e.toString(), e);
        } finally {
            use.writeLock().unlock();
        }
    }

    private void connect() throws ProblemException {
        pool.dispose();
        pool = file.connect(readOnly);
        jdbi = jdbi(pool);
    }

    private void shrink() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException left) {
            LOG.warn("{} was not written anew: {}", file.file(), left.getMessage());
        }
    }

    private static Jdbi jdbi(JdbcConnectionPool pool) {
        return Jdbi.create(pool).registerArgument(new UtcArgument());
    }

    private static boolean isOpen(Handle handle) {
        try {
            return handle.getConnection().isValid(1);
        } catch (SQLException closed) {
            return false;
        }
    }
}
