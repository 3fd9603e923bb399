package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamEventTypesTest {
    private static final Team SALON = new Team(7, "salon", "Salon", null, Set.of(1L, 2L));
    private static final Team NORTH = new Team(8, "north", "North", 90L, Set.of(1L));
    private static final Team FOREIGN = new Team(9, "foreign", "Foreign", null, Set.of(3L));
    private static final String TYPES = "/v2/teams/7/event-types";
    private static final String CUT =
            "{\"title\":\"Cut\",\"slug\":\"cut\",\"lengthInMinutes\":30,\"schedulingType\":\"%s\"}";

    private SandboxServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = SandboxServer.start(SandboxOptions.hosted().teams(List.of(SALON, NORTH, FOREIGN)));
        client = Client.of(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private long create(String base, String scheduling) throws IOException, InterruptedException {
        JsonNode data = client.post(base, CUT.formatted(scheduling)).data();
        return Documents.id(data.isArray() ? data.path(0) : data);
    }

    @Test
    void aTeamsEventTypeLivesUnderItsTeamOnly() throws IOException, InterruptedException {
        long id = create(TYPES, "roundRobin");
        assertEquals(200, client.get(TYPES + "/" + id).status());
        assertEquals(404, client.get("/v2/event-types/" + id).status());
        assertEquals(404, client.patch("/v2/event-types/" + id, "{}").status());
        assertEquals(0, client.get("/v2/event-types").data().size());
        assertEquals(45, client.patch(TYPES + "/" + id, "{\"lengthInMinutes\":45}").data()
                .path("lengthInMinutes").asInt());
        assertEquals(200, client.delete(TYPES + "/" + id).status());
        assertEquals(0, client.get(TYPES).data().size());
    }

    @Test
    void aManagedOneAnswersWithItsChildren() throws IOException, InterruptedException {
        long id = create(TYPES, "managed");
        JsonNode family = client.patch(TYPES + "/" + id, "{\"lengthInMinutes\":50}").data();
        assertEquals(List.of(50, 50, 50), family.valueStream().map(type -> type.path("lengthInMinutes").asInt())
                .toList());
        JsonNode mine = client.get("/v2/event-types").data();
        assertEquals(1, mine.size());
        assertEquals(id, mine.path(0).path("parentEventTypeId").asLong());
        assertEquals(1, client.get(TYPES).data().size());
        client.delete(TYPES + "/" + id);
        assertEquals(List.of(), server.world().all());
    }

    @Test
    void aSlugIsTakenInItsTeamEvenByItself() throws IOException, InterruptedException {
        long id = create(TYPES, "collective");
        assertEquals("Team event type with this slug already exists",
                client.post(TYPES, CUT.formatted("roundRobin")).message());
        assertEquals(400, client.patch(TYPES + "/" + id, "{\"slug\":\"cut\"}").status());
        assertEquals(200, client.patch(TYPES + "/" + id, "{\"slug\":\"cut-2\"}").status());
        assertEquals(400, client.post(TYPES, CUT.formatted("random")).status());
    }

    @Test
    void organizationsArePaged() throws IOException, InterruptedException {
        String base = "/v2/organizations/90/teams/8/event-types";
        for (int i = 0; i < 5; i++) {
            client.post(base, CUT.formatted("roundRobin").replace("\"cut\"", "\"cut-" + i + "\""));
        }
        String all = "/v2/organizations/90/teams/event-types?sortCreatedAt=asc";
        assertEquals(5, client.get(all).data().size());
        assertEquals(List.of(3L, 4L), client.get(all + "&take=2&skip=2").data().valueStream().map(Documents::id)
                .toList());
        assertEquals(1, client.get(all + "&take=2&skip=4").data().size());
        assertEquals(400, client.get(all + "&take=251").status());
        assertEquals(403, client.get("/v2/organizations/91/teams/event-types").status());
        assertEquals(403, client.get("/v2/organizations/91/teams/8/event-types").status());
    }

    @Test
    void onlyMembersGetIn() throws IOException, InterruptedException {
        assertEquals(403, client.get("/v2/teams/9/event-types").status());
        assertEquals(2, client.get("/v2/teams").data().size());
    }

    @Test
    void aSelfHostedServerKnowsNoTeams() throws IOException, InterruptedException {
        try (SandboxServer diy = SandboxServer.start(SandboxOptions.diy().teams(List.of(SALON)));
                Client own = Client.of(diy)) {
            assertEquals("Cannot GET " + TYPES, own.get(TYPES).message());
            assertTrue(own.get("/v2/organizations/90/teams/event-types").message().startsWith("Cannot GET"));
        }
    }
}
