package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWorkspaceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") private Terminal terminal;

    @BeforeEach
    void here() {
        terminal = new Terminal(folder, Map.of());
    }

    @Test
    void anEmptyFolderBecomesASampleWithAPlan() throws Exception {
        var first = terminal.run("--sample", "sync", "--check-only");
        var database = Files.readAllBytes(folder.resolve("console.mv.db"));
        var second = terminal.run("--sample", "sync", "--check-only");

        assertEquals(2, first.exit());
        for (String action : new String[]{"push", "ask", "blocked", "missing"}) {
            assertTrue(first.out().contains(action), action);
        }
        assertEquals(first.out(), second.out());
        assertEquals(-1, Arrays.mismatch(database, Files.readAllBytes(folder.resolve("console.mv.db"))));
    }

    @Test
    void theSampleLiesBesideAPersonsOwnWorkspace() {
        assertEquals(0, terminal.bare("--sample", "status").exit());

        assertTrue(Files.exists(folder.resolve("calsync/sample/settings.json")));
        assertEquals(0, terminal.bare("--sample", "audit", "verify").exit());
    }

    @Test
    void itsCalComIsTheSameAfterEveryStart() {
        var first = terminal.run("--sample", "sync", "--json");
        var second = terminal.run("sync", "--json");

        assertNotEquals(5, second.exit(), second.err());
        assertTrue(first.json().path("pushed").size() > 0);
        assertEquals(0, second.json().path("pushed").size());
        assertEquals(first.json().path("conflicts"), second.json().path("conflicts"));
    }

    @Test
    void itKeepsItsOwnCalCom() {
        terminal.run("--sample", "status");

        var connect = terminal.run("connect", "--url", "http://127.0.0.1:9/v2", "--key-command", "echo cal_1");

        assertEquals(64, connect.exit());
        assertTrue(connect.err().contains("--workspace"), connect.err());
    }

    @Test
    void aConnectedWorkspaceDoesNotBecomeTheSample() throws Exception {
        var elsewhere = new Settings.Connected("https://api.cal.com/v2", "user", 1, "mia", "", "session");
        new SettingsFile(folder).save(Settings.DEFAULT.with(elsewhere));

        assertEquals(64, terminal.run("--sample", "status").exit());
        assertEquals(0, terminal.run("status").exit());
        assertEquals(77, terminal.run("sync").exit());
    }
}
