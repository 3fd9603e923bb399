package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.app.Terminal;
import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InterruptionTest {
    private static final int SERVICES = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Test
    void ctrlCEndsASyncAfterTheServiceUnderWayWithAReportAndTheNextOneGoesOn() throws Exception {
        var terminal = new Terminal(folder, Map.of("CAL_KEY", "cal_any"));
        try (var sandbox = SandboxServer.start(SandboxOptions.hosted().services(SERVICES))) {
            terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "CAL_KEY");
            terminal.run("services", "import", "--all");
            for (int id = 1; id <= SERVICES; id++) terminal.run("services", "edit", "" + id, "--set", "name=Cut " + id);
            sandbox.faults().add(Fault.of(FaultKind.SLOW).on("PATCH", "*").hold(Duration.ofMillis(300)));

            var ended = terminal.interrupted(() -> {
                while (sandbox.log().writes().isEmpty()) Thread.onSpinWait();
            }, "sync");

            assertTrue(ended.out().startsWith("Ended early: pushed 1,"), ended.out());
            assertEquals(1, sandbox.log().writes().size());
            assertTrue(terminal.run("runs").out().contains("Ended early"));
            assertEquals(0, terminal.run("sync").exit());
            assertEquals(SERVICES, sandbox.log().writes().size());
        }
    }
}
