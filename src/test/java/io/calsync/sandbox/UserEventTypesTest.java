package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.sandbox.Client.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the captures alone do not show: other accounts, both profiles, the limits behind the limits.
class UserEventTypesTest {
    private static final Account BOB = new Account(2, "bob", "Bob", "bob@example.test", "UTC", null);
    private static final String TYPES = "/v2/event-types";
    private static final String ONE = TYPES + "/1";
    private static final String GUESTS_OFF = "{\"disableGuests\":true}";

    private SandboxServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        Keys keys = Keys.anyFor(Account.ANN).with("cal_bob", BOB).withExpired("cal_old");
        server = SandboxServer.start(SandboxOptions.hosted().keys(keys).services(3));
        client = Client.of(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Reply change(String body) throws IOException, InterruptedException {
        return client.patch(ONE, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"title\":null}", "{\"beforeEventBuffer\":null}", "{\"lengthInMinutes\":3000000000}",
            "{\"afterEventBuffer\":-3000000000}", "{\"title\":\"a\\u0000b\"}"
    })
    void whatTheDatabaseCannotHoldIsAFiveHundredForEver(String body) throws IOException, InterruptedException {
        ObjectNode before = server.world().get(1);
        assertEquals(List.of(500, 500), List.of(change(body).status(), change(body).status()));
        assertEquals(before, server.world().get(1));
    }

    @Test
    void aChangeIsAppliedWholeOrNotAtAll() throws IOException, InterruptedException {
        ObjectNode before = server.world().get(1);
        assertEquals(400, change("{\"title\":\"New\",\"lengthInMinutes\":0}").status());
        assertEquals(400, change("{\"title\":\"New\",\"bookingFields\":[]}").status());
        assertEquals(before, server.world().get(1));
    }

    @Test
    void aBodyOverAHundredKilobytesIsRefused() throws IOException, InterruptedException {
        Reply reply = change("{\"description\":\"" + "ü".repeat(60_000) + "\"}");
        assertEquals(413, reply.status());
        assertEquals(413, reply.json().path("statusCode").asInt());
        assertEquals(200, change("{\"description\":\"" + "ü".repeat(40_000) + "\"}").status());
    }

    @Test
    void absurdButValidValuesAreStored() throws IOException, InterruptedException {
        Reply reply = change(
                "{\"lengthInMinutes\":1000000,\"beforeEventBuffer\":-10,\"title\":\"" + "x".repeat(10_000) + "\"}");
        assertEquals(1_000_000, reply.data().path("lengthInMinutes").asInt());
        assertEquals(-10, reply.data().path("beforeEventBuffer").asInt());
        assertEquals(10_000, reply.data().path("title").asText().length());
    }

    @Test
    void severalMistakesAreToldAtOnce() throws IOException, InterruptedException {
        JsonNode errors = change("{\"minimumBookingNotice\":-1,\"hidden\":1,\"afterEventBuffer\":1.5}").json()
                .at("/error/details/errors");
        assertEquals(List.of("minimumBookingNotice", "afterEventBuffer", "hidden"),
                errors.valueStream().map(error -> error.path("property").asText()).toList());
    }

    @Test
    void durationOptionsReplaceThoseThatWere() throws IOException, InterruptedException {
        JsonNode after = change("{\"lengthInMinutes\":25,\"lengthInMinutesOptions\":[20,25]}").data();
        assertEquals(List.of(20, 25), after.path("lengthInMinutesOptions").valueStream().map(JsonNode::asInt).toList());
        assertEquals(after.path("lengthInMinutesOptions"), after.at("/metadata/multipleDuration"));
        assertEquals(33, change("{\"lengthInMinutes\":33}").data().path("lengthInMinutes").asInt());
    }

    @Test
    void anUnknownFieldTypeCannotBeSentBack() throws IOException, InterruptedException {
        String fields = "{\"bookingFields\":[{\"type\":\"unknown\",\"slug\":\"unknown\",\"bookingField\":\"{}\"}]}";
        assertEquals(400, change(fields).status());
    }

    @Test
    void textLimitsAreLostOnARoundTrip() throws IOException, InterruptedException {
        server.world().edit(1, doc -> doc.withArray("bookingFields").addObject()
                .put("isDefault", false).put("type", "text").put("slug", "note").put("label", "Note")
                .put("required", false).put("maxLength", 40).put("hidden", false));
        JsonNode fields = client.get(ONE).data().path("bookingFields");
        ObjectNode body = Json.object();
        body.set("bookingFields", fields);
        Reply reply = change(body.toString());
        assertEquals(200, reply.status());
        assertTrue(reply.text().contains("\"Note\""));
        assertFalse(reply.text().contains("maxLength"));
    }

    @Test
    void webMadeDefaultsNeedALabelOnTheWayBack() throws IOException, InterruptedException {
        server.world().edit(1, doc -> doc.set("bookingFields", BookingFields.afterWebCreate()));
        ObjectNode body = (ObjectNode) Json.read(GUESTS_OFF);
        body.set("bookingFields", client.get(ONE).data().path("bookingFields"));
        assertTrue(change(body.toString()).message().endsWith("label must be a string"));
    }

    @Test
    void anotherAccountSeesNothingOfIt() throws IOException, InterruptedException {
        try (Client bob = Client.with(server, "cal_bob")) {
            assertEquals(BOB.id(), bob.get("/v2/me").data().path("id").asLong());
            assertEquals(0, bob.get(TYPES).data().size());
            assertEquals(404, bob.get(ONE).status());
            assertEquals(403, bob.delete(ONE).status());
            assertEquals(201, bob.post(TYPES, "{\"title\":\"B\",\"slug\":\"b\",\"lengthInMinutes\":5}").status());
            assertEquals(4, bob.get(TYPES).data().path(0).path("id").asInt());
        }
        try (Client old = Client.with(server, "cal_old")) {
            assertEquals(401, old.get(TYPES).status());
        }
    }

    @Test
    void aHiddenOneIsListedAndCanBeDeletedOnce() throws IOException, InterruptedException {
        change("{\"hidden\":true}");
        assertEquals(3, client.get(TYPES).data().size());
        assertEquals(List.of(200, 404), List.of(client.delete(ONE).status(), client.get(ONE).status()));
        assertEquals(4, client.post(TYPES, "{\"title\":\"N\",\"slug\":\"n\",\"lengthInMinutes\":5}").data()
                .path("id").asInt(), "ids are not used again");
    }

    @Test
    void listsChangeTheirOrderUnlessAskedForOne() throws IOException, InterruptedException {
        change("{\"title\":\"touched\"}");
        assertEquals(List.of(2L, 3L, 1L), ids(TYPES));
        assertEquals(List.of(1L, 2L, 3L), ids(TYPES + "?sortCreatedAt=asc"));
        assertEquals(List.of(3L, 2L, 1L), ids(TYPES + "?sortCreatedAt=desc"));
    }

    private List<Long> ids(String target) throws IOException, InterruptedException {
        return client.get(target).data().valueStream().map(Documents::id).toList();
    }

    @Test
    void theWrongVersionAnswersWellAndDestroys() throws IOException, InterruptedException {
        try (Client wrong =
                new Client(server, Map.of("Authorization", "Bearer cal_x", "cal-api-version", "2020-01-01"))) {
            int length = server.world().get(1).path("lengthInMinutes").asInt();
            Reply reply = wrong.patch(ONE, "{\"lengthInMinutes\":99,\"title\":\"T\"}");
            assertEquals(200, reply.status());
            assertEquals("T", reply.data().path("title").asText());
            assertEquals(length, server.world().get(1).path("lengthInMinutes").asInt());
            assertEquals(1, server.world().get(1).path("bookingFields").size());
            assertEquals(200, wrong.patch(ONE, "{\"length\":77}").status());
            assertEquals(77, server.world().get(1).path("lengthInMinutes").asInt());
            assertEquals(201, wrong.post(TYPES, "{\"title\":\"L\",\"slug\":\"l\",\"length\":5}").status());
            assertEquals("attendeePhoneNumber", server.world().get(4).at("/bookingFields/2/slug").asText());
        }
    }

    @Test
    void theNextVersionIsKnownToAHostedServerOnly() throws IOException, InterruptedException {
        Map<String, String> next = Map.of("Authorization", "Bearer cal_x", "cal-api-version", "2026-06-12");
        try (Client hosted = new Client(server, next);
                SandboxServer own = SandboxServer.start(SandboxOptions.diy().services(1));
                Client diy = new Client(own, next)) {
            assertTrue(hosted.get(TYPES).data().isArray());
            assertFalse(hosted.patch(ONE, GUESTS_OFF).data().path("disableGuests").asBoolean());
            String guests = "{\"bookingFields\":[{\"type\":\"multiemail\",\"slug\":\"guests\",\"hidden\":true}]}";
            assertTrue(hosted.patch(ONE, guests).data().path("disableGuests").asBoolean());
            assertTrue(diy.get(TYPES).data().has("eventTypeGroups"));
            assertEquals("Cannot GET /v2/event-types/1/history", diy.get(ONE + "/history").message());
        }
    }

    @Test
    void theHistoryTellsWhoChangedWhat() throws IOException, InterruptedException {
        change("{\"lengthInMinutes\":33}");
        server.world().edit(1, doc -> doc.put("title", "Behind your back"));
        JsonNode page = client.get(ONE + "/history?limit=1").data();
        JsonNode last = page.at("/auditLogs/0");
        assertEquals(World.SOMEBODY, last.at("/actor/displayName").asText());
        assertEquals("Title", last.at("/displayFields/0/label").asText());
        assertEquals("Behind your back", last.at("/displayFields/0/fieldValue/value").asText());
        JsonNode rest = client.get(ONE + "/history?cursor=" + page.path("nextCursor").asText()).data();
        assertEquals("Ann Example", rest.at("/auditLogs/0/actor/displayName").asText());
        assertEquals(1, rest.at("/auditLogs/0/displayFields").size(), "only what differs");
        assertEquals("Length in minutes", rest.at("/auditLogs/0/displayFields/0/label").asText());
        assertTrue(rest.path("nextCursor").isNull());
    }

    @Test
    void badNumbersInTheQueryAreRefused() throws IOException, InterruptedException {
        assertEquals(400, client.get(ONE + "/history?limit=many").status());
    }
}
