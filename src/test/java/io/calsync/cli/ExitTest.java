package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.app.Holding;
import io.calsync.app.Terminal;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sandbox.Keys;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a script learns from the exit code, and a person from the sentence beside it.
class ExitTest {
    private static final String KEY = "cal_live_0123456789abcdef";

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;

    @SuppressWarnings("NullAway.Init") private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        var keys = Keys.only(Map.of(KEY, Account.ANN));
        sandbox = SandboxServer.start(SandboxOptions.hosted().services(8).keys(keys));
        terminal = new Terminal(folder, Map.of("GOOD", KEY, "BAD", "cal_live_wrong"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aRefusedKeyIs77AndNothingIsKept() {
        var refused = terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "BAD");

        assertEquals(77, refused.exit());
        assertFalse(refused.err().isBlank());
        assertFalse(Files.exists(folder.resolve("settings.json")));
        assertEquals(64, terminal.run("sync").exit());
    }

    @Test
    void aKeyThatIsNowhereIs77AndNamesTheVariable() {
        var missing = terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "NOT_SET");

        assertEquals(77, missing.exit());
        assertTrue(missing.err().contains("NOT_SET"), missing.err());
    }

    @Test
    void aServerThatDoesNotAnswerIs69() throws IOException {
        String nowhere;
        try (var socket = new ServerSocket(0)) {
            nowhere = "http://127.0.0.1:" + socket.getLocalPort() + "/v2";
        }
        assertEquals(69, terminal.run("connect", "--url", nowhere, "--key-env", "GOOD").exit());
    }

    @Test
    void aServerThatGoesAwayLeavesTheServicesReadableAndTheEditKept() {
        connectAndImport();
        sandbox.close();

        assertEquals(0, terminal.run("services", "edit", "1", "--set", "buffer_time_minutes=7").exit());
        assertEquals(69, terminal.run("sync").exit());
        assertEquals("pending", terminal.run("services", "show", "1", "--json").json().path("syncStatus").asText());
    }

    @Test
    void aWorkspaceOpenElsewhereIs69() throws Exception {
        connectAndImport();
        try (var other = Holding.of(folder)) {
            var result = terminal.run("services", "list");

            assertEquals(69, result.exit());
            assertTrue(result.err().contains(Long.toString(other.pid())), result.err());
        }
    }

    @Test
    void aKeyOfAnotherAccountStopsBeforeAnythingIsRead() throws Exception {
        connectAndImport();
        var bob = new Account(2, "bob", "Bob Example", "bob@example.test", "Europe/Berlin", null);
        try (var other = SandboxServer.start(SandboxOptions.hosted().services(8).keys(Keys.anyFor(bob)))) {
            assertEquals(0, terminal.run("connect", "--url", other.baseUrl(), "--key-env", "BAD").exit());

            assertEquals(5, terminal.run("sync").exit());
        }
        assertEquals(8, terminal.run("status", "--json").json().path("statuses").path("synced").asInt());
    }

    @Test
    void aKeyExchangedForAnotherAccountsIsNoticed() throws Exception {
        var bob = new Account(2, "bob", "Bob Example", "bob@example.test", "Europe/Berlin", null);
        sandbox.close();
        sandbox =
                SandboxServer.start(SandboxOptions.hosted().services(8).keys(Keys.anyFor(bob).with(KEY, Account.ANN)));
        connectAndImport();
        terminal = new Terminal(folder, Map.of("GOOD", "cal_of_bob"));

        var result = terminal.run("sync");

        assertEquals(77, result.exit());
        assertTrue(result.err().contains("bob") && result.err().contains("ann"), result.err());
    }

    @Test
    void anEmptyListIs5UntilAManagerLetsItPass() {
        connectAndImport();
        sandbox.world().all().forEach(doc -> sandbox.world().delete(doc.path("id").asLong()));

        var stopped = terminal.run("sync");
        assertEquals(5, stopped.exit());
        assertEquals(5, terminal.run("sync", "--check-only").exit());
        assertEquals(8, terminal.run("status", "--json").json().path("statuses").path("synced").asInt());

        String code = stopped.err().strip().replaceAll("(?s).*--pass-guard ", "");
        assertEquals(64, terminal.run("sync", "--pass-guard", code, "--operator", "Sam:staff").exit());
        assertEquals(3, terminal.run("sync", "--pass-guard", code).exit());
        assertEquals(8, terminal.run("status", "--json").json().path("statuses").path("conflict").asInt());
    }

