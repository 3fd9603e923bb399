package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.app.Terminal;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Documents;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sandbox.Team;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a fresh workspace to its first services.
class ConnectTest {
    private static final Team TEAM = new Team(12, "lindenhof", "Salon Lindenhof", null, Set.of(Account.ANN.id()));

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;

    @SuppressWarnings("NullAway.Init") private Terminal terminal;

    @BeforeEach
    void start() throws Exception {
        sandbox = SandboxServer.start(SandboxOptions.hosted().services(3).teams(List.of(TEAM)));
        terminal = new Terminal(folder, Map.of("CALSYNC_API_KEY", "cal_default", "CAL_KEY", "cal_named"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void whatTheConnectionFoundIsSaid() {
        var found =
                terminal.run("connect", "--url", sandbox.baseUrl() + "/", "--key-env", "CAL_KEY", "--currency", "chf");

        assertEquals(0, found.exit(), found.err());
        assertTrue(found.out().contains("ann (ann@example.test)"), found.out());
        assertTrue(found.out().contains("3 event types"), found.out());
        assertTrue(found.out().contains("Everything but the price"), found.out());
    }

    @Test
    void aFreshWorkspaceGetsOneCompanyAndAnImportGoesThere() {
        terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "CAL_KEY", "--currency", "CHF");

        var imported = terminal.run("services", "import", "--all", "--json").json();

        assertEquals(3, imported.path("imported").size());
        assertTrue(imported.path("refused").isEmpty());
        assertEquals("ann", imported.path("imported").path(0).path("fields").path("company").asText());
        assertEquals("synced", imported.path("imported").path(0).path("syncStatus").asText());
        assertEquals(0, terminal.run("sync", "--check-only").exit());
    }

    @Test
    void aSecondConnectMakesNoSecondCompany() {
        terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "CAL_KEY");

        var again = terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "CAL_KEY", "--json").json();

        assertTrue(again.path("company").isNull());
        assertEquals(1, again.path("accountId").asInt());
        assertEquals(0, terminal.run("services", "add", "--set", "name=One").exit());
    }

    @Test
    void theKeyMayComeFromACommandOrItsUsualVariable() throws Exception {
        assertEquals(0,
                terminal.run("connect", "--url", sandbox.baseUrl(), "--key-command", "echo cal_printed").exit());
        assertEquals(0, terminal.run("sync").exit());
        assertTrue(Files.readString(folder.resolve("settings.json")).contains("command:echo"));

        assertEquals(0, terminal.run("connect", "--url", sandbox.baseUrl()).exit());
        assertEquals(0, terminal.run("sync").exit());
        assertTrue(Files.readString(folder.resolve("settings.json")).contains("env:CALSYNC_API_KEY"));
    }

    @Test
    void aTeamsEventTypesAreListedLinkedAndPushed() {
        sandbox.world().put(Documents.ofTeam(TEAM, 900, "roundRobin").put("title", "Team cut").put("slug", "team-cut")
                .put("lengthInMinutes", 45));

        var found = terminal.run("connect", "--url", sandbox.baseUrl(), "--scope", "team:12", "--key-env", "CAL_KEY",
                "--json");
        assertEquals(1, found.json().path("eventTypes").asInt(), found.err());
        terminal.run("services", "import", "900");
        terminal.run("services", "edit", "1", "--set", "duration_minutes=50");

        assertEquals(0, terminal.run("sync").exit());
        assertEquals(50, sandbox.world().get(900).path("lengthInMinutes").asInt());
        assertTrue(sandbox.log().writes().getLast().path().contains("/teams/12/event-types/900"));
    }

    @Test
    void someEventTypesAreImportedByTheirNumbers() {
        terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "CAL_KEY");

        var one = terminal.run("services", "import", "2", "--json").json();
        assertEquals(2, one.path("imported").path(0).path("eventTypeId").asInt());

        assertEquals(64, terminal.run("services", "import", "2").exit());
        assertEquals(2, terminal.run("sync", "--json").json().path("unlinked").asInt());
    }

    @Test
    void anEventTypeThatCannotBeImportedIsNamedAndTheOthersCome() {
        sandbox.world().edit(1, doc -> doc.put("lengthInMinutes", 1_000_000));
        terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "CAL_KEY");

        var imported = terminal.run("services", "import", "--all");

        assertEquals(4, imported.exit());
        assertTrue(imported.out().contains("Imported 2 services."), imported.out());
        assertTrue(imported.err().contains("(#1)"), imported.err());
    }

    @Test
    void anUnencryptedAddressElsewhereIsRefused() {
        var refused = terminal.run("connect", "--url", "http://api.example.test/v2", "--key-env", "CAL_KEY");

        assertEquals(64, refused.exit());
        assertFalse(Files.exists(folder.resolve("settings.json")));
    }

    @Test
    void aFreshWorkspaceSaysWhatToDoNext() {
        assertTrue(terminal.run("services", "list").out().contains("calsync connect"));
        assertTrue(terminal.run("status").out().contains("calsync connect"));
        assertTrue(terminal.run("services", "add", "--set", "name=x").err().contains("calsync connect"));
    }
}
