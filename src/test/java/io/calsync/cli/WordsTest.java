package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.app.Terminal;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person reads at a terminal: the story of one service whose name and length are changed, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WordsTest {
    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;

    @SuppressWarnings("NullAway.Init") private Terminal terminal;

    @SuppressWarnings("NullAway.Init") private Path folder;

    private String id = "";

    @BeforeAll
    void imported(@TempDir Path temporary) throws Exception {
        folder = temporary;
        sandbox = SandboxServer.start(SandboxOptions.hosted().services(3));
        terminal = new Terminal(temporary, Map.of("KEY", "cal_words"));
        assertEquals(0, terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "KEY").exit());
        var imported = terminal.run("services", "import", "--all", "--json").json().path("imported");
        id = imported.path(0).path("id").asText();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private String out(int exit, String... words) {
        var result = terminal.run(words);
        assertEquals(exit, result.exit(), result.err());
        return result.out();
    }

    private static void assertSays(String text, String... parts) {
        for (String part : parts) assertTrue(text.contains(part), () -> "no “" + part + "” in:\n" + text);
    }

    @Test
    @Order(1)
    void whereNothingWaitsItSaysSo() {
        assertSays(out(0, "conflicts", "list"), "Nothing waits for a decision.");
        assertSays(out(0, "conflicts", "list", "--lang", "de"), "Nichts");
        assertTrue(terminal.run("conflicts", "list", "--json").json().isEmpty());
        var nothing = terminal.run("conflicts", "resolve", id, "--all", "calcom");
        assertEquals(64, nothing.exit());
        assertSays(nothing.err(), "no open field");
    }

    @Test
    @Order(2)
    void theStatusNamesTheConnectionAndCountsWithoutARequest() {
        long requests = sandbox.log().all().size();
        assertSays(out(0, "status"), sandbox.baseUrl(), "ann", "user", "synced", "pending", "conflict");
        assertEquals(requests, sandbox.log().all().size());
    }

    @Test
    @Order(3)
    void anEditSaysThatItWaitsAndTheStatusHowLong() {
        assertSays(out(0, "services", "edit", id, "--set", "duration_minutes=75"), "pending");
        assertSays(out(0, "status"), "about 1 s");
        assertSays(out(0, "status", "--lang", "de"), "etwa 1 s", "wartet");
    }

    @Test
    @Order(4)
    void theHistoryTellsWhoChangedWhatFromWhatToWhat() {
        var entry = out(0, "history", "--limit", "1", "--operator", "Mia:viewer");
        assertSays(entry, "edit", "Duration (Platform)", " min → 75 min");
        assertEquals(1, entry.lines().filter(line -> line.startsWith("#")).count());
        assertSays(out(0, "history", "--limit", "1", "--lang", "de"), "Dauer", "75 Min.");
    }

    @Test
    @Order(5)
    void oneServicesHistoryHoldsNoOther() {
        for (var entry : terminal.run("history", "--service", id, "--json").json())
            assertEquals(id, entry.path("serviceId").asText());
        assertSays(out(0, "history", "--service", "99999"), "There is no entry.");
        assertTrue(terminal.run("history", "--service", "99999", "--json").json().isEmpty());
    }

    @Test
    @Order(6)
    void aPlanSaysWhatWouldHappenAndHowManyRequestsItTook() {
        assertSays(out(2, "sync", "--check-only"), "duration_minutes", "push", "75", "nothing written");
        assertSays(out(2, "sync", "--check-only", "--lang", "de"), "duration_minutes");
    }

    @Test
    @Order(7)
    void aRunSaysWhatItDidAndASecondOneThatNothingWasLeft() {
        assertSays(out(0, "sync"), "Pushed 1");
        assertSays(out(0, "sync"), "Pushed 0");
    }

    @ParameterizedTest
    @Order(8)
    @CsvSource(delimiter = '|', textBlock = """
            45    | 45.0
            45,50 | 45.5
            45.05 | 45.05
            """)
    void aPriceIsReadWithCommaOrPoint(String typed, double price) {
        out(0, "services", "edit", id, "--set", "price=" + typed);
        assertEquals(price, terminal.run("services", "show", id, "--json").json().path("fields").path("price")
                .path("platform").asDouble());
    }

    @ParameterizedTest
    @Order(9)
    @CsvSource(delimiter = '|', textBlock = """
            price=1,200
            price=1.200
            price=45 EUR
            price=-1
            """)
    void aPriceThatCouldMeanSomethingElseIsRefusedAndNothingSaved(String assignment) {
        var before = terminal.run("services", "show", id, "--json").json();
        assertEquals(64, terminal.run("services", "edit", id, "--set", assignment).exit());
        assertEquals(before, terminal.run("services", "show", id, "--json").json());
    }

    @Test
    @Order(10)
    void severalFieldsAreSavedTogetherOrNotAtAll() {
        var refused = terminal.run("services", "edit", id, "--set", "name=Balayage", "--set", "slug=Not A Slug");
        assertEquals(64, refused.exit());
        assertFalse(out(0, "services", "show", id).contains("Balayage"));
        assertSays(out(0, "services", "edit", id, "--set", "name=Balayage", "--set", "slug=balayage"), "Balayage");
        assertEquals(1, sandbox.log().writes().size(), "saving sends nothing");
        out(0, "sync");
        assertEquals("{\"title\":\"Balayage\",\"slug\":\"balayage\"}", sandbox.log().writes().getLast().body());
    }

    @Test
    @Order(11)
    void theTrailIsWholeAndNamesItsHead() {
        var head = terminal.run("history", "--limit", "1", "--json").json().path(0).path("hash").asText();
        assertSays(out(0, "audit", "verify"), "whole", head);
        assertSays(out(0, "audit", "verify", "--lang", "de"), head);
    }

    @Test
    @Order(12)
    void aRetryOfOneServiceThatIsNotThereIsRefused() {
        var refused = terminal.run("sync", "--retry", "99999");
        assertEquals(64, refused.exit());
        assertSays(refused.err(), "99999");
        assertSays(out(0, "sync", "--retry"), "Pushed 0");
    }

    @Test
    @Order(13)
    void withoutAConnectionTheStatusSaysWhatToDo() {
        var fresh = new Terminal(folder.resolve("fresh"), Map.of());
        var result = fresh.run("status");
        assertFalse(result.exit() == 0 && result.out().isBlank());
        assertSays(result.out() + result.err(), "connect");
    }
}
