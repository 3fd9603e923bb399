package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every answer that was recorded on a real server goes through the client.
class CapturesTest {
    private static final Path FOLDER = Path.of("..", "shared", "captures");
    private static final Values NEW =
            Values.NONE.with(Field.NAME, "x").with(Field.SLUG, "haircut").with(Field.DURATION, 30L);

    /// One exchange.
    private record Capture(String name, String method, String target, JsonNode response) {
        int status() {
            return response.path("status").asInt();
        }

        String body() {
            return response.path("body").isTextual() ? response.path("body").textValue()
                    : response.path("body").toString();
        }

        long id() {
            return Long.parseLong(target.replaceAll(".*/event-types/(\\d+)$", "$1"));
        }

        boolean list() {
            return target.startsWith("/v2/event-types") && !target.startsWith("/v2/event-types/");
        }

        boolean one() {
            return target.matches("/v2/event-types/\\d+");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedAnswerIsUnderstood() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no captures beside this clone");
        List<Capture> captures;
        try (var files = Files.list(FOLDER)) {
            captures = files.filter(file -> file.toString().endsWith(".json")).sorted().map(CapturesTest::read)
                    .filter(CapturesTest::replayable).toList();
        }
        assertFalse(captures.size() < 70, "only " + captures.size() + " captures");
        return captures.stream().map(capture -> DynamicTest.dynamicTest(capture.name(), () -> replay(capture)));
    }

    private static boolean replayable(Capture capture) {
        boolean answered = capture.status() > 0 && capture.status() != 304 && !capture.method().equals("DELETE");
        return answered && (capture.list() || capture.one() || capture.target().equals("/v2/me"));
    }

    private static void replay(Capture capture) throws Exception {
        try (var server = new StubServer()) {
            if (capture.method().equals("PATCH")) server.then(200, proof(capture.id()));
            if (capture.method().equals("POST")) server.then(200, "{\"status\":\"success\",\"data\":[]}");
            server.then(capture.status(), capture.body());
            if (capture.status() == 401) server.then(401, capture.body());
            String expected = problem(capture);
            if (expected.isEmpty()) {
                List<EventType> read = ask(server, capture);
                var data = capture.response().at("/body/data");
                assertEquals(data.isArray() ? data.size() : data.has("lengthInMinutes") ? 1 : 0, read.size());
                for (int i = 0; i < read.size(); i++) assertReads(data.isArray() ? data.get(i) : data, read.get(i));
            } else {
                var thrown = assertThrows(ProblemException.class, () -> ask(server, capture));
                assertEquals(expected, thrown.problem().getClass().getSimpleName(), thrown.getMessage());
            }
        }
    }

    private static List<EventType> ask(StubServer server, Capture capture) throws ProblemException {
        var eventTypes = server.user();
        return switch (capture.method() + (capture.list() ? " list" : capture.one() ? " one" : " me")) {
            case "GET list" -> eventTypes.list();
            case "GET one" -> List.of(eventTypes.read(capture.id()));
            case "PATCH one" -> List.of(eventTypes.write(current(capture.id()), Patch.of(Field.NAME, "x")));
            case "POST list" -> List.of(eventTypes.create(NEW, 0));
            default -> {
                assertEquals("ann", eventTypes.account().username());
                yield List.of();
            }
        };
    }

    private static void assertReads(JsonNode data, EventType read) {
        var values = read.values();
        assertEquals(data.path("id").asLong(), read.id());
        assertEquals(data.path("title").asText().strip(), values.text(Field.NAME));
        assertEquals(data.path("lengthInMinutes").asLong(), values.get(Field.DURATION));
        assertEquals(!data.path("hidden").asBoolean(), values.flag(Field.ACTIVE));
        assertEquals(data.path("afterEventBuffer").asLong(), values.get(Field.BUFFER_AFTER));
        assertEquals(data.path("beforeEventBuffer").asLong(), values.get(Field.BUFFER_BEFORE));
        assertEquals(data.at("/confirmationPolicy/type").isTextual(), values.flag(Field.CONFIRMATION));
        assertEquals(data.path("disableGuests").asBoolean(), values.flag(Field.DISABLE_GUESTS));
        assertEquals(data.path("minimumBookingNotice").asLong(), values.get(Field.MINIMUM_NOTICE));
        assertEquals(data.path("description").asText().strip(), values.text(Field.DESCRIPTION));
        assertEquals(data.path("slug").asText(), values.text(Field.SLUG));
        assertEquals(data.at("/metadata/apps/stripe/enabled").asBoolean(), values.has(Field.PRICE));
        assertEquals(List.of(), read.complaints());
    }

    /// What the facts about Cal.com's errors say of this answer; "" for a good one.
    private static String problem(Capture capture) {
        String body = capture.body();
        boolean otherVersion =
                body.contains("eventTypeGroups") || body.contains("\"eventType\":") || body.contains("\"length\":");
        return switch (capture.status()) {
            case 200, 201 -> !otherVersion ? "" : capture.method().equals("GET") ? "WrongRoute" : "UnreadableAnswer";
            case 400 -> body.contains("url_duplicate") || body.contains("with this slug") ? "SlugTaken" : "Rejected";
            case 401, 403 -> "KeyRefused";
            case 404 -> body.contains("Cannot GET") ? "WrongRoute" : "NotFound";
            case 429 -> "TooManyRequests";
            default -> "ServerFailed";
        };
    }

    private static Capture read(Path file) {
        try {
            var exchange = new ObjectMapper().readTree(file.toFile());
            var request = exchange.path("request");
            String target = request.path("url").asText(request.path("path").asText()).replaceFirst("http://[^/]*", "");
            String name = file.getFileName().toString().replace(".json", "");
            return new Capture(name, request.path("method").asText(), target, exchange.path("response"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static EventType current(long id) {
        return new EventType(id, 0, Values.NONE, Map.of("id", id), Instant.EPOCH, List.of());
    }

    static String proof(long id) {
        return "{\"status\":\"success\",\"data\":{\"id\":" + id + ",\"lengthInMinutes\":30,\"title\":\"x\"}}";
    }
}
