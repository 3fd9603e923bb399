package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open database. Reads see one statement's snapshot and wait for nobody; writes come one after the other and are on
/// the disk when they return. Safe for any number of threads.
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long COMPACT_ABOVE = 64L << 20;

    private final Path file;
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;
    private final boolean readOnly;
    private final InstantSource clock;
    private final Function<Message, String> words;

    /// Writers line up here and not at the database, where each would hold one of the few connections meanwhile.
    private final ReentrantLock writers = new ReentrantLock(true);

    /// @param words turns a sentence into the words in which the Platform's own pages show it
    Database(Path file, JdbcConnectionPool pool, boolean readOnly, InstantSource clock,
            Function<Message, String> words) {
        this.file = file;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).registerArgument(new UtcArgument());
        this.readOnly = readOnly;
        this.clock = clock;
        this.words = words;
    }

    Dialect dialect() {
        return Dialect.H2;
    }

    boolean readOnly() {
        return readOnly;
    }

    InstantSource clock() {
        return clock;
    }

    <T> T read(Reading<T> reading) throws ProblemException {
        try (Handle handle = jdbi.open()) {
            return reading.on(handle);
        } catch (JdbiException | Json.Unreadable e) {
            throw failed(e);
        }
    }

    /// Runs one transaction; what it throws undoes it.
    <T> T write(Work<T> work) throws ProblemException {
        if (readOnly) throw new ProblemException(new Problem.NotPossible(Message.of("store.read-only", file)));
        writers.lock();
        try (Handle handle = jdbi.open()) {
            var done = handle.<Done<T>, ProblemException>inTransaction(transaction -> {
                var writing = new Writing(transaction, clock, words);
                T result = work.in(writing);
                return new Done<>(result, writing.finish());
            });
            if (done.wrote()) handle.execute(dialect().sync());
            return done.result();
        } catch (JdbiException | Json.Unreadable e) {
            throw failed(e);
        } finally {
            writers.unlock();
        }
    }

    /// The database closes with the last of its connections. Each commit that is synced takes its own place in the file,
    /// so a file that has grown by many is written anew; one of 567 MB took 40 s to open after a kill.
    @Override
    public void close() {
        if (!readOnly && file.toFile().length() > COMPACT_ABOVE) compact();
        pool.dispose();
    }

    private void compact() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException left) {
            LOG.warn("{} was not compacted: {}", file, left.getMessage());
        }
    }

    private ProblemException failed(RuntimeException e) {
        return new ProblemException(new Problem.StoreFailed(file.toString(), Errors.detail(e)), e);
    }

    /// A look at the data.
    @FunctionalInterface
    interface Reading<T> {
        T on(Handle handle) throws ProblemException;
    }

    /// What one transaction does.
    @FunctionalInterface
    interface Work<T> {
        T in(Writing writing) throws ProblemException;
    }

    private record Done<T>(T result, boolean wrote) {}
}
