package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.calsync.domain.Attempt;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Link;
import io.calsync.domain.Money;
import io.calsync.domain.Outlook;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Times;
import io.calsync.domain.Values;
import io.calsync.domain.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sample is for looking at: each status, each field's difference and each incident must be there after the first
/// check.
class SampleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Sample sample = Sample.load();
    private final Map<String, Row> rows = new TreeMap<>();
    private SandboxServer server;
    private Client client;

    @BeforeEach
    void firstCheck() throws IOException, InterruptedException {
        server = SandboxServer.start(sample.options());
        client = Client.of(server);
        Map<Long, JsonNode> listed = new HashMap<>();
        client.get("/v2/event-types?sortCreatedAt=asc").data().forEach(doc -> listed.put(Documents.id(doc), doc));
        for (Sample.Service service : sample.services()) {
            rows.put(Objects.requireNonNull(service.columns().get("name")).toString(), checked(service, listed));
        }
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static Row checked(Sample.Service service, Map<Long, JsonNode> listed) {
        Row row = Row.of(1, values(service.columns()));
        if (service.eventTypeId() == 0) {
            return row;
        }
        Map<Field, FieldFacts> facts = new EnumMap<>(Field.class);
        service.leaveAlone().forEach((column, reason) -> facts.put(
                Field.of(column).orElseThrow(), FieldFacts.NONE.with(new OwnPolicy(Policy.LEAVE_ALONE, reason))));
        Values base = values(service.lastAgreed());
        row = new Row(
                1, Link.to(service.eventTypeId()), base, row.platform(), Values.NONE, facts, Attempt.NONE, Times.NONE,
                0);
        JsonNode doc = listed.get(service.eventTypeId());
        return doc == null ? row.missing(service.eventTypeId(), NOW) : row.seen(eventType(doc));
    }

    private static Values values(Map<String, Object> columns) {
        Values values = Values.NONE;
        for (Field field : Field.synced()) {
            Object value = columns.get(field.key());
            values = values.with(field, value instanceof BigDecimal price ? Money.of(price, "EUR") : value);
        }
        return values;
    }

    private static EventType eventType(JsonNode doc) {
        Map<String, ?> raw = plain(doc);
        Values values = Values.NONE;
        for (Field field : Field.synced()) {
            values = values.with(field, field.mapping().read(raw));
        }
        return new EventType(Documents.id(doc), 0, values, Map.of(), NOW, List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> plain(JsonNode doc) {
        return new ObjectMapper().convertValue(doc, Map.class);
    }

    private Row row(String name) {
        return Objects.requireNonNull(rows.get(name), name);
    }

    private Set<SyncStatus> statuses() {
        return rows.values().stream().map(SampleTest::status).collect(Collectors.toSet());
    }

    private static SyncStatus status(Row row) {
        return Outlook.of(row, Rules.DEFAULT).status();
    }

    @Test
    void everyStatusIsThere() {
        assertEquals(EnumSet.allOf(SyncStatus.class), statuses());
        long synced = rows.values().stream().filter(row -> status(row) == SyncStatus.SYNCED).count();
        assertTrue(synced >= 10, "most of a business is in order, here " + synced);
        assertTrue(rows.size() >= 40);
    }

    @Test
    void everySyncedFieldDiffersSomewhere() {
        Set<Field> differing = EnumSet.noneOf(Field.class);
        rows.values().forEach(row -> Field.synced().stream().filter(field -> differs(row, field)).forEach(
                differing::add));
        assertEquals(Field.synced(), differing);
    }

    private static boolean differs(Row row, Field field) {
        return Set.of(Verdict.PLATFORM_AHEAD, Verdict.CALCOM_AHEAD, Verdict.BOTH_CHANGED).contains(row.verdict(field))
                || (field == Field.PRICE && row.verdict(field) == Verdict.FIRST_LINK);
    }

    @Test
    void theIncidentsOfTheRealPlatformAreThere() {
        Row cut = row("Premium Cut");
        assertTrue(Outlook.of(cut, Rules.DEFAULT).open().containsAll(Set.of(Field.NAME, Field.PRICE)));
        assertEquals("Standard Cut", cut.calcom().text(Field.NAME));
        assertEquals(Verdict.BOTH_CHANGED, row("Dauerwelle").verdict(Field.DURATION));
        assertEquals(115L, row("Dauerwelle").calcom().get(Field.DURATION));
        assertEquals(Money.of(BigDecimal.ZERO, "EUR"), row("Rebuild Treatment").calcom().get(Field.PRICE));
        assertEquals(Verdict.LEFT_ALONE, row("Ansatzfärbung").verdict(Field.ACTIVE));
        assertEquals(SyncStatus.SYNCED, status(row("Komplette Umfärbung")));
        assertEquals(SyncStatus.ERROR, status(row("Hochsteckfrisur")));
        assertEquals(Verdict.AGREED, row("Damenhaarschnitt").verdict(Field.DURATION));
        assertEquals(Verdict.FIRST_LINK, row("Bartpflege").verdict(Field.NAME));
        assertEquals(SyncStatus.SYNCED, status(row("Pony schneiden")));
    }

    @Test
    void lostEventTypesAreLostForDifferentReasons() throws IOException, InterruptedException {
        for (String name : List.of("Glossing Express", "Olaplex-Kur", "Brautstyling")) {
            Row row = row(name);
            assertEquals(SyncStatus.CONFLICT, status(row), name);
            assertEquals(404, client.get("/v2/event-types/" + row.link().eventTypeId()).status(), name);
        }
        assertFalse(server.world().find(row("Glossing Express").link().eventTypeId()).isPresent());
        assertTrue(server.world().find(row("Olaplex-Kur").link().eventTypeId()).isPresent());
        assertEquals(88, Documents.team(server.world().get(row("Brautstyling").link().eventTypeId())));
    }

    @Test
    void someEventTypesHaveNoService() throws IOException, InterruptedException {
        Set<Long> linked = sample.services().stream().map(Sample.Service::eventTypeId).collect(Collectors.toSet());
        List<String> unlinked = client.get("/v2/event-types").data().valueStream()
                .filter(doc -> !linked.contains(Documents.id(doc)))
                .map(doc -> doc.path("title").asText())
                .sorted()
                .toList();
        assertEquals(List.of("Kopfmassage", "Schnitt für Neukunden", "Schulungstermin (intern)"), unlinked);
    }

    @Test
    void theHistoryTellsWhoRenamedTheCut() throws IOException, InterruptedException {
        long id = row("Premium Cut").link().eventTypeId();
        JsonNode log = client.get("/v2/event-types/" + id + "/history").data().at("/auditLogs/0");
        assertEquals("Tamara Tann", log.at("/actor/displayName").asText());
        Map<String, String> became = new TreeMap<>();
        log.path("displayFields").forEach(field -> became.put(
                field.path("label").asText(), field.at("/fieldValue/value").asText()));
        assertEquals(Map.of("Title", "Standard Cut", "Price", "6000", "Description", "Schnitt und Styling."), became);
    }

    @Test
    void segmentsAddUpToTheDuration() throws IOException {
        for (Sample.Service service : sample.services()) {
            Object segments = service.columns().get("segments");
            if (segments != null) {
                long sum = new ObjectMapper().readTree(segments.toString()).valueStream()
                        .mapToLong(part -> part.path("duration").asLong())
                        .sum();
                assertEquals(service.columns().get("duration_minutes"), sum);
            }
        }
    }

    @Test
    void branchesAndCompaniesFitTogether() {
        Set<String> branches = sample.companies().stream()
                .flatMap(company -> company.branches().stream().map(branch -> company.id() + branch.id()))
                .collect(Collectors.toSet());
        assertEquals(2, sample.companies().size());
        sample.services().forEach(
                service -> assertTrue(branches.contains(service.companyId() + service.branchId()), service::toString));
    }
}
