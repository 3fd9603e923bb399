package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.sandbox.Client.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds answers of every route, good and bad ones, against the published description.
@EnabledIf("io.calsync.sandbox.Contract#present")
class ContractTest {
    private static final String TYPE = "{\"title\":\"Cut\",\"slug\":\"cut\",\"lengthInMinutes\":30}";
    private static final String TEAM_TYPE = TYPE.replace("}", ",\"schedulingType\":\"managed\"}");
    private static final String CHANGE = "{\"title\":\"Cut 2\",\"disableGuests\":true,\"confirmationPolicy\":"
            + "{\"type\":\"time\",\"noticeThreshold\":{\"unit\":\"hours\",\"count\":3},"
            + "\"blockUnconfirmedBookingsInBooker\":true}}";

    private Contract contract;
    private SandboxServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        contract = Contract.read();
        Team team = new Team(7, "salon", "Salon", 90L, Set.of(1L, 2L));
        Keys keys = Keys.only(Map.of("cal_test", Account.ANN));
        server = SandboxServer.start(SandboxOptions.hosted().keys(keys).teams(List.of(team)));
        Catalogue.generate(Account.ANN, 100, 60).forEach(server.world()::put);
        client = Client.of(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Reply call(String method, String target, String body) throws IOException, InterruptedException {
        Reply reply = client.send(method, target, body, Map.of());
        assertEquals(List.of(), contract.complaints(method, target, reply), reply::text);
        return reply;
    }

    static Stream<Arguments> lives() {
        String team = "/v2/teams/7/event-types";
        return Stream.of(
                Arguments.of("/v2/event-types", TYPE),
                Arguments.of(team, TEAM_TYPE),
                Arguments.of(team, TEAM_TYPE.replace("managed", "roundRobin")),
                Arguments.of("/v2/organizations/90/teams/7/event-types", TEAM_TYPE.replace("managed", "collective")));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void aWholeLifeKeepsTheContract(String base, String body) throws IOException, InterruptedException {
        Reply created = call("POST", base, body);
        var data = created.data().isArray() ? created.data().path(0) : created.data();
        String one = base + "/" + Documents.id(data);
        assertEquals(400, call("POST", base, body).status());
        assertEquals(400, call("POST", base, "{}").status());
        assertEquals(200, call("PATCH", one, CHANGE).status());
        assertEquals(200, call("GET", one, "").status());
        assertEquals(200, call("GET", base + "?sortCreatedAt=asc", "").status());
        assertEquals(200, call("DELETE", one, "").status());
        assertEquals(404, call("GET", one, "").status());
    }

    @Test
    void overviewsKeepTheContract() throws IOException, InterruptedException {
        client.post("/v2/teams/7/event-types", TEAM_TYPE);
        assertEquals(200, call("GET", "/v2/me", "").status());
        assertEquals(200, call("GET", "/v2/teams", "").status());
        assertEquals(61, call("GET", "/v2/event-types", "").data().size());
        assertEquals(200, call("GET", "/v2/organizations/90/teams/event-types?take=1", "").status());
    }

    @Test
    void refusalsKeepTheContract() throws IOException, InterruptedException {
        try (Client stranger = Client.with(server, "cal_wrong");
                Client nobody = new Client(server, Map.of("cal-api-version", Client.VERSION))) {
            for (Client who : List.of(stranger, nobody)) {
                Reply reply = who.get("/v2/event-types/100");
                assertEquals(List.of(), contract.complaints("GET", "/v2/event-types/100", reply));
            }
        }
        for (FaultKind kind : List.of(FaultKind.THROTTLED, FaultKind.UNAUTHORIZED, FaultKind.FORBIDDEN)) {
            server.faults().add(Fault.of(kind));
            call("GET", "/v2/event-types", "");
        }
    }

    @Test
    void theSampleKeepsTheContract() throws IOException, InterruptedException {
        try (SandboxServer sample = SandboxServer.start(Sample.load().options());
                Client own = Client.of(sample)) {
            Reply list = own.get("/v2/event-types");
            assertEquals(List.of(), contract.complaints("GET", "/v2/event-types", list));
        }
    }

    /// A check that cannot fail would prove nothing.
    @Test
    void aBrokenAnswerIsNoticed() throws IOException, InterruptedException {
        server.faults().add(Fault.of(FaultKind.FALSIFIED).field("title", null));
        Reply reply = client.get("/v2/event-types");
        assertEquals(60, contract.complaints("GET", "/v2/event-types", reply).size());
    }
}
