package io.calsync.store;

import io.calsync.sync.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Another console in a process of its own, on the same workspace: it opens it, says so, and keeps it open.
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static Child start(Path directory) throws IOException {
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Child.class.getName(), directory.toString());
        return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    long pid() {
        return process.pid();
    }

    /// The next line it writes, null at its end.
    String line() throws IOException {
        return output.readLine();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        output.close();
    }

    public static void main(String[] args) throws ProblemException, IOException {
        try (var _ = Fixture.open(Path.of(args[0]))) {
            System.out.println("open");
            System.in.read();
        }
    }
}
