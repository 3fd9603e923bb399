package io.calsync.app;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operating system's own store for passwords. One that is locked may ask the person or hang, so it is asked on a
/// thread of its own and given up after a while. A question that it has not answered yet is not asked a second time: its
/// prompt still stands before the person, and its answer counts when it comes.
final class Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(Keychain.class);
    private static final String SERVICE = "Calsync Console";

    private final Duration patience;
    private final Callable<Keyring> opening;
    private final Map<String, Future<String>> reading = new ConcurrentHashMap<>();

    /// @param patience how long an answer may take
    Keychain(Duration patience) {
        this(patience, Keyring::create);
    }

    Keychain(Duration patience, Callable<Keyring> opening) {
        this.patience = patience;
        this.opening = opening;
    }

    /// Whether there is one.
    boolean answers() {
        return answer(ask(_ -> true)).isPresent();
    }

    /// @param account names the connection that the key is for
    Optional<String> read(String account) {
        var question = reading.computeIfAbsent(account,
                _ -> ask(keyring -> keyring.getPassword(SERVICE, account)));
        try {
            return answer(question);
        } finally {
            if (question.isDone()) reading.remove(account, question);
        }
    }

    /// @return whether it is kept
    boolean write(String account, String secret) {
        return answer(ask(keyring -> {
            keyring.setPassword(SERVICE, account, secret);
            return true;
        })).isPresent();
    }

    private <T> Future<T> ask(Question<T> question) {
        var asked = new FutureTask<>(() -> {
            var keyring = opening.call();
            try {
                return question.to(keyring);
            } finally {
                keyring.close();
            }
        });
        Thread.ofPlatform().name("keychain").daemon().start(asked);
        return asked;
    }

    private <T> Optional<T> answer(Future<T> asked) {
        try {
            return Optional.of(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException failure) {
            // Its message may hold what was asked, so only the kind of failure is written down.
            var kind = failure.getCause() == null ? failure.getClass() : failure.getCause().getClass();
            LOG.info("no keychain: {}", kind.getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @FunctionalInterface
    private interface Question<T> {
        T to(Keyring keyring) throws BackendNotSupportedException, PasswordAccessException;
    }
}
