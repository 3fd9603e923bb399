package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.javakeyring.BackendNotSupportedException;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Setup.Key;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    /// A keychain that is given no time to answer, as on a machine that has none.
    private final Secrets secrets =
            new Secrets(new Keychain(Duration.ZERO), Map.of("CAL_KEY", " cal_1234 ", "EMPTY", "  "));

    @Test
    void aVariableOfTheEnvironmentHoldsTheKey() throws Exception {
        assertEquals("cal_1234", secrets.find(new KeySource.Environment("CAL_KEY"), "any"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFirstLineOfACommandIsTheKey() throws Exception {
        assertEquals("cal_77", secrets.find(new KeySource.Command("echo cal_77; echo second"), "any"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:MISSING", "env:EMPTY", "command:false", "command:echo cal_1; exit 3", "command:true",
            "session",
            "keychain"})
    void aKeyThatIsNotThereIsAProblemInWords(String source) {
        var failure = assertThrows(ProblemException.class, () -> secrets.find(KeySource.parse(source), "any"));

        assertInstanceOf(Problem.KeyMissing.class, failure.problem());
    }

    @Test
    void aTypedKeyLivesInThisSessionWhereNoKeychainAnswers() throws Exception {
        var source = secrets.keep(new Key.Typed(" cal_typed\n", true), "server|1|user");

        assertEquals(new KeySource.Session(), source);
        assertEquals("cal_typed", secrets.find(source, "server|1|user"));
        assertThrows(ProblemException.class, () -> secrets.find(source, "another|1|user"));
    }

    @Test
    void whereAKeyComesFromIsReadFromItsTextForm() throws Exception {
        for (var source : new KeySource[]{new KeySource.Keychain(), new KeySource.Session(),
                new KeySource.Environment("A"),
                new KeySource.Command("pass show cal: work")}) {
            assertEquals(source, KeySource.parse(source.toString()));
        }
        assertThrows(ProblemException.class, () -> KeySource.parse("drawer"));
    }

    @Test
    @Timeout(60)
    void aLockedKeychainIsAskedOnceUntilItHasAnswered() throws Exception {
        var asked = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var locked = new CountDownLatch(1);
        var keychain = new Keychain(Duration.ofMillis(50), () -> {
            asked.incrementAndGet();
            begun.countDown();
            locked.await();
            throw new BackendNotSupportedException("it was not unlocked");
        });

        for (int look = 0; look < 3; look++) assertEquals(Optional.empty(), keychain.read("any"));
        begun.await();
        assertEquals(1, asked.get());

        locked.countDown();
        while (asked.get() < 2) assertEquals(Optional.empty(), keychain.read("any"));
    }

    @Test
    void aTypedKeyDoesNotShowItself() {
        assertFalse(new Key.Typed("cal_typed", true).toString().contains("cal_typed"));
    }
}
