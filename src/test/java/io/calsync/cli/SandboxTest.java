package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.app.Terminal;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SandboxTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Test
    void itServesAnyKeyThatBeginsWithCalUntilItIsInterrupted() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var terminal = new Terminal(folder, Map.of("CAL_KEY", "cal_anything"));
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = other.submit(() -> terminal.bare("sandbox", "--port", "" + port, "--services", "4"));
            String url = "http://127.0.0.1:" + port + "/v2";
            waitFor(URI.create(url + "/me"));

            assertEquals(4, terminal.run("connect", "--url", url, "--key-env", "CAL_KEY", "--json").json()
                    .path("eventTypes").asInt());
            assertEquals(64, terminal.bare("sandbox", "--port", "" + port).exit());

            running.cancel(true);
            other.shutdown();
            assertTrue(other.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatItCannotBeIs64() {
        var terminal = new Terminal(folder, Map.of());

        assertEquals(64, terminal.bare("sandbox", "--profile", "cloud").exit());
        assertEquals(64, terminal.bare("sandbox", "--port", "70000").exit());
        assertEquals(64, terminal.bare("sandbox", "--services", "-1").exit());
    }

    /// Asks until there is an answer; the time-out of the test ends a wait in vain.
    private static void waitFor(URI page) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(page).header("Authorization", "Bearer cal_waiting").build();
            while (true) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) return;
                } catch (ConnectException notYet) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
