package io.calsync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
    private static final long ROOM = 1 << 20;

    @TempDir private Path directory;

    @Test
    void aFileThatHasOutgrownItsRoomIsWrittenAnewWhereNobodyReadsIt() throws Exception {
        Fixture.salon(directory).close();
        var file = new H2File(directory.resolve("console"));
        try (var connections = new Connections(file, false, ROOM)) {
            grow(connections, file);
            long grown = file.length();
            var reading = new CountDownLatch(1);
            var read = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var reader = threads.submit(() -> connections.with(handle -> {
                    reading.countDown();
                    SideBySideTest.await(read);
                    return services(connections);
                }));
                reading.await();
                connections.tidy();
                assertTrue(file.length() >= grown, "written anew under a reader");
                read.countDown();
                assertEquals(2, reader.get());
            }
            connections.tidy();
            assertTrue(file.length() < grown / 2, file.length() + " of " + grown);
            assertEquals(2, services(connections));
            grow(connections, file);
        }
        assertTrue(file.length() < ROOM, "closed with " + file.length());
        try (var workspace = Fixture.open(directory)) {
            assertEquals(2, workspace.rows().all().size());
        }
    }

    /// H2 closes the database where it cannot write its file.
    @Test
    void aDatabaseThatClosedItselfIsOpenedAgain() throws Exception {
        Fixture.salon(directory).close();
        try (var connections = new Connections(new H2File(directory.resolve("console")), false, ROOM)) {
            assertThrows(JdbiException.class, () -> connections.with(handle -> {
                handle.execute("shutdown immediately");
                return handle.execute("update services set name = name");
            }));
            assertEquals(2, services(connections));
        }
    }

    private static void grow(Connections connections, H2File file) throws ProblemException {
        for (int i = 0; file.length() <= ROOM; i++) {
            String name = "Service " + i;
            connections.with(handle -> handle.execute("update services set name = ?", name)
                    + handle.execute("checkpoint sync"));
        }
    }

    private static int services(Connections connections) throws ProblemException {
        return connections.with(
                handle -> handle.createQuery("select count(*) from services").mapTo(Integer.class).one());
    }
}
