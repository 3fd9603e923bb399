package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.sync.Account;
import io.calsync.sync.Connection;
import io.calsync.sync.Operator;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Test
    void aWorkspaceWithoutAFileHasTheDefaults() throws Exception {
        assertEquals(Settings.DEFAULT, new SettingsFile(folder).load());
    }

    @Test
    void whatIsSavedIsReadAgain() throws Exception {
        var connection = new Connection(URI.create("https://api.cal.com/v2"), new Account(7, "mia", "mia@example.test"),
                new Scope.OrganizationTeam(3, 4));
        var settings = Settings.DEFAULT.with(Settings.Connected.of(connection, new KeySource.Environment("CAL_KEY")))
                .with(new Settings.WindowState(1, 2, 1280, 800, true)).withLook("de", "DARK", 150)
                .withPerson("Mia", Operator.Role.STAFF).withPace(30, 110);

        new SettingsFile(folder).save(settings);

        var read = new SettingsFile(folder).load();
        assertEquals(settings, read);
        var kept = read.connection();
        assertEquals(connection, kept == null ? null : kept.connection());
        assertArrayEquals(new String[]{"settings.json"}, folder.toFile().list());
    }

    @Test
    void aMissingSettingHasItsDefaultAndAnUnknownOneIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"pollSeconds\": 15, \"colour\": \"red\"}");

        assertEquals(Settings.DEFAULT.withPace(15, 60), new SettingsFile(folder).load());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"connection\": {\"server\": null}}", "{\"connection\": 5}", "{\"role\": \"BOSS\"}"})
    void whatIsNoSettingIsAProblemInWords(String text) throws IOException {
        Files.writeString(folder.resolve("settings.json"), text);

        var problem = assertThrows(ProblemException.class, () -> new SettingsFile(folder).load()).problem();

        assertEquals("settings.broken", problem.message().key());
    }

    @Test
    void aSettingWithoutAValueHasItsDefault() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"operator\": null, \"pollSeconds\": 15}");

        assertEquals(Settings.DEFAULT.withPace(15, 60), new SettingsFile(folder).load());
    }

    @Test
    void aServerThatIsNoAddressIsAProblemInWords() {
        var odd = new Settings.Connected("ht tp", "user", 1, "ann", "", "session");

        assertEquals("settings.no-value",
                assertThrows(ProblemException.class, odd::connection).problem().message().key());
    }

    @Test
    void aDamagedFileIsNamedAndLeftAsItIs() throws IOException {
        var file = Files.writeString(folder.resolve("settings.json"), "{\"pollSeconds\": ");

        var problem = assertThrows(ProblemException.class, () -> new SettingsFile(folder).load()).problem();

        assertTrue(assertInstanceOf(Problem.StoreUnusable.class, problem).message().args().getFirst()
                .endsWith("settings.json"));
        assertEquals("{\"pollSeconds\": ", Files.readString(file));
    }

    @Test
    void aPersonWithoutANameIsTheOneAtTheMachine() {
        assertEquals(System.getProperty("user.name"), Settings.DEFAULT.person().name());
        assertEquals("Mia", Settings.DEFAULT.withPerson("Mia", Operator.Role.VIEWER).person().name());
    }
}
