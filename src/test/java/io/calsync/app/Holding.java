package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.cli.Host.Target;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// Another process that has a workspace open until this is closed.
public record Holding(Process process) implements AutoCloseable {
    public static Holding of(Path workspace) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Holding.class.getName(), workspace.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertEquals("open", process.inputReader(StandardCharsets.UTF_8).readLine());
        return new Holding(process);
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    /// What the other process does: opens the workspace, says so, and waits for the end of its input.
    static void main(String[] args) throws IOException, ProblemException {
        LogFile.silence();
        var secrets = new Secrets(new Keychain(Duration.ZERO), Map.of());
        try (var wiring = new Wiring(InstantSource.system(), Workspaces.ofThisMachine(), secrets);
                var workspace = wiring.open(new Target(Path.of(args[0]), false, null))) {
            System.out.println(workspace.sample() ? "sample" : "open");
            int read = System.in.read();
            assertEquals(-1, read);
        }
    }
}
