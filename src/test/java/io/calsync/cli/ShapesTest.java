package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.calsync.app.Terminal;
import io.calsync.domain.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The JSON that scripts rely on, on the sample after its first sync: it holds every status.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShapesTest {
    @SuppressWarnings("NullAway.Init") private Terminal terminal;

    @SuppressWarnings("NullAway.Init") private JsonNode report;

    @BeforeAll
    void synced(@TempDir Path folder) {
        terminal = new Terminal(folder, Map.of());
        report = terminal.run("--sample", "sync", "--json").json();
    }

    @Test
    void aListedServiceHasItsKeysAndValuesOfTheirKind() {
        var services = terminal.run("services", "list", "--json").json();

        var cut = named(services, "Kinderhaarschnitt");
        assertTrue(names(cut)
                .containsAll(Set.of("id", "name", "companyId", "branchId", "eventTypeId", "syncStatus", "active",
                        "online", "bookable", "acceptedDifferences", "lastSync", "fields")));
        assertTrue(cut.path("id").isIntegralNumber() && cut.path("eventTypeId").isIntegralNumber());
        assertTrue(cut.path("active").isBoolean() && cut.path("bookable").asBoolean());
        assertEquals("synced", cut.path("syncStatus").asText());
        var fields = cut.path("fields");
        for (Field field : Field.values()) assertTrue(fields.has(field.key()), field.key());
        assertEquals(20.5, fields.path("price").doubleValue());
        assertEquals(30, fields.path("duration_minutes").intValue());
        assertTrue(fields.path("is_online").isBoolean());
        assertTrue(named(services, "Typberatung").path("eventTypeId").isNull());
        assertTrue(named(services, "Typberatung").path("lastSync").isNull());
    }

    @Test
    void anAcceptedDifferenceIsNamedBesideTheStatusAndWithBothValues() {
        var id = named(terminal.run("services", "list", "--json").json(), "Rebuild Treatment").path("id").asText();
        terminal.run("conflicts", "resolve", id, "--field", "price=accept");

        var line = terminal.run("services", "list").out().lines().filter(each -> each.contains("Rebuild Treatment"))
                .findFirst().orElseThrow();
        assertTrue(line.contains("synced (price differs)"), line);
        var shown = terminal.run("services", "show", id);
        assertTrue(shown.out().contains("≠ Price: €15.50 here, €0.00 at Cal.com."), shown.out());
        var json = terminal.run("services", "show", id, "--json").json();
        assertEquals("price", json.path("acceptedDifferences").path(0).asText());
    }

    @Test
    void aShownServiceHasBothSidesOfEveryField() {
        long id = named(terminal.run("services", "list", "--json").json(), "Premium Cut").path("id").asLong();

        var fields = terminal.run("services", "show", Long.toString(id), "--json").json().path("fields");

        assertEquals("Premium Cut", fields.path("name").path("base").asText());
        assertEquals("Premium Cut", fields.path("name").path("platform").asText());
        assertEquals("Standard Cut", fields.path("name").path("calcom").asText());
        assertEquals("calcom_ahead", fields.path("name").path("verdict").asText());
        assertEquals(60.0, fields.path("price").path("calcom").doubleValue());
        assertEquals("agreed", fields.path("slug").path("verdict").asText());
    }

    @Test
    void aSyncReportsWhatItDidAndWhatItHadPlanned() {
        assertTrue(report.path("pushed").size() > 3);
        assertTrue(report.path("conflicts").size() > 5);
        assertEquals(3, report.path("unlinked").asInt());
        assertTrue(report.path("failed").path(0).path("reason").isTextual());
        assertTrue(report.path("requests").asInt() > 10);
        var actions = new TreeSet<>(report.path("plan").path("items").findValuesAsText("action"));
        assertTrue(actions.containsAll(Set.of("push", "ask", "agree", "blocked", "missing")), actions::toString);
    }

    @Test
    void whatAnUndoWouldDoAndDidIsJson() {
        long id = named(terminal.run("services", "list", "--json").json(), "Typberatung").path("id").asLong();
        terminal.run("services", "edit", Long.toString(id), "--set", "duration_minutes=77");
        String seq = terminal.run("history", "--limit", "1", "--json").json().path(0).path("seq").asText();

        var preview = terminal.run("undo", seq, "--preview", "--json").json();
        assertTrue(preview.path("effects").path(0).asText().contains(" min”"), preview.toString());
        assertEquals(id, terminal.run("undo", seq, "--json").json().path("id").asLong());

        var again = terminal.run("undo", seq, "--json");
        assertEquals(4, again.exit());
        assertFalse(again.json().path("error").asText().contains("someone"), again.out());
    }

    @Test
    void theHistoryNamesAPolicyInWords() {
        terminal.run("policies", "set", "name", "leave_alone", "--service", "1", "--reason", "Werbung", "--yes");

        assertTrue(terminal.run("history", "--limit", "1").out().contains("leave alone (Werbung)"));
        assertTrue(terminal.run("history", "--limit", "1", "--lang", "de").out().contains("(Werbung)"));
        assertFalse(terminal.run("history", "--limit", "200").out().contains("sent "));
    }

    @Test
    void theStatusCountsEveryStatus() {
        var status = terminal.run("status", "--json").json();

        assertEquals("http://sample.localhost/v2", status.path("connection").path("server").asText());
        int counted = 0;
        for (JsonNode count : status.path("statuses")) counted += count.asInt();
        assertEquals(status.path("services").asInt(), counted);
        assertTrue(status.path("statuses").path("conflict").asInt() > 0);
        assertEquals(4, terminal.run("status").exit());
    }

    @Test
    void anEntryOfTheHistoryNamesWhoWhatAndBothValues() {
        var entry = terminal.run("history", "--limit", "200", "--json").json().valueStream()
                .filter(any -> any.path("source").asText().equals("push") && !any.path("changes").isEmpty()).findFirst()
                .orElseThrow();

        assertTrue(entry.path("seq").asLong() > 0 && entry.path("at").asText().endsWith("Z"));
        assertTrue(entry.path("serviceId").isIntegralNumber());
        assertTrue(names(entry.path("changes").path(0)).containsAll(Set.of("field", "aspect", "from", "to")));
        assertEquals(64, entry.path("hash").asText().length());
    }

    private static JsonNode named(JsonNode services, String name) {
        return services.valueStream().filter(service -> service.path("name").asText().equals(name)).findFirst()
                .orElseThrow();
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
