package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.sandbox.Client.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Instant START = Instant.parse("2026-11-23T01:05:00Z");
    private static final List<String> HEADERS = List.of(
            "x-ratelimit-limit-default", "x-ratelimit-remaining-default", "x-ratelimit-reset-default");

    /// Where the steps of the recorded Reset header put the start of the window, on the recorder's clock.
    private static final double WINDOW_BEGAN = 0.06;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private SandboxServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        InstantSource clock = now::get;
        server = SandboxServer.start(SandboxOptions.hosted().clock(clock));
        client = Client.of(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Reply at(double seconds) throws IOException, InterruptedException {
        now.set(START.plus(Duration.ofMillis(Math.round(seconds * 1000))));
        return client.get("/v2/event-types");
    }

    private static void assertHeaders(JsonNode expected, Reply reply, String about) {
        HEADERS.forEach(name -> assertEquals(expected.path(name).asText(), reply.header(name), about + " " + name));
    }

    @Test
    void oneRequestTooManyBlocksAsRecorded() throws IOException, InterruptedException {
        Reply last = null;
        for (JsonNode step : Capture.named("321-rate-limit-trace").content()) {
            last = at(Math.max(0, step.path("t").asDouble() - WINDOW_BEGAN));
            assertEquals(step.path("status").asInt(), last.status());
            assertHeaders(step.path("headers"), last, step.path("n").asText());
        }
        ObjectNode expected = Capture.named("320-rate-limited-429").body().deepCopy();
        JsonNode actual = last == null ? expected.nullNode() : last.json();
        expected.set("timestamp", actual.path("timestamp"));
        assertEquals(expected, actual);
    }

    @Test
    void theBlockEndsAsRecorded() throws IOException, InterruptedException {
        for (int i = 0; i < 121; i++) {
            at(0);
        }
        for (JsonNode step : Capture.named("324-rate-limit-recovery").content()) {
            // The recorded times are rounded to tenths, which would fall on the wrong side of a full second.
            Reply reply = at(Math.floor(step.path(0).asDouble()));
            assertEquals(step.path(1).asInt(), reply.status(), step::toString);
            assertHeaders(step.path(2), reply, step.toString());
        }
    }

    @Test
    void theWindowIsFixedAndBeginsWithItsFirstRequest() throws IOException, InterruptedException {
        assertEquals("119", at(0).header("X-RateLimit-Remaining-Default"));
        assertEquals("118", at(59.9).header("X-RateLimit-Remaining-Default"));
        assertEquals("119", at(60).header("X-RateLimit-Remaining-Default"));
    }

    @Test
    void anUnchangedListCountsToo() throws IOException, InterruptedException {
        String etag = at(0).header("ETag");
        Reply again = client.send("GET", "/v2/event-types", "", Map.of("If-None-Match", etag));
        assertEquals(304, again.status());
        assertEquals("118", again.header("X-RateLimit-Remaining-Default"));
    }

    @Test
    void keysHaveBucketsOfTheirOwn() throws IOException, InterruptedException {
        at(0);
        try (Client other = Client.with(server, "cal_other")) {
            assertEquals("119", other.get("/v2/me").header("X-RateLimit-Remaining-Default"));
        }
    }

    @Test
    void withoutLimitAnyNumberPasses() throws IOException, InterruptedException {
        try (SandboxServer open = SandboxServer.start(SandboxOptions.hosted().withoutRateLimit());
                Client many = Client.of(open)) {
            for (int i = 0; i < 130; i++) {
                assertEquals(200, many.get("/v2/me").status());
            }
        }
    }
}