    @Test
    void aRefusedFieldIs4AndRetriedOnDemand() {
        connectAndImport();
        sandbox.faults().add(Fault.of(FaultKind.UNCHANGED).on("PATCH", "*").field("lengthInMinutes", null));
        terminal.run("services", "edit", "1", "--set", "duration_minutes=77");

        assertEquals(4, terminal.run("sync").exit());
        assertEquals("error", terminal.run("services", "show", "1", "--json").json().path("syncStatus").asText());
        assertEquals(0, terminal.run("sync", "--retry", "1").exit());
    }

    @Test
    void aCalComThatFallsSilentInTheMiddleIs69() {
        connectAndImport();
        sandbox.faults().add(Fault.of(FaultKind.ERROR_502).on("PATCH", "*").times(9));
        for (int id = 1; id <= 5; id++)
            terminal.run("services", "edit", Integer.toString(id), "--set", "duration_minutes=77");

        var result = terminal.run("sync");

        assertEquals(69, result.exit());
        assertTrue(result.out().contains("Cal.com gave no answer"), result.out());
    }

    @Test
    void openConflictsAre3WhereTheyAreListedToo() {
        connectAndImport();
        sandbox.world().edit(sandbox.world().all().getFirst().path("id").asLong(), doc -> doc.put("title", "Theirs"));
        assertEquals(3, terminal.run("sync").exit());

        assertEquals(3, terminal.run("conflicts", "list").exit());
        assertEquals(0, terminal.run("conflicts", "resolve", "1", "--all", "calcom").exit());
        assertEquals(0, terminal.run("conflicts", "list").exit());
    }

    @Test
    void whyAPushWaitsAndUntilWhenIsShown() {
        connectAndImport();
        sandbox.faults().add(Fault.of(FaultKind.ERROR_502).on("PATCH", "*"));
        terminal.run("services", "edit", "1", "--set", "duration_minutes=77");
        assertEquals(4, terminal.run("sync").exit());

        var shown = terminal.run("services", "show", "1", "--json").json();

        assertEquals(1, shown.path("failedTries").asInt());
        assertTrue(terminal.run("services", "show", "1").out().contains(shown.path("lastFailure").asText()));
        assertTrue(shown.path("nextTry").asText().endsWith("Z"));
    }

    @Test
    void aCheckFindsDifferencesWithoutWritingAnything() throws IOException {
        connectAndImport();
        terminal.run("services", "edit", "1", "--set", "duration_minutes=77");
        var database = folder.resolve("console.mv.db");
        var before = Files.readAllBytes(database);
        sandbox.log().clear();

        var check = terminal.run("sync", "--check-only", "--json");

        assertEquals(2, check.exit());
        var item = check.json().path("plan").path("items").path(0);
        assertEquals("push", item.path("action").asText());
        assertEquals(77, item.path("platform").asInt());
        assertTrue(sandbox.log().writes().isEmpty());
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(database)));
    }

    @Test
    void aViewerLooksAndChangesNothing() {
        connectAndImport();

        assertEquals(0, terminal.run("services", "list", "--operator", "Eve:viewer").exit());
        assertEquals(64, terminal.run("services", "edit", "1", "--set", "name=x", "--operator", "Eve:viewer").exit());
    }

    @Test
    void whatARoleMayNotSetIsRefusedBeforeAnyPreview() {
        connectAndImport();

        var refused = terminal.run("policies", "set", "name", "platform_wins", "--operator", "Sam:staff");

        assertEquals(64, refused.exit());
        assertTrue(refused.out().isEmpty() && refused.err().contains("needs a manager"), refused.out() + refused.err());
    }

    @Test
    void whatIsNotLinkedIsNotUnlinkedASecondTime() {
        connectAndImport();
        assertEquals(0, terminal.run("services", "unlink", "1").exit());

        var again = terminal.run("services", "unlink", "1");

        assertEquals(64, again.exit());
        assertTrue(again.err().contains("is not linked to an event type"), again.err());
    }

    @Test
    void theKeyIsInNoOutput() {
        var connected = terminal.run("connect", "--url", sandbox.baseUrl(), "--key-command", "echo " + KEY);
        var synced = terminal.run("sync");

        assertFalse((connected.out() + connected.err() + synced.out() + synced.err()).contains(KEY));
    }

    @Test
    void theKeyOfTheEnvironmentIsInNoFile() throws IOException {
        connectAndImport();
        terminal.run("sync");

        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(KEY),
                        file::toString);
            }
        }
    }

    private void connectAndImport() {
        assertEquals(0, terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "GOOD").exit());
        assertEquals(0, terminal.run("services", "import", "--all").exit());
    }
}
