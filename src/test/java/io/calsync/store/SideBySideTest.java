package io.calsync.store;

import static io.calsync.store.Fixture.CLOCK;
import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.NOW;
import static io.calsync.store.Fixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several that use one workspace at the same time: threads of this console, and what else writes the Platform's table.
class SideBySideTest {
    @TempDir private Path directory;

    @Test
    void aReaderWaitsForNoWriterHoweverManyThereAre() throws Exception {
        var started = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var workspace = Fixture.salon(directory); var threads = Executors.newVirtualThreadPerTaskExecutor();
                Release _ = goOn::countDown) {
            var slow = threads.submit(() -> workspace.rows().update(1, EDIT, row -> {
                started.countDown();
                await(goOn);
                return named(row, "Slow");
            }));
            started.await();
            var waiting = Stream.generate(() -> edit(workspace, 2)).limit(20).map(threads::submit).toList();
            assertTimeoutPreemptively(Duration.ofSeconds(15), () -> {
                for (int i = 0; i < 500; i++)
                    assertEquals("Premium Cut", workspace.rows().get(1).platform().text(Field.NAME));
            });
            goOn.countDown();
            slow.get();
            for (Future<Row> writer : waiting) writer.get();
            assertEquals("Slow", workspace.rows().get(1).platform().text(Field.NAME));
            assertEquals(21, workspace.rows().get(2).version());
        }
    }

    @Test
    void theTrailsTimesNeverRunBackwards() throws Exception {
        var seconds = new AtomicLong();
        Fixture.salon(directory).close();
        try (var workspace = Workspace.open(directory, () -> NOW.plusSeconds(seconds.incrementAndGet()), Message::key);
                var threads = Executors.newFixedThreadPool(6)) {
            var edits = LongStream.range(0, 120).mapToObj(i -> edit(workspace, 1 + i % 2)).toList();
            for (Future<Row> edit : threads.invokeAll(edits)) edit.get();

            var times = workspace.journal().entries(Query.newest(200)).reversed().stream().map(AuditEntry::at).toList();
            assertEquals(times.stream().sorted().toList(), times);
        }
    }

    @Test
    void nobodyElseChangesAServiceBetweenLookAndWrite() throws Exception {
        var url = new H2File(directory.resolve("console")).url(false).replace("LOCK_TIMEOUT=60000", "LOCK_TIMEOUT=50");
        try (var workspace = Fixture.salon(directory)) {
            workspace.rows().update(1, EDIT, row -> {
                try (var other = DriverManager.getConnection(url, "sa", ""); var sql = other.createStatement()) {
                    var refused = assertThrows(SQLException.class,
                            () -> sql.execute("update services set duration_minutes = 45 where id = 1"));
                    assertEquals(ErrorCode.LOCK_TIMEOUT_1, refused.getErrorCode());
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
                return named(row, "Mine");
            });
            assertEquals("60 Mine", service());
        }
    }

    @Test
    void aValueIsOnlyReplacedWhereItIsStillTheOneThatWasRead() throws Exception {
        Fixture.salon(directory).close();
        var file = new H2File(directory.resolve("console"));
        try (var database = new Database(file, HighWater.open(directory), CLOCK, Message::key)) {
            var read = database.read(handle -> ServiceTable.one(handle, 1));
            database.write(writing -> writing.handle().execute("update services set duration_minutes = 45"));

            var longer = read.stored().edited(read.stored().platform().with(Field.DURATION, 90L), NOW);
            var thrown = assertThrows(ProblemException.class, () -> write(database, read, longer));
            assertEquals(new Problem.Stale("Premium Cut"), thrown.problem());
            assertEquals("45 Premium Cut", service());
            assertEquals("1", value(directory, "select version from calsync_rows where service_id = 1"));

            write(database, read, named(read.stored(), "Mine"));
            assertEquals("45 Mine", service());
            var second = assertThrows(ProblemException.class,
                    () -> write(database, read, read.stored().linked(100).withVersion(0)));
            assertEquals(new Problem.Stale("Premium Cut"), second.problem(), "the row has another version meanwhile");
        }
    }

    @Test
    void aBackupThatFailsLeavesNothingBehind() throws Exception {
        try (var workspace = Fixture.salon(directory)) {
            var taken = directory.resolve("taken.zip");
            Files.createDirectories(taken.resolve("by a folder"));
            var thrown = assertThrows(ProblemException.class, () -> workspace.backup(taken));
            assertEquals(taken.toString(), thrown.problem().message().args().getFirst());
        }
        try (var files = Files.list(directory)) {
            assertEquals(List.of("backups", "console.mark", "console.mv.db", "taken.zip"),
                    files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    /// Closed before the threads are waited for, so that a failure does not hang.
    private interface Release extends AutoCloseable {
        @Override
        void close();
    }

    private static Callable<Row> edit(Workspace workspace, long id) {
        return () -> workspace.rows().update(id, EDIT, row -> named(row, "Edit " + row.version()));
    }

    private static Row named(Row row, String name) {
        return row.edited(row.platform().with(Field.NAME, name), NOW);
    }

    private static Row write(Database database, ServiceRecord read, Row row) throws ProblemException {
        return database.write(writing -> {
            new RowWriter(writing).write(List.of(Saved.of(read, read.stored(), row)));
            return row;
        });
    }

    private String service() throws SQLException {
        return value(directory, "select duration_minutes || ' ' || name from services where id = 1");
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
