package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.sandbox.Client.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    private static final String ONE = "/v2/event-types/1";

    private SandboxServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = SandboxServer.start(SandboxOptions.hosted().services(4));
        client = Client.of(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private int length() {
        return server.world().get(1).path("lengthInMinutes").asInt();
    }

    private Reply setLength(int minutes) throws IOException, InterruptedException {
        return client.patch(ONE, "{\"lengthInMinutes\":" + minutes + "}");
    }

    @ParameterizedTest
    @CsvSource({"RESET_BEFORE,false", "RESET_AFTER,true", "TIMEOUT_BEFORE,false", "TIMEOUT_AFTER,true"})
    void aLostAnswerLeavesTheWriteDoneOrNot(FaultKind kind, boolean applied) {
        server.faults().add(Fault.of(kind).hold(Duration.ofMillis(20)));
        assertThrows(IOException.class, () -> setLength(99));
        assertEquals(applied, length() == 99);
        assertEquals(0, server.log().writes().getFirst().status());
    }

    @ParameterizedTest
    @CsvSource({
            "THROTTLED,429", "THROTTLED_BARE,429", "ERROR_500,500", "ERROR_502,502", "HTML,200", "UNAUTHORIZED,401",
            "FORBIDDEN,403"
    })
    void anAnswerInsteadAppliesNothing(FaultKind kind, int status) throws IOException, InterruptedException {
        server.faults().add(Fault.of(kind));
        assertEquals(status, setLength(99).status());
        assertFalse(length() == 99);
        assertEquals(200, setLength(99).status(), "the next request is well again");
    }

    @Test
    void aThrottledAnswerTellsWhenToComeBackOrNot() throws IOException, InterruptedException {
        server.faults().add(Fault.of(FaultKind.THROTTLED));
        server.faults().add(Fault.of(FaultKind.THROTTLED_BARE));
        assertEquals("60", client.get(ONE).header("X-RateLimit-Reset-Default"));
        assertEquals("", client.get(ONE).header("X-RateLimit-Reset-Default"));
    }

    @Test
    void aFieldCanComeBackUnchangedOrAsAThirdValue() throws IOException, InterruptedException {
        int before = length();
        server.faults().add(Fault.of(FaultKind.UNCHANGED).field("lengthInMinutes", null));
        assertEquals(before, setLength(99).data().path("lengthInMinutes").asInt());
        server.faults().add(Fault.of(FaultKind.NORMALISED).field("lengthInMinutes", IntNode.valueOf(100)));
        assertEquals(100, setLength(99).data().path("lengthInMinutes").asInt());
        assertEquals(100, length());
    }

    @Test
    void anAnswerCanLieAboutAField() throws IOException, InterruptedException {
        server.faults().add(Fault.of(FaultKind.FALSIFIED).field("lengthInMinutes", IntNode.valueOf(-7)));
        server.faults().add(Fault.of(FaultKind.FALSIFIED).field("title", null));
        assertEquals(-7, client.get(ONE).data().path("lengthInMinutes").asInt());
        assertFalse(client.get(ONE).data().has("title"));
        assertTrue(length() > 0);
    }

    @Test
    void jsonCanBeDamaged() throws IOException, InterruptedException {
        String right = client.get(ONE).text();
        server.faults().add(Fault.of(FaultKind.TRUNCATED));
        server.faults().add(Fault.of(FaultKind.DUPLICATED));
        server.faults().add(Fault.of(FaultKind.DEEP));
        server.faults().add(Fault.of(FaultKind.OVERSIZED).bytes(5000));
        assertEquals(right.substring(0, right.length() / 2), client.get(ONE).text());
        assertEquals(right + right, client.get(ONE).text());
        assertTrue(client.get(ONE).text().startsWith("[".repeat(100_000)));
        assertEquals(5000, client.get(ONE).json().path("padding").asText().length());
        server.faults().add(Fault.of(FaultKind.CUT_OFF));
        assertThrows(IOException.class, () -> client.get(ONE));
    }

    @Test
    void listsCanBeWrong() throws IOException, InterruptedException {
        server.faults().add(Fault.of(FaultKind.EMPTY_LIST));
        server.faults().add(Fault.of(FaultKind.MISSING_PAGE));
        server.faults().add(Fault.of(FaultKind.DUPLICATE_IDS));
        server.faults().add(Fault.of(FaultKind.EXTRA_FIELDS));
        assertEquals(List.of(), ids());
        assertEquals(List.of(1L, 2L), ids());
        assertEquals(List.of(1L, 2L, 3L, 4L, 1L), ids());
        assertTrue(client.get("/v2/event-types?sortCreatedAt=asc").data().path(0).has("quantumSlots"));
    }

    @Test
    void aStaleListShowsWhatWas() throws IOException, InterruptedException {
        JsonNode before = client.get("/v2/event-types?sortCreatedAt=asc").data();
        server.faults().add(Fault.of(FaultKind.STALE_LIST).after(1).on("GET", "/v2/event-types"));
        setLength(99);
        assertEquals(99,
                client.get("/v2/event-types?sortCreatedAt=asc").data().path(0).path("lengthInMinutes").asInt());
        assertEquals(before, client.get("/v2/event-types?sortCreatedAt=asc").data());
    }

    private List<Long> ids() throws IOException, InterruptedException {
        return client.get("/v2/event-types?sortCreatedAt=asc").data().valueStream().map(Documents::id).toList();
    }

    @Test
    void strikesOnlyWhatMatchesAndOnlySoOften() throws IOException, InterruptedException {
        server.faults().add(Fault.of(FaultKind.ERROR_500).on("PATCH", "/v2/event-types/*").after(1).times(2));
        assertEquals(200, client.get(ONE).status());
        assertEquals(List.of(200, 500, 500, 200), List.of(
                setLength(30).status(), setLength(31).status(), setLength(32).status(), setLength(33).status()));
        assertEquals(List.of(), server.faults().scripted());
    }

    @Test
    void aHeldConnectionIsLetGo() throws Exception {
        server.faults().add(Fault.of(FaultKind.SLOW).hold(Duration.ofHours(1)));
        try (var thread = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var reply = thread.submit(() -> client.get(ONE));
            while (!server.faults().scripted().isEmpty()) {
                Thread.onSpinWait();
            }
            while (!reply.isDone()) {
                server.faults().clear();
            }
            assertEquals(200, reply.get().status());
        }
    }

    @TestFactory
    Stream<DynamicTest> bodiesAreThoseOfARealServerInTrouble() {
        return Stream.of("401-dbdown-list", "403-dbdown-patch", "410-redis-down-list", "420-create-update-step-fails")
                .map(name -> DynamicTest.dynamicTest(name, () -> compareTrouble(Capture.named(name))));
    }

    private void compareTrouble(Capture capture) throws IOException, InterruptedException {
        boolean bare = capture.number() >= 410;
        server.faults().add(Fault.of(bare ? FaultKind.ERROR_500_AFTER : FaultKind.ERROR_500));
        String target = capture.request().path("path").asText("/v2/event-types");
        Reply reply = client.send(capture.method(), target, capture.requestBody().orElse(""), java.util.Map.of());
        JsonNode expected = capture.body().isTextual() ? Json.read(capture.body().textValue()) : capture.body();
        assertEquals(capture.status(), reply.status());
        assertEquals(timeless(expected), timeless(reply.json()));
        boolean created = server.world().exists(doc -> doc.path("slug").asText().equals("halfway"));
        assertEquals(capture.number() == 420, created, "a POST that failed half way has made something");
    }

    private static JsonNode timeless(JsonNode body) {
        ObjectNode copy = body.deepCopy();
        copy.remove("timestamp");
        return copy;
    }
}
