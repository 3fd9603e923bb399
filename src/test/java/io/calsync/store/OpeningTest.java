package io.calsync.store;

import static io.calsync.store.Fixture.CLOCK;
import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.sql;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Row;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// A file is opened as a whole or left exactly as it is.
class OpeningTest {
    @TempDir private Path directory;

    @Test
    void aSecondOpenerInTheSameProcessIsToldWhoHasIt() throws Exception {
        try (var workspace = Fixture.salon(directory)) {
            for (Executable second : new Executable[]{
                    () -> Fixture.open(directory).close(), () -> Workspace.openReadOnly(directory, CLOCK).close()}) {
                var problem = assertInstanceOf(Problem.StoreInUse.class, refused(second));
                assertTrue(problem.holder().startsWith(ProcessHandle.current().pid() + " "), problem.holder());
            }
            workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.NAME, "Mine"), Fixture.NOW));
        }
        try (var workspace = Fixture.open(directory)) {
            assertEquals("Mine", workspace.rows().get(1).platform().text(Field.NAME));
        }
    }

    @Test
    void aFileOfANewerConsoleKeepsItsBytes() throws Exception {
        Fixture.salon(directory).close();
        sql(directory, "update \"calsync_schema\" set \"version\" = '7' where \"version\" = '2'");
        assertRefusedUnchanged("problem.store-newer");
    }

    @Test
    void aFileWithoutOurTablesIsNoOlderOne() throws Exception {
        sql(directory, "create table something (id int)");
        assertRefusedUnchanged("problem.store-damaged");
        try (var files = Files.list(directory)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void aCutFileIsRefusedUnchangedOrOpensWhole() throws Exception {
        var rows = rows(directory);
        var whole = Files.readAllBytes(file());
        int refused = 0;
        for (int length = 1; length < whole.length; length += 2500) {
            refused += refusedUnchanged("cut at " + length, Arrays.copyOf(whole, length), rows) ? 1 : 0;
        }
        assertTrue(refused > 5, refused + " refused");
    }

    @Test
    void aFileWithWrongBytesIsRefusedUnchangedOrOpensWhole() throws Exception {
        var rows = rows(directory);
        var whole = Files.readAllBytes(file());
        int refused = 0;
        for (int from = 0; from < whole.length; from += 4096) {
            var wrong = whole.clone();
            Arrays.fill(wrong, from, Math.min(whole.length, from + 4096), (byte) 'x');
            refused += refusedUnchanged("wrong bytes from " + from, wrong, rows) ? 1 : 0;
        }
        assertTrue(refused > 1, refused + " refused");
    }

    @Test
    void openedForReadingItKeepsBytesAndTime() throws Exception {
        var rows = rows(directory);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        var before = Files.readAllBytes(file());
        var time = Files.getLastModifiedTime(file());
        try (var workspace = Workspace.openReadOnly(directory, CLOCK)) {
            assertEquals(rows, workspace.rows().all());
        }
        assertArrayEquals(before, Files.readAllBytes(file()));
        assertEquals(time, Files.getLastModifiedTime(file()));
    }

    /// Each file lies in a folder of its own, because H2 can keep one that it could not read locked to its process.
    private boolean refusedUnchanged(String what, byte[] content, List<Row> rows) throws Exception {
        var folder = Files.createDirectory(directory.resolve(what));
        var damaged = folder.resolve("console.mv.db");
        Files.write(damaged, content);
        Files.copy(directory.resolve("console.mark"), folder.resolve("console.mark"));
        try (var workspace = Fixture.open(folder)) {
            assertEquals(rows, workspace.rows().all(), what);
            assertTrue(workspace.journal().verify().whole(), what);
            return false;
        } catch (ProblemException e) {
            assertInstanceOf(Problem.StoreDamaged.class, e.problem(), what);
            assertEquals(damaged.toString(), e.problem().message().args().getFirst());
            assertArrayEquals(content, Files.readAllBytes(damaged), what);
            return true;
        }
    }

    private static List<Row> rows(Path directory) throws ProblemException {
        try (var workspace = Fixture.salon(directory)) {
            return workspace.rows().all();
        }
    }

    private void assertRefusedUnchanged(String key) throws Exception {
        var before = Files.readAllBytes(file());
        var time = Files.getLastModifiedTime(file());
        assertEquals(key, refused(() -> Fixture.open(directory).close()).message().key());
        assertArrayEquals(before, Files.readAllBytes(file()));
        assertEquals(time, Files.getLastModifiedTime(file()));
    }

    private Path file() {
        return directory.resolve("console.mv.db");
    }

    private static Problem refused(Executable opening) {
        return assertThrows(ProblemException.class, opening).problem();
    }
}
