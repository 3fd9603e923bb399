package io.calsync.app;

import io.calsync.cli.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where workspaces are.
final class Workspaces {
    private final String system;
    private final Map<String, String> environment;
    private final Path home;

    /// @param system      the operating system's name
    /// @param environment of the process
    /// @param home        the person's own folder
    Workspaces(String system, Map<String, String> environment, Path home) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    static Workspaces ofThisMachine() {
        return new Workspaces(System.getProperty("os.name", ""), System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    Path directory(Host.Target target) {
        if (target.workspace() instanceof Path named) return named.toAbsolutePath();
        return target.sample() ? own().resolve("sample") : own();
    }

    /// What the window opens: the sample, until a person has connected a Cal.com of their own.
    Host.Target first(Host.Target target) {
        boolean fresh = target.workspace() == null && !Files.exists(own().resolve("settings.json"));
        return fresh ? new Host.Target(null, true, target.operator()) : target;
    }

    /// The folder in which this system keeps a program's data.
    private Path own() {
        if (system.startsWith("windows")) return under("LOCALAPPDATA", "AppData/Local").resolve("Calsync");
        if (system.startsWith("mac")) return home.resolve("Library/Application Support/Calsync");
        return under("XDG_DATA_HOME", ".local/share").resolve("calsync");
    }

    private Path under(String variable, String otherwise) {
        String named = environment.getOrDefault(variable, "");
        return Path.of(named).isAbsolute() ? Path.of(named) : home.resolve(otherwise);
    }
}
