package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ProblemsTest {
    private static final Values NEW =
            Values.NONE.with(Field.NAME, "x").with(Field.SLUG, "cut").with(Field.DURATION, 30L);

    private final StubServer server;

    ProblemsTest() throws Exception {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String error(String message) {
        return "{\"status\":\"error\",\"error\":{\"code\":\"X\",\"message\":\"" + message + "\"}}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "User already has an event type with this slug.",
                    "error_event_type_url_duplicate",
                    "Team event type with this slug already exists"
            })
    void eachWordingOfATakenSlugIsOne(String message) {
        server.then(200, "{\"data\":[]}").then(400, error(message));

        assertEquals("cut", server.problem(Problem.SlugTaken.class, eventTypes -> eventTypes.create(NEW, 0)).slug());
    }

    @Test
    void validationIsToldInTheServersWordsWithoutTheRequest() {
        server.then(400,
                "{\"error\":{\"message\":\"Bad Request Exception\",\"details\":{\"errors\":[{\"target\":{\"title\":\"private\"},"
                        + "\"constraints\":{\"a\":\"title is odd\",\"b\":\"title is long\"},\"children\":[{\"constraints\":{\"c\":\"deeper\"}}]}]}}}");

        assertEquals("title is odd; title is long; deeper",
                server.problem(Problem.Rejected.class, EventTypes::list).detail());
    }

    @Test
    void aPostThatFailsInsideMayHaveCreatedSomething() {
        server.then(200, "{\"data\":[]}").then(400, "{\"error\":{\"code\":\"TRPCError\",\"message\":\"BAD_REQUEST\"}}");

        server.problem(Problem.ServerFailed.class, eventTypes -> eventTypes.create(NEW, 0));
    }

    @Test
    void aRefusedKeyIsConfirmedFirst() {
        server.then(401, error("expired")).then(401, error("Your api key is expired"));

        assertEquals("Your api key is expired", server.problem(Problem.KeyRefused.class, EventTypes::list).detail());
        assertEquals("/v2/me", server.asked().getLast().target());
    }

    @Test
    void aGoodKeyThatMayNotDoThisIsNotCalledBad() {
        server.then(401, error("organization has locked event type creation")).then(200, "{\"data\":{\"id\":1}}");

        assertEquals(401, server.problem(Problem.Rejected.class, EventTypes::list).status());
    }

    @Test
    void whenTheCheckOfTheKeyFailsThatIsTheProblem() {
        server.then(401, error("no")).then(503, "");

        assertEquals(503, server.problem(Problem.ServerFailed.class, EventTypes::list).status());
    }

    @ParameterizedTest
    @CsvSource({
            "404, Event type with id 7 not found, NotFound",
            "404, Event type with ID=7 does not exist., NotFound",
            "404, Cannot GET /v2/event-types/7, WrongRoute",
            "404, Team not found, WrongRoute",
            "404, '', WrongRoute",
            "403, no authentication provided, KeyRefused",
            "413, request entity too large, Rejected",
            "302, moved, WrongRoute",
            "500, oh, ServerFailed",
            "503, oh, ServerFailed",
    })
    void theStatusDecides(int status, String message, String kind) {
        server.then(status, Map.of("Location", "http://127.0.0.1:1/elsewhere"), error(message));

        var thrown = assertThrows(ProblemException.class, () -> server.user().read(7));

        assertEquals(kind, thrown.problem().getClass().getSimpleName());
        assertEquals(1, server.asked().size());
    }

    @Test
    void aWebPageWithoutThatAddressIsNoDeletedEventType() {
        server.then(404, Map.of("Content-Type", "text/html"), "<html>Event type not found</html>");

        server.problem(Problem.WrongRoute.class, eventTypes -> eventTypes.read(7));
    }

    @Test
    void aBusyGatewayIsNotAskedAgainByItself() {
        server.then(503, Map.of("Retry-After", "0"), "<html>busy</html>");

        assertEquals("HTTP 503", server.problem(Problem.ServerFailed.class, EventTypes::list).detail());
        assertEquals(1, server.asked().size());
    }

    @Test
    void tooManyRequestsSaysHowLong() {
        server.then(429, Map.of("X-RateLimit-Remaining-Default", "0", "X-RateLimit-Reset-Default", "40"),
                error("Throttler"));

        var pause = server.problem(Problem.TooManyRequests.class, EventTypes::list).pause();

        assertTrue(pause.compareTo(Duration.ofSeconds(38)) > 0 && pause.compareTo(Duration.ofSeconds(41)) < 0,
                "" + pause);
        server.problem(Problem.TooManyRequests.class, eventTypes -> eventTypes.create(NEW, 0));
        assertEquals(1, server.asked().size());
    }

    @Test
    void noAnswerInTimeIsUnreachable() throws Exception {
        try (var slow = new StubServer(Duration.ofMillis(200))) {
            var held = new java.util.concurrent.CountDownLatch(1);
            slow.then(exchange -> {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });

            var thrown = assertThrows(ProblemException.class, () -> slow.user().list());
            held.countDown();

            assertEquals("text:answer.time-out",
                    assertInstanceOf(Problem.Unreachable.class, thrown.problem()).detail());
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws Exception {
        URI gone = server.address();
        server.close();
        try (var calCom = new CalCom(InstantSource.system())) {
            var eventTypes = calCom.connect(gone, new ApiKey("cal_x"), new Scope.User(), 60);

            var thrown = assertThrows(ProblemException.class, eventTypes::list);

            assertEquals("text:answer.no-connection",
                    assertInstanceOf(Problem.Unreachable.class, thrown.problem()).detail());
        }
    }

    @Test
    void everyDoubtCostsAProofBeforeTheNextWrite() throws Exception {
        var eventTypes = server.user();
        for (String doubtful : new String[]{"<html>", "{\"data\":{\"eventTypeGroups\":[]}}"}) {
            server.then(200, "{\"data\":[]}").then(200, doubtful).then(200, CapturesTest.proof(7)).then(200,
                    CapturesTest.proof(7));
            eventTypes.list();
            assertThrows(ProblemException.class, eventTypes::list);
            int before = server.asked().size();

            eventTypes.write(CapturesTest.current(7), Patch.of(Field.NAME, "x"));

            assertEquals("GET", server.asked().get(before).method());
            assertEquals("PATCH", server.asked().get(before + 1).method());
        }
    }

    @Test
    void aWrongVersionPreventsTheWrite() {
        server.then(200, "{\"data\":{\"eventType\":{\"id\":7,\"length\":30}}}");

        server.problem(Problem.WrongRoute.class,
                eventTypes -> eventTypes.write(CapturesTest.current(7), Patch.of(Field.NAME, "x")));
        assertEquals(1, server.asked().size());
    }

    @Test
    void theKeyIsSentAndShownNowhere() {
        server.then(500, error("your key " + StubServer.KEY + " made me stumble"));

        var thrown = assertThrows(ProblemException.class, () -> server.user().list());
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));

        assertEquals("Bearer " + StubServer.KEY, server.asked().getFirst().header("Authorization"));
        assertEquals("2024-06-14", server.asked().getFirst().header("Cal-api-version"));
        assertFalse((trace + thrown.problem().toString() + new ApiKey(StubServer.KEY)).contains(StubServer.KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cal_ä", "cal_\nx"})
    void aKeyThatCannotBeSentIsRefusedBeforehand(String key) throws Exception {
        try (var calCom = new CalCom(InstantSource.system())) {
            var eventTypes = calCom.connect(server.address(), new ApiKey(key), new Scope.User(), 60);

            var thrown = assertThrows(ProblemException.class, eventTypes::list);

            assertInstanceOf(Problem.KeyRefused.class, thrown.problem());
            assertTrue(server.asked().isEmpty());
        }
    }

    @Test
    void aPastedKeyMayHaveItsSchemeAndBlanks() {
        assertEquals(new ApiKey("cal_1"), new ApiKey("  bearer  cal_1\n"));
    }
}
