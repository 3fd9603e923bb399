package io.calsync.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.calsync.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Runs commands in this process as a shell would: the real wiring, store and HTTP client, each command on its own.
///
/// @param workspace   of every command
/// @param environment what the commands see of the process's environment
public record Terminal(Path workspace, Map<String, String> environment) {
    /// What a command did.
    public record Result(int exit, String out, String err) {
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException(out, e);
            }
        }
    }

    /// Runs a command line on the workspace.
    public Result run(String... words) {
        var args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--workspace", workspace.toString()));
        return bare(args.toArray(String[]::new));
    }

    /// Runs a command line on the workspace and interrupts it, as Ctrl+C does, at a moment of its course.
    ///
    /// @param moment returns when it is there
    public Result interrupted(Runnable moment, String... words) {
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            return run(cli -> other.execute(() -> {
                moment.run();
                cli.interrupt();
            }), Stream.concat(Stream.of(words), Stream.of("--workspace", workspace.toString())).toArray(String[]::new));
        }
    }

    /// Runs a command line on the workspace after it was interrupted.
    public Result interruptedAtOnce(String... words) {
        return run(Cli::interrupt,
                Stream.concat(Stream.of(words), Stream.of("--workspace", workspace.toString())).toArray(String[]::new));
    }

    /// Runs a command line as it is.
    public Result bare(String... args) {
        return run(_ -> {}, args);
    }

    private Result run(Consumer<Cli> beside, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var secrets = new Secrets(new Keychain(Duration.ofSeconds(1)), environment);
        var places = new Workspaces("Linux", Map.of("XDG_DATA_HOME", workspace.toString()), workspace);
        try (var wiring = new Wiring(InstantSource.system(), places, secrets)) {
            var cli = new Cli(wiring, InstantSource.system(), new PrintWriter(out), new PrintWriter(err));
            beside.accept(cli);
            int exit = cli.run(List.of(args), Locale.ENGLISH);
            return new Result(exit, out.toString(), err.toString());
        }
    }
}
