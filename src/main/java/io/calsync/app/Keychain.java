package io.calsync.app;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operating system's own store for passwords. One that is locked may ask the person or hang, so it is asked on a
/// thread of its own and given up after a while.
final class Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(Keychain.class);
    private static final String SERVICE = "Calsync Console";

    private final Duration patience;

    /// @param patience how long an answer may take
    Keychain(Duration patience) {
        this.patience = patience;
    }

    /// Whether there is one.
    boolean answers() {
        return ask(_ -> true).isPresent();
    }

    /// @param account names the connection that the key is for
    Optional<String> read(String account) {
        return ask(keyring -> keyring.getPassword(SERVICE, account));
    }

    /// @return whether it is kept
    boolean write(String account, String secret) {
        return ask(keyring -> {
            keyring.setPassword(SERVICE, account, secret);
            return true;
        }).isPresent();
    }

    private <T> Optional<T> ask(Question<T> question) {
        Callable<T> task = () -> {
            var keyring = Keyring.create();
            try {
                return question.to(keyring);
            } finally {
                keyring.close();
            }
        };
        var thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("keychain").daemon().factory());
        try {
            return Optional.of(thread.submit(task).get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException failure) {
            // Its message may hold what was asked, so only the kind of failure is written down.
            var kind = failure.getCause() == null ? failure.getClass() : failure.getCause().getClass();
            LOG.info("no keychain: {}", kind.getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            thread.shutdownNow();
        }
        return Optional.empty();
    }

    @FunctionalInterface
    private interface Question<T> {
        T to(Keyring keyring) throws BackendNotSupportedException, PasswordAccessException;
    }
}
