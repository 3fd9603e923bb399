package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.store.Trail.Head;
import io.calsync.sync.FileProblem;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// An open database. Reads see one statement's snapshot and wait for nobody; writes come one after the other and are on
/// the disk when they return. Safe for any number of threads.
final class Database implements AutoCloseable {
    private final H2File file;
    private final Connections connections;
    private final @Nullable HighWater mark;
    private final boolean readOnly;
    private final InstantSource clock;
    private final Function<Message, String> words;

    /// Writers line up here and not at the database, where each would hold one of the few connections meanwhile.
    private final ReentrantLock writers = new ReentrantLock(true);

    /// @param mark  notes how far the trail has come; null = opened for reading only
    /// @param words turns a sentence into the words in which the Platform's own pages show it
    Database(H2File file, @Nullable HighWater mark, InstantSource clock, Function<Message, String> words)
            throws ProblemException {
        this.file = file;
        this.readOnly = mark == null;
        this.connections = new Connections(file, readOnly, Connections.ROOM);
        this.mark = mark;
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

    <T> T read(Connections.Work<T> reading) throws ProblemException {
        try {
            return connections.with(reading);
        } catch (JdbiException | Json.Unreadable e) {
            throw failed(e);
        }
    }

    /// Runs one transaction; what it throws undoes it.
    <T> T write(Work<T> work) throws ProblemException {
        if (readOnly) throw new ProblemException(new Problem.NotPossible(Message.of("store.read-only", file.file())));
        writers.lock();
        try {
            T result = connections.with(handle -> transaction(handle, work));
            if (connections.tidy() && mark != null) mark.resized(file.length());
            return result;
        } catch (JdbiException | Json.Unreadable e) {
            throw failed(e);
        } finally {
            writers.unlock();
        }
    }

    /// Whether nothing half written is left where it is closed now.
    boolean isWhole() {
        return connections.isWhole();
    }

    @Override
    public void close() {
        boolean whole = isWhole();
        connections.close();
        if (mark == null) return;
        if (whole) mark.resized(file.length());
        mark.close();
    }

    private <T> T transaction(Handle handle, Work<T> work) throws ProblemException {
        var done = handle.<Done<T>, ProblemException>inTransaction(transaction -> {
            var writing = new Writing(transaction, clock, words);
            T result = work.in(writing);
            boolean wrote = writing.finish();
            return new Done<>(result, wrote, writing.head(), writing.now());
        });
        if (done.wrote()) synced(handle, done.end(), done.at());
        return done.result();
    }

    private void synced(Handle handle, Head end, Instant at) {
        handle.execute(dialect().sync());
        if (mark != null) mark.reached(file.length(), end.entries(), at);
    }

    private ProblemException failed(RuntimeException e) {
        String name = file.file().toString();
        return new ProblemException(
                FileProblem.isFull(e) ? new Problem.StoreFull(name) : new Problem.StoreFailed(name, Errors.detail(e)),
                e);
    }

    /// What one transaction does.
    @FunctionalInterface
    interface Work<T> {
        T in(Writing writing) throws ProblemException;
    }

    private record Done<T>(T result, boolean wrote, Head end, Instant at) {}
}
