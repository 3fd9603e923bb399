package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Message;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class UnreadableTest {
    private final StubServer server;

    UnreadableTest() throws Exception {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "<html>login</html>", "", "{\"data\":[{\"id\":1,\"lengthInM", "{\"data\":null}", "[]",
                    "{\"data\":[]}{}",
                    "{\"data\":[{\"lengthInMinutes\":30}]}", "{\"data\":[{\"id\":\"1\",\"lengthInMinutes\":30}]}"
            })
    void whatIsNotCalComsIsSaidToBeSo(String body) {
        server.then(200, body);

        server.problem(Problem.UnreadableAnswer.class, EventTypes::list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{\"eventTypeGroups\":[]}}", "{\"data\":[{\"id\":1,\"length\":30}]}"})
    void anotherVersionsListIsNoList(String body) {
        server.then(200, body);

        server.problem(Problem.WrongRoute.class, EventTypes::list);
    }

    @Test
    void anAnswerNestedTooDeepIsNotRead() {
        server.then(200, "{\"data\":" + "[".repeat(100_000));

        server.problem(Problem.UnreadableAnswer.class, EventTypes::list);
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 5; i++)
                exchange.getResponseBody().write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        assertEquals(Message.of("answer.too-large", 4).asArgument(),
                server.problem(Problem.UnreadableAnswer.class, eventTypes -> eventTypes.read(1)).detail());
    }

    @Test
    void anAnswerThatBreaksOffIsNotRead() {
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write("{\"data\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new java.io.IOException("gone");
        });

        server.problem(Problem.UnreadableAnswer.class, EventTypes::list);
    }

    @Test
    void anotherEventTypesAnswerIsNotTaken() {
        server.then(200, CapturesTest.proof(8));

        server.problem(Problem.UnreadableAnswer.class, eventTypes -> eventTypes.read(7));
    }
}
