package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlPagesTest {
    private SandboxServer server;
    private Client client;
    private Client console;

    @BeforeEach
    void start() throws IOException {
        server = SandboxServer.start(SandboxOptions.diy().services(2));
        client = Client.with(server, "cal_secret");
        console = new Client(server, Map.of());
    }

    @AfterEach
    void stop() {
        client.close();
        console.close();
        server.close();
    }

    @Test
    void requestsAreToldWithoutTheirKeys() throws IOException, InterruptedException {
        client.get("/v2/event-types?sortCreatedAt=asc");
        client.patch("/v2/event-types/1", "{\"title\":\"T\"}");
        JsonNode requests = console.get("/sandbox/requests").json();
        assertEquals(2, requests.size());
        assertEquals("/v2/event-types?sortCreatedAt=asc", requests.at("/0/path").asText());
        assertEquals("2024-06-14", requests.at("/0/version").asText());
        assertEquals("{\"title\":\"T\"}", requests.at("/1/body").asText());
        assertEquals(200, requests.at("/1/status").asInt());
        assertFalse(requests.toString().contains("secret"));
        assertEquals(1, console.get("/sandbox/requests?since=1").json().size());
        assertEquals(1, server.log().writes().size());
        console.delete("/sandbox/requests");
        assertEquals(0, server.log().all().size());
    }

    @Test
    void rawDocumentsAreShownOfAllAccounts() throws IOException, InterruptedException {
        JsonNode types = console.get("/sandbox/event-types").json();
        assertEquals(server.world().all(), types.valueStream().toList());
    }

    @Test
    void faultsAreScriptedOverHttp() throws IOException, InterruptedException {
        String fault = "{\"kind\":\"NORMALISED\",\"method\":\"PATCH\",\"path\":\"/v2/event-types/*\",\"times\":2,"
                + "\"field\":\"lengthInMinutes\",\"value\":60}";
        assertEquals(201, console.post("/sandbox/faults", fault).status());
        assertEquals(60, client.patch("/v2/event-types/1", "{\"lengthInMinutes\":45}").data()
                .path("lengthInMinutes").asInt());
        assertEquals(1, console.get("/sandbox/faults").json().at("/0/times").asInt());
        console.delete("/sandbox/faults");
        assertEquals(45, client.patch("/v2/event-types/1", "{\"lengthInMinutes\":45}").data()
                .path("lengthInMinutes").asInt());
    }

    @Test
    void mistakesAreAnswered() throws IOException, InterruptedException {
        assertEquals(400, console.post("/sandbox/faults", "{\"kind\":\"EARTHQUAKE\"}").status());
        assertEquals(400, console.post("/sandbox/faults", "{").status());
        assertEquals(404, console.get("/sandbox/weather").status());
        assertTrue(server.faults().scripted().isEmpty());
    }
}
