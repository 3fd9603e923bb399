package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.cli.Host.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspacesTest {
    private static final Target OWN = new Target(null, false, null);
    private static final Target SAMPLE = new Target(null, true, null);

    @ParameterizedTest
    @CsvSource({
            "Linux,      '',            '',       home/.local/share/calsync",
            "Linux,      XDG_DATA_HOME, /data,    /data/calsync",
            "Linux,      XDG_DATA_HOME, data,     home/.local/share/calsync",
            "Windows 11, LOCALAPPDATA,  /appdata, /appdata/Calsync",
            "Windows 11, '',            '',       home/AppData/Local/Calsync",
            "Mac OS X,   '',            '',       home/Library/Application Support/Calsync",
    })
    void eachSystemHasItsPlace(String system, String variable, String value, String expected) {
        var workspaces =
                new Workspaces(system, variable.isEmpty() ? Map.of() : Map.of(variable, value), Path.of("home"));

        assertEquals(Path.of(expected), workspaces.directory(OWN));
        assertEquals(Path.of(expected, "sample"), workspaces.directory(SAMPLE));
    }

    @Test
    void aNamedFolderIsTakenForTheSampleToo() {
        var workspaces = new Workspaces("Linux", Map.of(), Path.of("home"));

        assertEquals(Path.of("here").toAbsolutePath(), workspaces.directory(new Target(Path.of("here"), true, null)));
    }

    @Test
    void theWindowBeginsWithTheSampleUntilAnOwnCalComIsConnected(@TempDir Path home) throws Exception {
        var workspaces = new Workspaces("Linux", Map.of(), home);
        assertTrue(workspaces.first(OWN).sample());

        var own = Files.createDirectories(workspaces.directory(OWN));
        new SettingsFile(own).save(Settings.DEFAULT);

        assertFalse(workspaces.first(OWN).sample());
        assertFalse(workspaces.first(new Target(home, false, null)).sample());
    }
}
