package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.text.Texts;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every problem says itself, to the person who must act, in both languages.
class ProblemTest {
    private static final URI SERVER = URI.create("https://cal.example.com/v2");

    static Stream<Problem> problems() {
        return Stream.of(
                new Problem.Unreachable(SERVER, "timeout"),
                new Problem.KeyRefused(SERVER, "expired"),
                new Problem.KeyMissing("the keychain"),
                new Problem.OtherAccount("bob", "ann"),
                new Problem.TooManyRequests(Duration.ofSeconds(42)),
                new Problem.ServerFailed(502, "Bad Gateway"),
                new Problem.Rejected(400, "must be a string"),
                new Problem.SlugTaken("premium-cut"),
                new Problem.NotFound(371),
                new Problem.WrongRoute(SERVER, "Cannot GET"),
                new Problem.UnreadableAnswer(SERVER, "<html>"),
                new Problem.NotConnected(),
                new Problem.NotAllowed(Operator.Role.VIEWER),
                new Problem.NotAllowed(Operator.Role.STAFF),
                new Problem.NotAllowed(Operator.Role.MANAGER),
                new Problem.Invalid(Map.of(Field.DURATION, Message.of("limit.minutes", 1, 1440, 2000))),
                new Problem.Stale("Premium Cut"),
                new Problem.NotPossible(Message.of("service.unknown", 9)),
                new Problem.NotVerified(Message.of("restore.broken", "/tmp/copy.zip", 2)),
                new Problem.Stopped(new Guard("abc123", Message.of("guard.empty.saw", 3),
                        Message.of("guard.deleted.would", 3), Message.of("guard.deleted.then", 3),
                        List.of(1L, 2L, 3L))),
                new Problem.StoreFailed("/data/console.mv.db", "disk full"),
                new Problem.StoreInUse("/data/console.mv.db", "4711 (calsync)"),
                new Problem.StoreFull("/data/console.mv.db"),
                new Problem.StoreInUse("/data/console.mv.db", ""),
                new Problem.StoreDamaged(Message.of("problem.store-behind", "/data/console.mv.db", 7, 9, "today"),
                        List.of()),
                new Problem.StoreUnusable(Message.of("problem.store-missing", "/data/console.mv.db")));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void isASentenceInBothLanguagesWithEveryDetailInIt(Problem problem) {
        var details = problem.message().args();
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            String sentence = new Texts(language).say(problem.message());
            assertFalse(sentence.startsWith("[") || sentence.contains("{"), sentence);
            assertTrue(sentence.length() > 20 && sentence.matches("(?s).*[.!:) a-z0-9]"), sentence);
            for (String detail : details)
                assertTrue(sentence.contains(detail), () -> detail + " is not in " + sentence);
        }
    }

    /// Whoever adds a problem adds its sentence here too.
    @Test
    void everyKindOfProblemIsAmongThem() {
        var covered = problems().map(Object::getClass).collect(Collectors.toSet());
        var missing = Arrays.stream(Problem.class.getPermittedSubclasses()).filter(kind -> !covered.contains(kind));
        assertEquals(List.of(), missing.map(Class::getSimpleName).toList());
    }

    @Test
    void anExceptionCarriesItsProblemAndATypedKeyStaysUnseen() {
        var problem = new Problem.SlugTaken("premium-cut");
        assertEquals(problem, new ProblemException(problem).problem());
        var wanted = new Setup.Wanted("api.cal.com", new Scope.User(), new Setup.Key.Typed("cal_secret", true), "EUR");
        assertFalse(wanted.toString().contains("secret"), wanted.toString());
    }
}
