package io.calsync.store;

import io.calsync.domain.Field;
import io.calsync.sync.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another console in a process of its own, on the same workspace: it opens it, says so, and with `edit` goes on to edit
/// service 1, writing each new duration to its output once the store has acknowledged it.
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static Child start(Path directory, String... what) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Child.class.getName(), directory.toString()));
        command.addAll(List.of(what));
        return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    long pid() {
        return process.pid();
    }

    /// The next line it writes, null at its end.
    String line() throws IOException {
        return output.readLine();
    }

    /// SIGKILL, by way of the handle, which leaves what was written until then to be read.
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        output.close();
    }

    public static void main(String[] args) throws ProblemException, IOException {
        try (var workspace = Fixture.open(Path.of(args[0]))) {
            say("open");
            for (long minutes = 1; args.length > 1; minutes++) {
                long next = minutes % 1000 + 1;
                workspace.rows().update(1, Fixture.EDIT,
                        row -> row.edited(row.platform().with(Field.DURATION, next), Fixture.NOW));
                say(Long.toString(next));
            }
            System.in.read();
        } catch (ProblemException e) {
            say(e.problem().message().key());
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
