package io.calsync.store;

import static io.calsync.store.Fixture.EDIT;

import io.calsync.domain.Field;
import io.calsync.sync.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// A console in a process of its own whose threads edit all services as fast as the store takes it. Each edit gives a
/// service a name of its own, which is printed once the store has acknowledged it.
final class Busy implements AutoCloseable {
    private static final int THREADS = 3;

    private final Process process;
    private final BufferedReader output;

    private Busy(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static Busy start(Path directory, String prefix) throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var command = List.of(
                java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Busy.class.getName(), directory.toString(), prefix);
        return new Busy(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /// Waits for so many acknowledged edits, kills the process with SIGKILL while it writes on, and gives all that were
    /// acknowledged up to its end.
    List<String> killAfter(int edits) throws IOException {
        var names = new ArrayList<String>();
        for (String name = output.readLine(); name != null; name = output.readLine()) {
            // A line without its end was cut off by the kill; the console has not said it as a whole.
            if (name.endsWith(".")) names.add(name);
            if (names.size() == edits) process.toHandle().destroyForcibly();
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        output.close();
    }

    public static void main(String[] args) throws Exception {
        try (var workspace = Fixture.open(Path.of(args[0])); var threads = Executors.newFixedThreadPool(THREADS)) {
            var edits = new ArrayList<Callable<Void>>();
            for (int i = 0; i < THREADS; i++) {
                String prefix = args[1] + "-" + i + "-";
                edits.add(() -> edit(workspace, prefix));
            }
            for (var edit : threads.invokeAll(edits)) edit.get();
        }
    }

    private static Void edit(Workspace workspace, String prefix) throws ProblemException {
        PrintStream out = System.out;
        for (int i = 0;; i++) {
            String name = prefix + i + ".";
            workspace.rows().update(1 + i % 2, EDIT,
                    row -> row.edited(row.platform().with(Field.NAME, name), Instant.EPOCH));
            out.println(name);
            out.flush();
        }
    }
}
