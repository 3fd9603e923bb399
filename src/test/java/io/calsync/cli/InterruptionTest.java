package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.app.Terminal;
import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InterruptionTest {
    private static final int SERVICES = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;

    @SuppressWarnings("NullAway.Init") private Terminal terminal;

    @BeforeEach
    void manyWait() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.hosted().services(SERVICES));
        terminal = new Terminal(folder, Map.of("CAL_KEY", "cal_any"));
        terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "CAL_KEY");
        terminal.run("services", "import", "--all");
        for (int id = 1; id <= SERVICES; id++) terminal.run("services", "edit", "" + id, "--set", "name=Cut " + id);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void ctrlCEndsASyncAfterTheServiceUnderWayWithAReportAndTheNextOneGoesOn() {
        sandbox.faults().add(Fault.of(FaultKind.SLOW).on("PATCH", "*").hold(Duration.ofMillis(300)));

        var ended = terminal.interrupted(this::aWrite, "sync");

        assertTrue(ended.out().startsWith("Ended early: pushed 1,"), ended.out());
        assertEquals(1, sandbox.log().writes().size());
        assertTrue(terminal.run("runs").out().contains("Ended early"));
        assertEquals(0, terminal.run("sync").exit());
        assertEquals(SERVICES, sandbox.log().writes().size());
    }

    @Test
    void ctrlCDoesNotWaitForTheLimitOfRequests() {
        sandbox.faults().add(Fault.of(FaultKind.THROTTLED_BARE).on("PATCH", "*"));

        var ended = terminal.interrupted(this::aWrite, "sync");

        assertTrue(ended.out().startsWith("Ended early: pushed 0,"), ended.out() + ended.err());
        assertEquals(1, sandbox.log().writes().size());
    }

    @Test
    void anExportThatCtrlCEndsSaysThatThereIsNoFile() {
        var file = folder.resolve("services.csv");

        var ended = terminal.interruptedAtOnce("export", file.toString());

        assertEquals(Exit.FAILED.code(), ended.exit());
        assertEquals("", ended.out());
        assertTrue(ended.err().contains("Cancelled; " + file + " was not written."), ended.err());
        assertFalse(Files.exists(file));
    }

    private void aWrite() {
        while (sandbox.log().writes().isEmpty()) Thread.onSpinWait();
    }
}
