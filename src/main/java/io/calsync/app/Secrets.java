package io.calsync.app;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// API keys: where each is kept, and how it is found again. None is ever written to a file, a log or an error.
final class Secrets {
    private static final int COMMAND_SECONDS = 60;

    private final Keychain keychain;
    private final Map<String, String> environment;
    private final Map<String, String> session = new ConcurrentHashMap<>();

    Secrets(Keychain keychain, Map<String, String> environment) {
        this.keychain = keychain;
        this.environment = Map.copyOf(environment);
    }

    boolean hasKeychain() {
        return keychain.answers();
    }

    /// The key of a connection.
    ///
    /// @param account names the connection
    /// @throws ProblemException with [Problem.KeyMissing] where it is not there any more
    String find(KeySource source, String account) throws ProblemException {
        return switch (source) {
            case KeySource.Environment(String variable) ->
                    found("$" + variable, Optional.ofNullable(environment.get(variable)));
            case KeySource.Command(String command) -> found("--key-command", output(command));
            case KeySource.Keychain _ ->
                    found(Message.of("key.keychain").asArgument(), known(account).or(() -> keychain.read(account)));
            case KeySource.Session _ -> found(Message.of("key.session").asArgument(), known(account));
        };
    }

    /// A key as a person named it, not kept yet.
    String find(Setup.Key key) throws ProblemException {
        return switch (key) {
            case Setup.Key.Typed(String secret, _) -> found(Message.of("key.input").asArgument(), Optional.of(secret));
            case Setup.Key.Environment(String variable) -> find(new KeySource.Environment(variable), "");
            case Setup.Key.Command(String command) -> find(new KeySource.Command(command), "");
        };
    }

    /// Keeps a key as well as this machine can, and says where it is from now on.
    KeySource keep(Setup.Key key, String account) {
        return switch (key) {
            case Setup.Key.Environment(String variable) -> new KeySource.Environment(variable);
            case Setup.Key.Command(String command) -> new KeySource.Command(command);
            case Setup.Key.Typed(String secret, boolean keep) -> {
                session.put(account, secret.strip());
                boolean kept = keep && keychain.write(account, secret.strip());
                yield kept ? new KeySource.Keychain() : new KeySource.Session();
            }
        };
    }

    private Optional<String> known(String account) {
        return Optional.ofNullable(session.get(account));
    }

    private static String found(String source, Optional<String> key) throws ProblemException {
        return key.map(String::strip).filter(text -> !text.isEmpty())
                .orElseThrow(() -> new ProblemException(new Problem.KeyMissing(source)));
    }

    /// The first line that a command prints; what it says beside that is shown to the person and kept nowhere.
    private static Optional<String> output(String command) throws ProblemException {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        var shell = windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
        try {
            var process = new ProcessBuilder(shell).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().close();
            var _ = process.onExit().orTimeout(COMMAND_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((_, late) -> {
                        if (late != null) process.destroyForcibly();
                    });
            try (var printed = process.inputReader(StandardCharsets.UTF_8)) {
                var first = Optional.ofNullable(printed.readLine());
                return process.waitFor() == 0 ? first : Optional.empty();
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.KeyMissing("--key-command"), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
