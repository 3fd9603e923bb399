package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.app.Terminal;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sync --check-only` changes nothing anywhere: it makes its whole plan where nothing can be changed.
class CheckOnlyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;

    @SuppressWarnings("NullAway.Init") private GetOnlyProxy proxy;

    @BeforeEach
    void aWorkspaceWithEveryKindOfDifference() throws Exception {
        sandbox = SandboxServer.start(SandboxOptions.hosted().services(12).withoutRateLimit());
        proxy = new GetOnlyProxy(sandbox.port());
        var terminal = terminal("workspace");
        assertEquals(0, terminal.run("connect", "--url", proxy.baseUrl(), "--key-env", "CAL_KEY").exit());
        var imported = terminal.run("services", "import", "--all", "--json").json().path("imported");
        var ids = imported.findValuesAsText("id");
        var eventTypes = imported.findValues("eventTypeId");
        for (String id : ids.subList(0, 3)) terminal.run("services", "edit", id, "--set", "duration_minutes=77");
        for (int changed : new int[]{2, 3, 4})
            sandbox.world().edit(eventTypes.get(changed).asLong(), doc -> doc.put("lengthInMinutes", 99));
        sandbox.world().delete(eventTypes.get(5).asLong());
    }

    @AfterEach
    void stop() throws IOException {
        writable(true);
        proxy.close();
        sandbox.close();
    }

    @Test
    void makesTheSamePlanWhereOnlyGetPassesAndNothingCanBeWritten() throws Exception {
        copy(folder.resolve("workspace"), folder.resolve("copy"));
        var free = terminal("copy").run("sync", "--check-only", "--json");
        proxy.refuseAllButGet();
        writable(false);
        var before = files();
        var world = sandbox.world().all().toString();

        var bound = terminal("workspace").run("sync", "--check-only", "--json");

        assertEquals(2, bound.exit(), bound.err());
        assertEquals(free.json(), bound.json());
        for (String action : List.of("push", "ask", "missing"))
            assertTrue(bound.out().contains('"' + action + '"'), action + " in " + bound.out());
        assertEquals(List.of(), proxy.refused());
        assertEquals(before, files());
        assertEquals(world, sandbox.world().all().toString());
    }

    @Test
    void theProxyWouldHaveStoppedAWrite() throws Exception {
        proxy.refuseAllButGet();

        terminal("workspace").run("sync");

        assertTrue(proxy.refused().stream().allMatch(line -> line.startsWith("PATCH ")), proxy.refused().toString());
        assertEquals(2, proxy.refused().stream().distinct().count());
    }

    private Terminal terminal(String name) {
        return new Terminal(folder.resolve(name), Map.of("CAL_KEY", "cal_check"));
    }

    /// What lies in the workspace, to the byte and the moment; its log apart.
    private Map<String, List<Object>> files() throws IOException {
        var found = new TreeMap<String, List<Object>>();
        for (Path file : all("workspace")) {
            if (file.toString().contains("log")) continue;
            FileTime moment = Files.getLastModifiedTime(file);
            int content = Files.isDirectory(file) ? 0 : Arrays.hashCode(Files.readAllBytes(file));
            found.put(file.toString(), List.of(moment, content));
        }
        assertTrue(found.size() >= 3, found.toString());
        return found;
    }

    /// Where the tests run as root, this alone would keep nobody from writing.
    private void writable(boolean writable) throws IOException {
        for (Path file : all("workspace")) assertTrue(file.toFile().setWritable(writable));
    }

    private List<Path> all(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.toList();
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
