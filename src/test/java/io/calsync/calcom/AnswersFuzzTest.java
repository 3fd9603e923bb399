package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calsync.domain.Change;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Outlook;
import io.calsync.domain.Patch;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Values;
import io.calsync.sync.EventTypes;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import io.calsync.text.Texts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// Whatever a server answers: what the client makes of it lies within our values, or a problem says in words why it is
/// nothing; soon, and never anything else. `./mvnw test` replays the inputs that are kept, `./mvnw -Pfuzz test
/// -Dtest=AnswersFuzzTest` looks for new ones for an hour.
///
/// An input's first byte (a digit) says what is asked, its second the answer's status, the rest is the answer.
class AnswersFuzzTest {
    private static final List<Integer> STATUSES = List.of(200, 201, 400, 401, 403, 404, 429, 500, 302, 413);
    private static final URI SERVER = URI.create("http://127.0.0.1:1/v2");
    private static final Pattern ID = Pattern.compile("\"id\":\\s*(\\d{1,18})");
    private static final List<Texts> LANGUAGES = List.of(new Texts(Locale.ENGLISH), new Texts(Locale.GERMAN));
    private static final Values OURS = Values.NONE.with(Field.NAME, "Haircut").with(Field.SLUG, "haircut")
            .with(Field.DURATION, 30L).with(Field.ACTIVE, true).with(Field.DESCRIPTION, "").with(Field.BUFFER_AFTER, 5L)
            .with(Field.BUFFER_BEFORE, 0L).with(Field.MINIMUM_NOTICE, 60L).with(Field.CONFIRMATION, true)
            .with(Field.DISABLE_GUESTS, true);
    private static final OkHttpClient CLIENT = new OkHttpClient();

    /// No look at one connection needs more; a client that goes on has run into a circle.
    private static final int MOST_REQUESTS = 100;

    /// What is asked of the client.
    private enum Question {
        LIST, ORGANIZATION, READ, READ_BELOW_TEAM, WRITE, CREATE, HISTORY, ACCOUNT, DISCOVER
    }

    @FuzzTest(maxDuration = "1h")
    void everyAnswerIsReadOrRefusedInWords(byte[] input) {
        if (input.length < 2) return;
        var question = Question.values()[Math.floorMod(input[0] - '0', Question.values().length)];
        int status = STATUSES.get(Math.floorMod(input[1] - '0', STATUSES.size()));
        byte[] answer = Arrays.copyOfRange(input, 2, input.length);
        assertTimeout(Duration.ofSeconds(20), () -> {
            try (var calCom = answering(status, answer)) {
                ask(calCom, question, id(answer));
            } catch (ProblemException e) {
                assertSays(e);
            }
        });
    }

    private static void ask(CalCom calCom, Question question, long id) throws ProblemException {
        var user = connected(calCom, new Scope.User());
        switch (question) {
            case LIST -> user.list().forEach(AnswersFuzzTest::assertOurs);
            case ORGANIZATION -> connected(calCom, new Scope.Organization(7)).list()
                    .forEach(AnswersFuzzTest::assertOurs);
            case READ -> assertOurs(user.read(id), id);
            case READ_BELOW_TEAM -> assertOurs(connected(calCom, new Scope.Team(7)).read(id), id);
            case WRITE -> write(user, id);
            case CREATE -> assertOurs(user.create(OURS, 0));
            case HISTORY -> user.history(id).forEach(change -> assertFalse(change.changes().containsValue(null)));
            case ACCOUNT -> assertTrue(user.account().id() > 0);
            case DISCOVER -> assertTrue(calCom.discover(SERVER, key()).account().id() > 0);
        }
    }

    private static void write(EventTypes user, long id) throws ProblemException {
        var current = user.read(id);
        for (Field field : Field.synced()) {
            try {
                if (OURS.has(field)) assertOurs(user.write(current, Patch.of(field, OURS.get(field))), id);
            } catch (ProblemException e) {
                assertSays(e);
            }
        }
    }

    private static void assertOurs(EventType read, long id) {
        assertEquals(id, read.id());
        assertOurs(read);
    }

    /// It can be kept, compared, shown and told.
    private static void assertOurs(EventType read) {
        assertTrue(read.id() > 0 && read.teamId() >= 0);
        var values = read.values();
        assertEquals(values, Values.decoded(values.encoded()));
        for (Field field : Field.synced()) {
            if (!values.has(field)) continue;
            assertEquals(values.get(field), field.type().canonical(values.get(field)));
            field.type().beyondLimits(values.get(field)).ifPresent(AnswersFuzzTest::assertSentence);
        }
        read.complaints().forEach(AnswersFuzzTest::assertSentence);
        var before = Row.of(1, OURS).linked(read.id());
        var row = before.seen(read);
        assertSame(row, row.seen(read));
        assertEquals(row.calcom(), Change.replay(before, Change.between(before, row)).calcom());
        Outlook.of(row, Rules.DEFAULT).errors().forEach(AnswersFuzzTest::assertSentence);
    }

    private static void assertSays(ProblemException e) {
        var message = e.problem().message();
        assertSentence(message);
        String args = message.args().toString();
        assertFalse(args.contains(StubServer.KEY) || args.length() > 1000, args);
    }

    private static void assertSentence(Message message) {
        for (Texts texts : LANGUAGES) {
            String said = texts.say(message);
            assertFalse(said.isBlank() || said.startsWith("["), said);
        }
    }

    private static EventTypes connected(CalCom calCom, Scope scope) {
        return calCom.connect(SERVER, key(), scope, 120);
    }

    private static ApiKey key() {
        return new ApiKey(StubServer.KEY);
    }

    /// The id that the answer speaks of, so that it is the one that was asked for.
    private static long id(byte[] answer) {
        var matcher = ID.matcher(new String(answer, StandardCharsets.UTF_8));
        return matcher.find() ? Math.max(1, Long.parseLong(matcher.group(1))) : 1;
    }

    private static CalCom answering(int status, byte[] answer) {
        var time = new VirtualTime();
        var requests = new int[1];
        Interceptor server = chain -> {
            assertTrue(++requests[0] <= MOST_REQUESTS, "asks without end");
            return new Response.Builder().request(chain.request()).protocol(Protocol.HTTP_1_1).code(status).message("")
                    .body(ResponseBody.create(answer, MediaType.get("application/json"))).build();
        };
        var client = CLIENT.newBuilder().addInterceptor(server).build();
        return new CalCom(time, time, client, Duration.ofMinutes(1));
    }
}
