package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.calsync.app.Terminal;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred services by way of a spreadsheet, seven lines of it wrong: written, looked at, imported, mended, imported.
class FilesTest {
    private static final int SERVICES = 200;
    private static final Map<Integer, String> WRONG = Map.of(
            10, "9000", 40, "soon", 70, "-5", 100, "1441", 130, "60.5", 160, "0", 190, "2 h");

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") private Terminal terminal;

    @Test
    void aFileOfTwoHundredLinesWithSevenWrong() throws Exception {
        try (var sandbox = SandboxServer.start(SandboxOptions.hosted().services(SERVICES))) {
            terminal = new Terminal(folder.resolve("workspace"), Map.of("CAL_KEY", "cal_story"));
            run(0, "connect", "--url", sandbox.baseUrl(), "--key-env", "CAL_KEY");
            run(0, "services", "import", "--all");
            var written = folder.resolve("services.csv");
            run(0, "export", written.toString(), "--columns", "id,name,duration_minutes");
            assertEquals(64, terminal.run("export", written.toString()).exit(), "never over an older file");
            var edited = edited(written, WRONG);
            var refused = folder.resolve("refused.csv");

            var plan = json(4, "services", "import-file", edited.toString(), "--dry-run");
            assertEquals(SERVICES - 7, plan.path("changed").asInt());
            assertEquals(7, plan.path("refused").size());
            assertEquals("33",
                    plan.path("changes").path(0).path("fields").path("duration_minutes").path("new").asText());
            assertEquals(0, edits(), "a dry run writes nothing");

            var done = run(4, "services", "import-file", edited.toString(), "--refused", refused.toString());
            assertTrue(done.out().contains("Changed 193, added 0"), done.out());
            assertTrue(done.err().contains("Line 11: Duration: Between 1 and 1440 minutes; this is 9000."), done.err());
            assertEquals(SERVICES - 7, edits());
            assertTrue(sandbox.log().writes().isEmpty(), "nothing goes out before a sync");

            Files.writeString(refused,
                    Files.readString(refused).replaceAll(",(9000|soon|-5|60\\.5|0|2.h|1441),", ",33,"));
            run(0, "services", "import-file", refused.toString());
            assertEquals(SERVICES, edits());
            var right = edited(written, Map.of());
            assertEquals(SERVICES, json(0, "services", "import-file", right.toString(), "--dry-run").path("unchanged")
                    .asInt());
        }
    }

    @Test
    void aWorkbookIsWrittenAndNewServicesAreAdded() throws Exception {
        terminal = new Terminal(folder.resolve("workspace"), Map.of());
        run(0, "status", "--sample");
        var book = folder.resolve("all.xlsx");
        run(0, "export", book.toString(), "--sample");
        assertTrue(Files.size(book) > 2_000);
        assertFalse(Files.exists(folder.resolve("all.xlsx.part")));

        var csv = folder.resolve("new.csv");
        Files.writeString(csv, "Bezeichnung;Preis;Dauer\nNägel;12,50;20\n");
        var result = terminal.run("services", "import-file", csv.toString(), "--sample", "--company", "1",
                "--match", "Bezeichnung=name", "--key", "name");
        assertEquals(0, result.exit(), result.err());
        assertTrue(terminal.run("services", "list", "--sample").out().contains("Nägel"));
        assertEquals(64, terminal.run("export", folder.resolve("all.doc").toString(), "--sample").exit());
    }

    /// The last cell of each line becomes 33, or what a person got wrong there.
    private Path edited(Path written, Map<Integer, String> wrong) throws Exception {
        var lines = new ArrayList<String>();
        for (String line : Files.readAllLines(written)) {
            String minutes = wrong.getOrDefault(lines.size(), "33");
            lines.add(lines.isEmpty() ? line : line.substring(0, line.lastIndexOf(',') + 1) + minutes);
        }
        return Files.write(folder.resolve("edited" + wrong.size() + ".csv"), lines);
    }

    private long edits() {
        return json(0, "history", "--limit", "2000").findValuesAsText("source").stream().filter("edit"::equals).count();
    }

    private JsonNode json(int exit, String... words) {
        var args = new ArrayList<>(List.of(words));
        args.add("--json");
        return run(exit, args.toArray(String[]::new)).json();
    }

    private Terminal.Result run(int exit, String... words) {
        var result = terminal.run(words);
        assertEquals(exit, result.exit(), () -> String.join(" ", words) + "\n" + result.out() + result.err());
        return result;
    }
}
