package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/// One H2 database file and how it is opened.
///
/// @param path without the ending that H2 adds
record H2File(Path path) {
    static final String USER = "sa";

    private static final int CONNECTIONS = 8;

    /// `async:` because the default file access closes the whole database when a thread that is reading it is interrupted.
    /// `WRITE_DELAY=0` writes at each commit; the fsync is [Dialect#sync]. `REUSE_SPACE=FALSE` because H2 does
    /// not always find the newest commit of a killed process where it lies in a place that was free before: measured with
    /// 2.5, up to 11 acknowledged commits were lost once 45 s had passed, after which places become free. The lock
    /// time-out is long enough for the longest transaction, a change of ten thousand rows.
    private static final String WRITING =
            ";WRITE_DELAY=0;REUSE_SPACE=FALSE;LOCK_TIMEOUT=60000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    private static final String READING = ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    Path file() {
        return path.resolveSibling(path.getFileName() + ".mv.db");
    }

    String url(boolean readOnly) {
        return "jdbc:h2:async:" + path.toAbsolutePath().toString().replace('\\', '/') + (readOnly ? READING : WRITING);
    }

    Path directory() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }

    long length() {
        return file().toFile().length();
    }

    boolean exists() {
        return Files.exists(file());
    }

    /// @throws ProblemException where this or another process has it open, or where it is no readable database
    JdbcConnectionPool connect(boolean readOnly) throws ProblemException {
        checkAccess(readOnly);
        var pool = JdbcConnectionPool.create(url(readOnly), USER, "");
        pool.setMaxConnections(CONNECTIONS);
        try (var connection = pool.getConnection()) {
            if (isAlone(connection)) return pool;
            pool.dispose();
            throw new ProblemException(inUse());
        } catch (SQLException e) {
            pool.dispose();
            throw switch (e.getErrorCode()) {
                case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new ProblemException(inUse(), e);
                // H2 takes a file without tables for a new database, and cannot make its first user in it.
                case ErrorCode.DATABASE_IS_READ_ONLY -> Damage.of(this).empty();
                default -> Damage.of(this).unreadable(Errors.detail(e), e);
            };
        }
    }

    /// Leaves the file as it is, damaged or not.
    ///
    /// @throws ProblemException where this or another process has it open
    void checkFree() throws ProblemException, IOException {
        try (var channel = FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) throw new ProblemException(inUse());
        } catch (OverlappingFileLockException here) {
            throw new ProblemException(inUse(), here);
        }
    }

    /// Writes the file anew without what was deleted in it. Nobody has it open.
    void compact() throws ProblemException {
        var pool = connect(false);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            throw Damage.of(this).unreadable(Errors.detail(e), e);
        } finally {
            pool.dispose();
        }
    }

    /// H2 would take an empty file for a new database, and one that it may not write for a read-only one.
    private void checkAccess(boolean readOnly) throws ProblemException {
        var file = file().toFile();
        if (length() == 0) throw Damage.of(this).unreadable("0 bytes");
        if (!file.canRead()) throw unusable("problem.store-not-readable");
        if (!readOnly && !file.canWrite()) throw unusable("problem.store-not-writable");
    }

    /// H2's lock on the file keeps out other processes only; this one would share the open database.
    private static boolean isAlone(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var sessions = statement.executeQuery("select count(*) from information_schema.sessions")) {
            return sessions.next() && sessions.getInt(1) == 1;
        }
    }

    private Problem inUse() {
        return new Problem.StoreInUse(file().toString(), Holder.in(directory()).name());
    }

    private ProblemException unusable(String key) {
        return new ProblemException(new Problem.StoreUnusable(Message.of(key, file())));
    }
}
