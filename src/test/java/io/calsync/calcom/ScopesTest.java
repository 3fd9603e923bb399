package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.calcom.Discovery.Found;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Documents;
import io.calsync.sandbox.Keys;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sandbox.Team;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopesTest {
    private static final long ORGANIZATION = 50;
    private static final Account ANN = new Account(1, "ann", "Ann", "ann@example.test", "Europe/Berlin", ORGANIZATION);
    private static final Team SALON = new Team(7, "salon", "Salon", null, Set.of(1L));
    private static final Team NORTH = new Team(8, "north", "North", ORGANIZATION, Set.of(1L));
    private static final Team SOUTH = new Team(9, "south", "South", ORGANIZATION, Set.of(1L));

    private final CalCom calCom = new CalCom(InstantSource.system());
    private final SandboxServer sandbox;

    ScopesTest() throws Exception {
        var options = SandboxOptions.hosted().keys(Keys.anyFor(ANN)).teams(List.of(SALON, NORTH, SOUTH)).services(2);
        sandbox = SandboxServer.start(options.withoutRateLimit());
        sandbox.world().putAll(
                List.of(of(SALON, 101, "roundRobin"), of(NORTH, 102, "collective"), of(SOUTH, 103, "roundRobin")));
        sandbox.log().clear();
    }

    @AfterEach
    void stop() {
        calCom.close();
        sandbox.close();
    }

    private static ObjectNode of(Team team, long id, String scheduling) {
        var type = Documents.ofTeam(team, id, scheduling);
        return type.put("slug", "type-" + id).put("title", "Type " + id).put("lengthInMinutes", 30);
    }

    private EventTypes connect(Scope scope) throws ProblemException {
        return calCom.connect(ServerAddress.clean(sandbox.baseUrl()), new ApiKey("cal_test"), scope, 120);
    }

    private List<String> asked() {
        return sandbox.log().all().stream().map(request -> request.method() + " " + request.path()).toList();
    }

    @Test
    void aTeamsEventTypesLieBelowTheTeam() throws Exception {
        var eventTypes = connect(new Scope.Team(7));
        var first = eventTypes.list().getFirst();

        eventTypes.write(eventTypes.read(101), Patch.of(Field.NAME, "Cut"));

        assertEquals(7, first.teamId());
        assertEquals("Cut", sandbox.world().get(101).path("title").asText());
        var below = "/v2/teams/7/event-types";
        assertEquals(List.of("GET " + below + "?sortCreatedAt=asc", "GET " + below + "/101", "PATCH " + below + "/101"),
                asked());
    }

    @Test
    void aTeamsPatchLeavesAnUnchangedSlugOut() throws Exception {
        var eventTypes = connect(new Scope.Team(7));
        var current = eventTypes.read(101);

        var values = Values.NONE.with(Field.NAME, "Cut").with(Field.SLUG, "type-101");
        var after = eventTypes.write(current, Patch.between(Values.NONE, values));
        assertEquals("{\"title\":\"Cut\"}", sandbox.log().writes().getFirst().body());

        assertEquals(after.values(), eventTypes.write(after, Patch.of(Field.SLUG, "type-101")).values());
        assertEquals(1, sandbox.log().writes().size());
    }

    @Test
    void anOrganizationsTeamIsItsOwnScope() throws Exception {
        var eventTypes = connect(new Scope.OrganizationTeam(ORGANIZATION, 8));

        assertEquals(List.of(102L), eventTypes.list().stream().map(type -> type.id()).toList());
        assertEquals("Type 102", eventTypes.read(102).values().text(Field.NAME));
        assertTrue(asked().getLast().endsWith("/v2/organizations/50/teams/8/event-types/102"));
    }

    @Test
    void aWholeOrganizationIsListedInPagesAndWrittenBelowTheOwnTeam() throws Exception {
        var many = new ArrayList<ObjectNode>();
        for (int id = 1001; id <= 1498; id++) many.add(of(SOUTH, id, "roundRobin"));
        sandbox.world().putAll(many);
        var eventTypes = connect(new Scope.Organization(ORGANIZATION));

        assertEquals(500, eventTypes.list().size());
        eventTypes.write(eventTypes.read(1400), Patch.of(Field.DURATION, 55L));

        assertEquals(55, sandbox.world().get(1400).path("lengthInMinutes").asInt());
        assertEquals(3, asked().stream().filter(request -> request.contains("take=250")).count());
        assertEquals("PATCH /v2/organizations/50/teams/9/event-types/1400", asked().getLast());
    }

    @Test
    void theTeamOfAnEventTypeIsLookedUpOnce() throws Exception {
        var eventTypes = connect(new Scope.Organization(ORGANIZATION));

        assertEquals(9, eventTypes.read(103).teamId());
        assertEquals(8, eventTypes.read(102).teamId());

        assertEquals(1, asked().stream().filter(request -> request.contains("skip=0")).count());
    }

    @Test
    void whatNoListOfAnOrganizationNamesIsConfirmedBeforeItCountsAsGone() throws Exception {
        var eventTypes = connect(new Scope.Organization(ORGANIZATION));

        var thrown = assertThrows(ProblemException.class, () -> eventTypes.read(4711));

        assertInstanceOf(Problem.NotFound.class, thrown.problem());
        assertEquals("GET /v2/event-types/4711", asked().getLast());
    }

    @Test
    void ofAManagedEventTypeTheParentIsAnswered() throws Exception {
        sandbox.world().put(of(NORTH, 300, "managed"));
        sandbox.world().put(
                of(NORTH, 301, "managed").put("parentEventTypeId", 300).put("ownerId", 1).putNull("schedulingType"));
        var eventTypes = connect(new Scope.Organization(ORGANIZATION));

        var after = eventTypes.write(eventTypes.read(300), Patch.of(Field.NAME, "Managed"));

        assertEquals(300, after.id());
        assertEquals("Managed", after.values().text(Field.NAME));
    }

    @Test
    void aTeamsEventTypeIsServedByAllMembersInTurn() throws Exception {
        var values = Values.NONE.with(Field.NAME, "Perm").with(Field.SLUG, "perm").with(Field.DURATION, 90L);

        var made = connect(new Scope.Organization(ORGANIZATION)).create(values, 8);

        assertEquals(8, made.teamId());
        assertEquals("roundRobin", sandbox.world().get(made.id()).path("schedulingType").asText());
    }

    @Test
    void inAnOrganizationNothingIsCreatedWithoutATeam() throws Exception {
        var values = Values.NONE.with(Field.NAME, "Perm").with(Field.SLUG, "perm").with(Field.DURATION, 90L);
        var eventTypes = connect(new Scope.Organization(ORGANIZATION));

        assertEquals("write.needs-team",
                assertThrows(ProblemException.class, () -> eventTypes.create(values, 0)).problem()
                        .message().key());
        assertEquals(List.of(), asked());
    }

    @Test
    void discoveryNamesWhatTheKeyReaches() throws Exception {
        var found = calCom.discover(ServerAddress.clean(sandbox.baseUrl()), new ApiKey("cal_test"));

        assertEquals("ann", found.account().username());
        assertEquals(Set.of(Field.PRICE), found.readOnly());
        assertEquals(List.of(
                new Found(new Scope.User(), "", OptionalInt.of(2)),
                new Found(new Scope.Team(7), "Salon", OptionalInt.of(1)),
                new Found(new Scope.OrganizationTeam(ORGANIZATION, 8), "North", OptionalInt.of(1)),
                new Found(new Scope.OrganizationTeam(ORGANIZATION, 9), "South", OptionalInt.of(1)),
                new Found(new Scope.Organization(ORGANIZATION), "", OptionalInt.of(2))), found.found());
    }

    @Test
    void whoChangedAnEventTypeIsTold() throws Exception {
        var eventTypes = connect(new Scope.User());
        var current = eventTypes.read(eventTypes.list().getFirst().id());
        eventTypes.write(current, Patch.of(Field.DURATION, 77L));

        var newest = eventTypes.history(current.id()).getFirst();

        assertEquals("Ann", newest.who());
        assertEquals(List.of("77"), List.copyOf(newest.changes().values()));
    }

    @Test
    void aServerWithoutTeamsHasThePersonsOwnEventTypes() throws Exception {
        try (var diy = SandboxServer.start(SandboxOptions.diy().services(4))) {
            var found = calCom.discover(ServerAddress.clean(diy.baseUrl()), new ApiKey("cal_test"));

            assertEquals(List.of(new Found(new Scope.User(), "", OptionalInt.of(4))), found.found());
        }
    }
}
