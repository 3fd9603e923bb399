package io.calsync.store;

import static io.calsync.store.Fixture.CLOCK;
import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.NOW;
import static io.calsync.store.Fixture.sql;
import static io.calsync.store.Fixture.value;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
    @TempDir private Path directory;

    @Test
    void keepsEverythingOverARestart() throws Exception {
        var before = closing(Fixture.salon(directory));
        try (var workspace = Fixture.open(directory)) {
            assertEquals(before, workspace.rows().all());
            assertTrue(workspace.journal().verify().whole());
        }
        assertEquals(List.of("backups", "console.mark", "console.mv.db"), names());
    }

    @Test
    void copiesDatedInTheFutureKeepNoOtherFromBeingMadeAndKept() throws Exception {
        var backups = Files.createDirectory(directory.resolve("backups"));
        for (int year = 2030; year < 2035; year++)
            Files.createFile(backups.resolve("console-" + year + "0101-000000-entry-999.zip"));

        Fixture.salon(directory).close();

        try (var copies = Files.list(backups)) {
            var names = copies.map(copy -> String.valueOf(copy.getFileName())).sorted().toList();
            assertEquals(6, names.size(), names.toString());
            assertTrue(names.getFirst().startsWith("console-20260302-090000-"), names.toString());
        }
    }

    @Test
    void saysWhichProcessHasItOpen() throws Exception {
        Fixture.salon(directory).close();
        try (var other = Child.start(directory)) {
            assertEquals("open", other.line());
            var problem = refused(() -> Fixture.open(directory));
            assertTrue(assertInstanceOf(Problem.StoreInUse.class, problem).holder().startsWith(other.pid() + " ("));
            assertInstanceOf(Problem.StoreInUse.class, refused(() -> Workspace.openReadOnly(directory, CLOCK)));
        }
        Fixture.open(directory).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "This is no database at all.", "H:2,block:0,blockSize:1000,chunk:1,created:0,format:3"})
    void leavesADamagedFileAsItIs(String content) throws Exception {
        Files.writeString(directory.resolve("console.mv.db"), content);
        var problem = refused(() -> Fixture.open(directory));
        assertEquals("problem.store-damaged", problem.message().key());
        assertEquals(directory.resolve("console.mv.db").toString(), problem.message().args().getFirst());
        assertEquals(content, Files.readString(directory.resolve("console.mv.db")));
        assertEquals(List.of("console.mv.db"), names());
    }

    @Test
    void leavesATornFileAsItIs() throws Exception {
        Fixture.salon(directory).close();
        var whole = Files.readAllBytes(directory.resolve("console.mv.db"));
        var torn = whole.clone();
        Arrays.fill(torn, 0, torn.length / 2, (byte) 7);
        Files.write(directory.resolve("console.mv.db"), torn);

        assertEquals("problem.store-damaged", refused(() -> Fixture.open(directory)).message().key());
        assertArrayEquals(torn, Files.readAllBytes(directory.resolve("console.mv.db")));
    }

    @Test
    void refusesAFileOfANewerConsole() throws Exception {
        Fixture.salon(directory).close();
        sql(directory, "update \"calsync_schema\" set \"version\" = '7' where \"version\" = '2'");
        var file = Files.readAllBytes(directory.resolve("console.mv.db"));

        var problem = refused(() -> Fixture.open(directory));
        assertEquals(Message.of("problem.store-newer", directory.resolve("console.mv.db"), 7, 2), problem.message());
        assertEquals(file.length, Files.size(directory.resolve("console.mv.db")));
    }

    @Test
    void migratesAnOlderFileAndKeepsACopyOfItBeside() throws Exception {
        var before = closing(Fixture.salon(directory));
        try (var workspace = openWith("newer")) {
            assertEquals(before, workspace.rows().all());
            assertEquals("yes", value(directory, "select migrated from calsync_newer"));
        }
        assertEquals(List.of("backups", "console-v2-20260302-090000.mv.db", "console.mark", "console.mv.db"), names());
        assertEquals("problem.store-newer", refused(() -> Fixture.open(directory)).message().key());
        Files.move(directory.resolve("console-v2-20260302-090000.mv.db"), directory.resolve("console.mv.db"),
                REPLACE_EXISTING);
        try (var workspace = Fixture.open(directory)) {
            assertEquals(before, workspace.rows().all());
        }
    }

    @Test
    void leavesAnOlderFileAsItIsWhereItCannotBeMigrated() throws Exception {
        var before = closing(Fixture.salon(directory));
        assertEquals("problem.store-migration", refused(() -> openWith("broken")).message().key());
        try (var workspace = Fixture.open(directory)) {
            assertEquals(before, workspace.rows().all());
        }
    }

    @Test
    void openedForReadingWritesNothing() throws Exception {
        var before = closing(Fixture.salon(directory));
        var file = directory.resolve("console.mv.db");
        sql(directory, "update services set name = 'Outside' where id = 2");
        var bytes = Files.readAllBytes(file);
        assertTrue(file.toFile().setWritable(false));

        try (var workspace = Workspace.openReadOnly(directory, CLOCK)) {
            assertEquals(before.getFirst(), workspace.rows().all().getFirst());
            assertEquals("Outside", workspace.platform().services(EDIT).getFirst().name());
            assertTrue(workspace.journal().verify().whole());
            assertEquals("store.read-only",
                    refused(() -> workspace.rows().update(1, EDIT, row -> row)).message().key());
            assertEquals("store.read-only", refused(() -> note(workspace)).message().key());
        }
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertEquals(List.of("backups", "console.mark", "console.mv.db"), names());
    }

    @Test
    void makesNoEmptyWorkspaceInThePlaceOfOneThatIsGone() throws Exception {
        Fixture.salon(directory).close();
        Files.delete(directory.resolve("console.mv.db"));

        var problem = assertInstanceOf(Problem.StoreDamaged.class, refused(() -> Fixture.open(directory)));
        assertEquals(List.of(directory.resolve("console.mv.db").toString(), "2", "2026-03-02 09:00:00 UTC"),
                problem.message().args());
        assertEquals(List.of("store.backup", "store.go-on"), problem.offers().stream().map(Message::key).toList());
        assertTrue(Files.exists(Path.of(problem.offers().getFirst().args().getFirst())));
        Files.delete(Path.of(problem.offers().getLast().args().getFirst()));
        Fixture.open(directory).close();
    }

    @Test
    void doesNotMakeAWorkspaceInOrderToReadIt() throws IOException {
        assertEquals("problem.store-missing", refused(() -> Workspace.openReadOnly(directory, CLOCK)).message().key());
        assertEquals(List.of(), names());
    }

    @Test
    void saysThatItsFolderCannotBeMade() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "");
        assertEquals("problem.store-folder.file", refused(() -> Fixture.open(file)).message().key());
    }

    @Test
    void backsUpWhileItIsUsed() throws Exception {
        var zip = directory.resolve("backup's copy.zip");
        try (var workspace = Fixture.salon(directory)) {
            workspace.backup(zip);
            workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.DURATION, 15L), NOW));
        }
        var restored = Files.createDirectory(directory.resolve("restored"));
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            var entry = entries.getNextEntry();
            Files.copy(entries, restored.resolve(entry.getName()));
        }
        try (var workspace = Fixture.open(restored)) {
            assertEquals(60L, workspace.rows().get(1).platform().get(Field.DURATION));
            assertTrue(workspace.journal().verify().whole());
        }
    }

    @Test
    void keepsWhatARestoreReplacedFromTheNextOneOfTheSameSecond() throws Exception {
        var zip = directory.resolve("copy.zip");
        try (var workspace = Fixture.salon(directory)) {
            workspace.backup(zip);
            workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.DURATION, 15L), NOW));
        }
        var kept = Workspace.restore(directory, zip, CLOCK);
        var before = Files.size(kept);

        assertNotEquals(kept, Workspace.restore(directory, zip, CLOCK));
        assertEquals(before, Files.size(kept));
    }

    @Test
    void survivesAThreadThatIsInterruptedWhileItWrites() throws Exception {
        try (var workspace = Fixture.salon(directory)) {
            Thread.currentThread().interrupt();
            workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.DURATION, 15L), NOW));
            assertTrue(Thread.interrupted());
            workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.DURATION, 20L), NOW));
            assertEquals(20L, workspace.rows().get(1).platform().get(Field.DURATION));
            var mark = HighWater.read(directory).orElseThrow();
            assertEquals(workspace.journal().entries(Query.newest(100)).size(), mark.entries());
        }
    }

    private Workspace openWith(String scripts) throws ProblemException {
        var schema = new Schema(3, List.of(Dialect.H2.migrations(), "classpath:io/calsync/store/" + scripts));
        return Workspace.open(new Opening(directory, schema, CLOCK), directory, CLOCK, Message::key);
    }

    private static List<?> closing(Workspace workspace) throws ProblemException {
        try (workspace) {
            return workspace.rows().all();
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Problem refused(Attempt attempt) {
        return assertThrows(ProblemException.class, attempt::make).problem();
    }

    private static Workspace note(Workspace workspace) throws ProblemException {
        workspace.journal().note(EDIT, Message.of("guard.passed", "a1"));
        return workspace;
    }

    private interface Attempt {
        Object make() throws ProblemException;
    }
}
