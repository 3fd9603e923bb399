package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.calsync.app.Terminal;
import io.calsync.sandbox.LoggedRequest;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The product's main job by commands alone, from connecting to a resolved conflict, on a real database and real HTTP.
class StoryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;

    @SuppressWarnings("NullAway.Init") private Terminal terminal;

    private String id = "";
    private long eventType;

    @BeforeEach
    void connectedAndImported() throws Exception {
        sandbox = SandboxServer.start(SandboxOptions.hosted().services(4));
        terminal = new Terminal(folder, Map.of("CAL_KEY", "cal_story"));
        done("connect", "--url", sandbox.baseUrl(), "--key-env", "CAL_KEY");
        var first = done("services", "import", "--all", "--json").json().path("imported").path(0);
        id = first.path("id").asText();
        eventType = first.path("eventTypeId").asLong();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void anEditedDurationReachesCalComAndNothingElseChanges() {
        var before = sandbox.world().get(eventType);

        done("services", "edit", id, "--set", "duration_minutes=75");
        assertEquals("pending", service().path("syncStatus").asText());
        done("sync");

        assertEquals(before.put("lengthInMinutes", 75), sandbox.world().get(eventType));
        assertEquals("synced", service().path("syncStatus").asText());
        assertEquals("{\"lengthInMinutes\":75}", sandbox.log().writes().getLast().body());
    }

    @Test
    void aPolicyIsShownBeforeItIsSetAndActsAtTheNextSync() {
        long here = service().path("fields").path("duration_minutes").asLong();
        sandbox.world().edit(eventType, doc -> doc.put("lengthInMinutes", 99));
        assertEquals(3, terminal.run("sync").exit());
        var set = new String[]{"policies", "set", "duration_minutes", "platform-wins", "--service", id, "--json"};

        var preview = terminal.run(set);
        assertEquals(64, preview.exit(), "only shown");
        assertEquals("push", preview.json().path(0).path("effect").asText());
        assertEquals(99, preview.json().path(0).path("calcom").asLong());
        assertTrue(done("policies", "list", "--json").json().path("services").isEmpty());

        done(Stream.concat(Stream.of(set), Stream.of("--yes")).toArray(String[]::new));
        done("sync");
        assertEquals(here, sandbox.world().get(eventType).path("lengthInMinutes").asLong());
        assertEquals("platform_wins",
                done("policies", "list", "--json").json().path("services").path(0).path("policy").asText());
        var alone = new String[]{"policies", "set", "name", "leave-alone", "--service", id, "--yes"};
        assertEquals(64, terminal.run(alone).exit(), "leaving alone needs a reason");
        done("policies", "lift", "duration_minutes", "--service", id, "--yes");
        assertTrue(done("policies", "list", "--json").json().path("services").isEmpty());
    }

    @Test
    void aSecondSyncWritesNothing() {
        done("services", "edit", id, "--set", "duration_minutes=75");
        done("sync");
        long written = sandbox.log().all().getLast().number();

        var report = done("sync", "--json").json();

        assertTrue(sandbox.log().since(written).stream().noneMatch(LoggedRequest::isWrite));
        assertEquals(2, report.path("requests").asInt());
        assertTrue(report.path("pushed").isEmpty());
    }

    @Test
    void aChangeMadeAtCalComAppearsAsAConflictWithBothValues() {
        long here = service().path("fields").path("duration_minutes").asLong();
        sandbox.world().edit(eventType, doc -> doc.put("lengthInMinutes", 99));

        assertEquals(3, terminal.run("sync").exit());

        var field = terminal.run("conflicts", "list", "--json").json().path(0).path("fields").path("duration_minutes");
        assertEquals(here, field.path("base").asLong());
        assertEquals(here, field.path("platform").asLong());
        assertEquals(99, field.path("calcom").asLong());
        assertEquals("calcom_ahead", field.path("verdict").asText());
        var shown = done("conflicts", "show", id).out();
        assertTrue(shown.contains("99 min") && shown.contains(here + " min"), shown);
    }

    @Test
    void resolvingToPlatformRestoresCalComsValue() {
        long here = service().path("fields").path("duration_minutes").asLong();
        sandbox.world().edit(eventType, doc -> doc.put("lengthInMinutes", 99));
        terminal.run("sync");

        done("conflicts", "resolve", id, "--field", "duration_minutes=platform", "--note", "Prices are printed");

        assertEquals(here, sandbox.world().get(eventType).path("lengthInMinutes").asLong());
        assertEquals("synced", service().path("syncStatus").asText());
        assertTrue(done("history", "--service", id).out().contains("Prices are printed"));
    }

    @Test
    void resolvingToCalComTakesItsValueAndEchoesNothing() {
        sandbox.world().edit(eventType, doc -> doc.put("lengthInMinutes", 99));
        terminal.run("sync");
        long resolved = sandbox.log().all().getLast().number();

        done("conflicts", "resolve", id, "--all", "calcom");
        done("sync");

        assertEquals(99, service().path("fields").path("duration_minutes").asLong());
        assertEquals("synced", service().path("syncStatus").asText());
        assertTrue(sandbox.log().since(resolved).stream().noneMatch(LoggedRequest::isWrite));
    }

    @Test
    void theTrailTellsTheWholeStoryAndVerifies() {
        done("services", "edit", id, "--set", "duration_minutes=75", "--operator", "Mia");
        done("sync");
        sandbox.world().edit(eventType, doc -> doc.put("title", "Renamed there"));
        terminal.run("sync");
        done("conflicts", "resolve", id, "--all", "calcom", "--operator", "Jonas:manager");

        var verified = done("audit", "verify", "--json").json();
        var sources = done("history", "--service", id, "--json").json().findValuesAsText("source");

        assertTrue(verified.path("whole").asBoolean());
        assertTrue(verified.path("count").asInt() >= sources.size());
        assertTrue(sources.indexOf("decision") < sources.indexOf("drift"), sources::toString);
        assertTrue(sources.indexOf("drift") < sources.indexOf("push"), sources::toString);
        assertTrue(sources.indexOf("push") < sources.indexOf("edit"), sources::toString);
        assertEquals("import", sources.getLast());
    }

    @Test
    void anEditIsUndoneAndTheOldValueGoesOut() {
        long before = service().path("fields").path("duration_minutes").asLong();
        done("services", "edit", id, "--set", "duration_minutes=75");
        done("sync");
        long edit = entryFrom("edit").path("seq").asLong();

        done("undo", Long.toString(edit));
        done("sync");

        assertEquals(before, sandbox.world().get(eventType).path("lengthInMinutes").asLong());
    }

    @Test
    void anUnlinkedServiceIsLinkedAgainWithoutAWrite() {
        done("services", "unlink", id);
        assertEquals("never", service().path("syncStatus").asText());

        done("services", "link", id, Long.toString(eventType));

        assertEquals("synced", service().path("syncStatus").asText());
        assertTrue(sandbox.log().writes().isEmpty());
    }

    @Test
    void aNewServiceIsCreatedAtCalCom() {
        var added = done("services", "add", "--set", "name=Föhnen", "--set", "slug=foehnen", "--set", "price=19,50",
                "--json").json();

        var created = done("services", "create", added.path("id").asText(), "--json").json();

        var there = sandbox.world().get(created.path("eventTypeId").asLong());
        assertEquals("Föhnen", there.path("title").asText());
        assertEquals(19.5, service(added.path("id").asText()).path("fields").path("price").asDouble());
    }

    @Test
    void aForceNamesWhatItReplacesAndWaitsForYes() {
        long here = service().path("fields").path("duration_minutes").asLong();
        sandbox.world().edit(eventType, doc -> doc.put("lengthInMinutes", 99));

        var preview = terminal.run("sync", "--force", "--json");
        assertEquals(64, preview.exit());
        assertEquals(99, preview.json().path("replaces").path(id).path("duration_minutes").asLong());
        assertTrue(sandbox.log().writes().isEmpty());

        done("sync", "--force", "--yes");
        assertEquals(here, sandbox.world().get(eventType).path("lengthInMinutes").asLong());
    }

    @Test
    void aDeletedEventTypeIsAskedAboutAndItsServiceDeactivated() {
        sandbox.world().delete(eventType);
        assertEquals(3, terminal.run("sync").exit());
        assertTrue(terminal.run("conflicts", "list", "--json").json().path(0).path("gone").asBoolean());

        done("conflicts", "resolve", id, "--deleted", "deactivate");

        assertFalse(service().path("active").asBoolean());
        assertTrue(service().path("eventTypeId").isNull());
    }

    @Test
    void aReceiptAnExportAndWhatLeavesWithItAreProvedFromOutside() {
        var receipt = folder.resolve("receipt.json").toString();
        var export = folder.resolve("export.jsonl").toString();
        done("audit", "receipt", receipt);
        assertTrue(done("audit", "verify", "--receipt", receipt, "--json").json().path("whole").asBoolean());
        int entries = done("history", "--json", "--limit", "1000").json().size();

        assertEquals(64, terminal.run("audit", "export", export, "--remove").exit());
        var tomorrow = LocalDate.now(ZoneId.systemDefault()).plusDays(1).toString();
        assertEquals(64, terminal.run("audit", "export", export, "--until", tomorrow, "--remove").exit());
        assertEquals(entries, done("history", "--json", "--limit", "1000").json().size());
        var second = folder.resolve("second.jsonl").toString();
        done("audit", "export", second, "--until", tomorrow, "--remove", "--yes");

        assertEquals("archive", done("history", "--json").json().path(0).path("source").asText());
        assertEquals(1, done("history", "--json").json().size());
        done("audit", "verify");
        assertEquals(0, terminal.bare("audit", "verify", "--export", second, "--receipt", receipt).exit());
        done("audit", "verify", "--receipt", receipt);
        assertTrue(terminal.run("undo", "1").err().contains("second.jsonl"));
    }

    @Test
    void aBackupIsRestoredAndWhatItReplacedIsKept() throws Exception {
        var file = folder.resolve("copy.zip").toString();
        done("backup", file);
        done("services", "edit", id, "--set", "name=After the backup");
        assertEquals(64, terminal.run("restore", file).exit());
        assertEquals(64, terminal.run("restore", file, "--yes", "--operator", "Sam:staff").exit());
        Files.writeString(folder.resolve("none.zip"), "no zip");
        assertEquals(64, terminal.run("restore", folder.resolve("none.zip").toString(), "--yes").exit());
        assertEquals("After the backup", service().path("name").asText());

        var kept = Path.of(done("restore", file, "--yes", "--json").json().path("kept").asText());
        assertFalse(service().path("name").asText().equals("After the backup"));
        assertTrue(kept.getFileName().toString().startsWith("console-replaced-"), kept::toString);
        assertTrue(Files.size(kept) > 0);
        done("audit", "verify");
        assertEquals("archive", done("history", "--json").json().path(0).path("source").asText());

        Files.write(folder.resolve("console.mv.db"), new byte[5000]);
        assertEquals(69, terminal.run("status").exit());
        done("restore", file, "--yes");
        done("audit", "verify");
    }

    @Test
    void whoChangedItAtCalComIsShownWithTheConflict() {
        sandbox.world().edit(eventType, doc -> doc.put("title", "Theirs"));
        terminal.run("sync");
        var shown = done("conflicts", "show", id, "--json").json();
        assertFalse(shown.path("changedBy").asText().isEmpty(), shown::toString);
        assertFalse(shown.path("firstSeen").isNull());
    }

    @Test
    void aRunIsReportedAndADecisionIsTakenBackAfterAPreview() {
        sandbox.world().edit(eventType, doc -> doc.put("title", "Theirs"));
        terminal.run("sync");
        var run = done("runs", "--json").json().path(0).path("run").asText();
        assertTrue(done("runs").out().contains("waiting for a decision 1"));
        assertTrue(done("history", "--run", run, "--json").json().size() >= 2);
        String ours = service().path("name").asText();
        done("conflicts", "resolve", id, "--all", "platform");
        done("sync");
        var seq = entryFrom("decision").path("seq").asText();
        assertTrue(done("undo", seq, "--preview").out().contains("“Theirs” with the next push"));
        assertEquals(ours, service().path("name").asText());
        done("undo", seq);
        done("sync");
        assertEquals("Theirs", sandbox.world().get(eventType).path("title").asText());
        assertEquals("Theirs", service().path("name").asText());
    }

    @Test
    void aBackupIsAFileOfItsOwnAndNeverReplacesOne() {
        var file = folder.resolve("copy.zip").toString();

        done("backup", file);

        assertTrue(Path.of(file).toFile().length() > 0);
        assertEquals(64, terminal.run("backup", file).exit());
    }

    private Terminal.Result done(String... words) {
        var result = terminal.run(words);
        assertEquals(0, result.exit(), () -> String.join(" ", words) + "\n" + result.out() + result.err());
        return result;
    }

    private JsonNode service() {
        return service(id);
    }

    private JsonNode service(String which) {
        for (JsonNode listed : done("services", "list", "--json").json()) {
            if (listed.path("id").asText().equals(which)) return listed;
        }
        throw new AssertionError("no service " + which);
    }

    private JsonNode entryFrom(String source) {
        for (JsonNode entry : done("history", "--json").json()) {
            if (entry.path("source").asText().equals(source)) return entry;
        }
        throw new AssertionError("no entry from " + source);
    }
}
