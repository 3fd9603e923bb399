package io.calsync.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.spi.ToolProvider;

/// A [Victim]'s process, seen from the test.
record Killer(Process process, BufferedReader output, PrintStream input) implements AutoCloseable {
    /// No point is as far away as that; who has not come to it by then never will.
    private static final Executor MUCH_LATER = CompletableFuture.delayedExecutor(30, TimeUnit.MINUTES);

    /// How its victims are started. Most of the life of one that dies young would go into loading classes; so a first one
    /// leaves an archive of them, which takes jars alone.
    record Weapon(String classPath, Path archive) {
        static Weapon in(Path directory) {
            var path = new ArrayList<String>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                path.add(Files.isDirectory(Path.of(entry)) ? jar(entry, directory, path.size()) : entry);
            }
            return new Weapon(String.join(File.pathSeparator, path), directory.resolve("victim.aot"));
        }

        private static String jar(String classes, Path directory, int number) {
            String jar = directory.resolve(number + ".jar").toString();
            ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", classes, ".");
            return jar;
        }

        Killer train() throws IOException {
            return start("-XX:AOTCacheOutput=" + archive);
        }

        Killer start() throws IOException {
            return start("-XX:AOTCache=" + archive);
        }

        private Killer start(String archiving) throws IOException {
            var java = ProcessHandle.current().info().command().orElse("java");
            // What Java says of an archive that it cannot use would stand between the lines of the victim.
            var process = new ProcessBuilder(java, "-Xlog:disable", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                    archiving, "-cp", classPath, Victim.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            MUCH_LATER.execute(process::destroyForcibly);
            return new Killer(process, process.inputReader(StandardCharsets.UTF_8),
                    new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8));
        }
    }

    void order(Path folder, String url, String prefix, KillPoint point, int passes) {
        input.println(String.join("\t", folder.toString(), url, prefix, point.name(), Integer.toString(passes)));
    }

    void go() {
        input.println();
    }

    /// Waits for so many acknowledged edits.
    List<String> edits(int count) throws IOException {
        var edits = new ArrayList<String>();
        while (edits.size() < count) edits.add(edit(line()));
        return edits;
    }

    /// All acknowledged edits until it says that it has come to the point.
    List<String> untilThePoint() throws IOException {
        var edits = new ArrayList<String>();
        for (String line = line(); !line.equals(Trap.SPRUNG); line = line()) edits.add(edit(line));
        return edits;
    }

    void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean())
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) throw endedByItself();
    }

    /// SIGKILL.
    ///
    /// @return the edits that it had still acknowledged
    List<String> kill() throws IOException {
        process.toHandle().destroyForcibly();
        var edits = new ArrayList<String>();
        for (String line = output.readLine(); line != null; line = output.readLine())
            if (line.endsWith(".")) edits.add(edit(line));
        process.onExit().join();
        return edits;
    }

    private String line() throws IOException {
        String line = output.readLine();
        if (line == null) throw endedByItself();
        return line;
    }

    private static AssertionError endedByItself() {
        return new AssertionError("the console ended by itself");
    }

    private static String edit(String line) {
        if (!line.endsWith(".")) throw new AssertionError(line);
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        output.close();
    }
}
