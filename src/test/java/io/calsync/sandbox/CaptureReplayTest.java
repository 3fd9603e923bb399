package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.sandbox.Client.Reply;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Sends every recorded request again, to a sandbox brought into the recorded situation, and compares the answers field
/// by field.
class CaptureReplayTest {
    /// What cannot be sent again, and why.
    private static final Map<String, String> NOT_COMPARABLE = Map.of(
            "321-rate-limit-trace", "a series: RateLimitTest replays it",
            "324-rate-limit-recovery", "a series: RateLimitTest replays it",
            "330-custom-rate-limits", "a server with other limits configured",
            "401-dbdown-list", "needs a stopped database: FaultsTest compares the body",
            "403-dbdown-patch", "needs a stopped database: FaultsTest compares the body",
            "407-db-frozen-list", "no answer came: the time-out faults stand for it",
            "410-redis-down-list", "needs a stopped cache: FaultsTest compares the body",
            "320-rate-limited-429", "needs 120 requests first: RateLimitTest compares it",
            "420-create-update-step-fails", "needs a broken database: FaultsTest compares it");

    @TestFactory
    Stream<DynamicTest> answersLikeTheRealServer() {
        List<Capture> captures = Capture.all();
        return captures.stream()
                .filter(capture -> !NOT_COMPARABLE.containsKey(capture.name()))
                .map(capture -> DynamicTest.dynamicTest(capture.name(), () -> compare(captures, capture)));
    }

    private static void compare(List<Capture> all, Capture capture) throws IOException, InterruptedException {
        Situation situation = new Situation(all, capture);
        try (SandboxServer server = SandboxServer.start(situation.options());
                Client client = new Client(server, Map.of())) {
            Reply reply = client.send(
                    capture.method(), capture.target(), capture.requestBody().orElse(""), headers(capture, client));
            assertEquals(capture.status(), reply.status(), reply::text);
            assertEquals(Set.copyOf(limits(capture)), Set.copyOf(limits(reply)));
            assertEquals(capture.header("Content-Type").orElse(""), reply.header("Content-Type"));
            if (!capture.body().isTextual()) {
                assertEquals(comparable(capture, capture.body()), comparable(capture, reply.json()));
            } else {
                assertEquals(capture.body().textValue(), reply.text());
            }
        }
    }

    /// A recorded ETag means nothing here, so the current one is asked for first.
    private static Map<String, String> headers(Capture capture, Client client)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(capture.requestHeaders());
        if (headers.remove("If-None-Match") != null) {
            Reply before = client.send(capture.method(), capture.target(), "", headers);
            headers.put("If-None-Match", before.header("ETag"));
        }
        return headers;
    }

    private static List<String> limits(Capture capture) {
        return capture.header("X-RateLimit-Limit-Default").stream().toList();
    }

    private static List<String> limits(Reply reply) {
        return reply.response().headers().allValues("X-RateLimit-Limit-Default");
    }

    /// The body as text, so that the order of keys counts in the current version; times differ by nature.
    private static String comparable(Capture capture, JsonNode body) {
        JsonNode copy = body.deepCopy();
        if (copy instanceof ObjectNode object && object.has("timestamp")) {
            object.put("timestamp", "");
        }
        return Situation.isLegacy(capture) ? LegacyComparison.of(copy) : inAnyOrder(capture, copy).toPrettyString();
    }

    /// Without `sortCreatedAt` the real server's order is that of its table's pages; only the content is compared.
    private static JsonNode inAnyOrder(Capture capture, JsonNode body) {
        boolean free = body.path("data").isArray() && !capture.target().contains("sortCreatedAt");
        return free ? LegacyComparison.sortedById(body) : body;
    }
}
