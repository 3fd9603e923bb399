package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.sandbox.Client.Reply;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxServerTest {
    private static final String TYPES = "/v2/event-types";

    @Test
    void itListensOnTheLoopbackInterfaceUntilClosed() throws Exception {
        SandboxServer first = SandboxServer.start(SandboxOptions.hosted());
        assertEquals("http://127.0.0.1:" + first.port() + "/v2", first.baseUrl());
        SandboxOptions samePort = SandboxOptions.hosted().port(first.port());
        assertThrows(BindException.class, () -> SandboxServer.start(samePort));
        first.close();
        try (SandboxServer again = SandboxServer.start(samePort);
                Client client = Client.of(again)) {
            assertEquals(200, client.get("/v2/me").status());
        }
    }

    @Test
    void aChangedEventTypeHasAnotherEntityTag() throws IOException, InterruptedException {
        try (SandboxServer server = SandboxServer.start(SandboxOptions.hosted().services(1));
                Client client = Client.of(server)) {
            String etag = client.get(TYPES).header("ETag");
            Map<String, String> known = Map.of("If-None-Match", "W/\"other\", " + etag);
            Reply unchanged = client.send("GET", TYPES, "", known);
            assertEquals(304, unchanged.status());
            assertEquals("", unchanged.text());
            client.patch(TYPES + "/1", "{\"title\":\"T\"}");
            Reply changed = client.send("GET", TYPES, "", known);
            assertEquals(200, changed.status());
            assertNotEquals(etag, changed.header("ETag"));
        }
    }

    @Test
    void writersAtTheSameTimeLoseNothing() throws Exception {
        try (SandboxServer server = SandboxServer.start(SandboxOptions.hosted().withoutRateLimit());
                Client client = Client.of(server);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> posts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String body = "{\"title\":\"T\",\"slug\":\"s" + i / 2 + "\",\"lengthInMinutes\":5}";
                posts.add(() -> client.post(TYPES, body).status());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> post : threads.invokeAll(posts)) {
                statuses.add(post.get());
            }
            assertEquals(20, statuses.stream().filter(status -> status == 201).count(), "one of two has the slug");
            assertEquals(20, server.world().all().size());
            assertEquals(40, server.log().all().getLast().number());
        }
    }

    @ParameterizedTest
    @CsvSource({"cal_known,200", "cal_unknown,401", "sk_known,401", "CAL_known,401"})
    void onlyListedKeysAreGoodWhereKeysAreListed(String key, int status) throws IOException, InterruptedException {
        Keys keys = Keys.only(Map.of("cal_known", Account.ANN));
        try (SandboxServer server = SandboxServer.start(SandboxOptions.hosted().keys(keys));
                Client client = Client.with(server, key)) {
            assertEquals(status, client.get("/v2/me").status());
        }
    }

    @Test
    void brokenJsonIsRefusedBeforeAnythingElse() throws IOException, InterruptedException {
        try (SandboxServer server = SandboxServer.start(SandboxOptions.hosted().services(1));
                Client client = Client.of(server)) {
            Reply reply = client.patch(TYPES + "/1", "{\"title\":oops}");
            assertEquals(400, reply.status());
            assertEquals("", reply.header("X-RateLimit-Limit-Default"), "the body is read before the limiter asks");
            assertTrue(reply.message().startsWith("Unexpected token"));
        }
    }
}
