package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sandbox.LoggedRequest;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxTest {
    private final CalCom calCom = new CalCom(InstantSource.system());
    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;
    @SuppressWarnings("NullAway.Init") private EventTypes eventTypes;

    @BeforeEach
    void start() throws Exception {
        sandbox = SandboxServer.start(SandboxOptions.diy().services(3));
        eventTypes = connect(new Scope.User());
    }

    @AfterEach
    void stop() {
        calCom.close();
        sandbox.close();
    }

    private EventTypes connect(Scope scope) throws ProblemException {
        return calCom.connect(ServerAddress.clean(sandbox.baseUrl()), new ApiKey("cal_test"), scope, 120);
    }

    @Test
    void aChangedDurationArrivesAndNothingElseChanges() throws Exception {
        var before = eventTypes.list().getFirst();
        var stored = sandbox.world().get(before.id());

        var after = eventTypes.write(eventTypes.read(before.id()), Patch.of(Field.DURATION, 75L));

        assertEquals(75L, after.values().get(Field.DURATION));
        assertEquals(stored.put("lengthInMinutes", 75), sandbox.world().get(before.id()));
        assertEquals("{\"lengthInMinutes\":75}", sandbox.log().writes().getFirst().body());
    }

    @Test
    void theAccountBehindTheKeyIsNamed() throws Exception {
        assertEquals("ann", eventTypes.account().username());
    }

    @Test
    void nothingIsWrittenBeforeALookProvedTheVersion() throws Exception {
        var current = eventTypes.list().getFirst();
        sandbox.log().clear();

        connect(new Scope.User()).write(current, Patch.of(Field.NAME, "Trim"));

        assertEquals("GET, PATCH", methods());
    }

    @Test
    void anEventTypeIsCreatedWithWhatTheServiceHas() throws Exception {
        var values = Values.NONE.with(Field.NAME, "Blow-dry").with(Field.SLUG, "blow-dry").with(Field.DURATION, 25L)
                .with(Field.ACTIVE, false).with(Field.BUFFER_AFTER, 10L);

        var made = eventTypes.create(values, 0);

        assertEquals("Blow-dry", sandbox.world().get(made.id()).path("title").asText());
        assertTrue(sandbox.world().get(made.id()).path("hidden").asBoolean());
        assertEquals(made.values(), values.over(made.values()));
    }

    @Test
    void aDeletedEventTypeIsNotFound() throws Exception {
        long id = eventTypes.list().getFirst().id();
        sandbox.world().delete(id);

        var thrown = assertThrows(ProblemException.class, () -> eventTypes.read(id));

        assertEquals(id, assertInstanceOf(Problem.NotFound.class, thrown.problem()).eventTypeId());
    }

    @ParameterizedTest
    @CsvSource({
            "TIMEOUT_BEFORE, Unreachable", "RESET_BEFORE, Unreachable", "CUT_OFF, UnreadableAnswer",
            "THROTTLED, TooManyRequests",
            "THROTTLED_BARE, TooManyRequests", "ERROR_500, ServerFailed", "ERROR_502, ServerFailed",
            "HTML, UnreadableAnswer",
            "UNAUTHORIZED, Rejected", "FORBIDDEN, KeyRefused", "TRUNCATED, UnreadableAnswer",
            "DUPLICATED, UnreadableAnswer",
            "OVERSIZED, UnreadableAnswer", "DEEP, UnreadableAnswer"
    })
    void everyWayAListCanFailIsTold(FaultKind fault, String kind) {
        sandbox.faults().add(Fault.of(fault).hold(Duration.ofMillis(100)));

        var thrown = assertThrows(ProblemException.class, () -> eventTypes.list());

        assertEquals(kind, thrown.problem().getClass().getSimpleName(), thrown.getMessage());
        assertTrue(sandbox.faults().scripted().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
            "RESET_AFTER, Unreachable", "TIMEOUT_AFTER, Unreachable", "ERROR_500_AFTER, ServerFailed",
            "CUT_OFF, UnreadableAnswer",
            "TRUNCATED, UnreadableAnswer"
    })
    void aWriteWithoutItsAnswerIsSentOnceAndTold(FaultKind fault, String kind) throws Exception {
        var current = eventTypes.read(eventTypes.list().getFirst().id());
        sandbox.faults().add(Fault.of(fault).on("PATCH", "*").hold(Duration.ofMillis(100)));

        var thrown =
                assertThrows(ProblemException.class, () -> eventTypes.write(current, Patch.of(Field.NAME, "Trim")));

        assertEquals(kind, thrown.problem().getClass().getSimpleName(), thrown.getMessage());
        assertEquals(1, sandbox.log().writes().size());
        assertEquals("Trim", eventTypes.read(current.id()).values().text(Field.NAME));
    }

    @Test
    void unknownFieldsAreOverlookedAndContradictionsTold() throws Exception {
        var plain = eventTypes.list();
        sandbox.faults().add(Fault.of(FaultKind.EXTRA_FIELDS));
        assertEquals(plain.getFirst().values(), eventTypes.list().getFirst().values());

        sandbox.faults().add(Fault.of(FaultKind.DUPLICATE_IDS));
        assertEquals("complaint.twice", eventTypes.list().getFirst().complaints().getFirst().key());
    }

    @Test
    void aServerThatListensOnOneOfALocalhostsAddressesIsFound() throws Exception {
        var named = ServerAddress.clean("http://localhost:" + sandbox.port() + "/v2");

        assertEquals(3, calCom.connect(named, new ApiKey("cal_test"), new Scope.User(), 120).list().size());
    }

    @Test
    void aRunOfManyIsNeverRefused() throws Exception {
        long id = eventTypes.list().getFirst().id();

        for (int i = 0; i < 119; i++) eventTypes.read(id);

        assertEquals(120, eventTypes.budget().used());
        assertTrue(eventTypes.budget().untilFree().toSeconds() >= 50);
        var thrown = assertThrows(ProblemException.class, () -> eventTypes.create(Values.NONE.with(Field.NAME, "x")
                .with(Field.SLUG, "x").with(Field.DURATION, 5L), 0));
        assertInstanceOf(Problem.TooManyRequests.class, thrown.problem());
        assertTrue(sandbox.log().all().stream().allMatch(request -> request.status() == 200));
    }

    private String methods() {
        return String.join(", ", sandbox.log().all().stream().map(LoggedRequest::method).toList());
    }
}
