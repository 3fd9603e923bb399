package io.calsync.app;

import io.calsync.calcom.ApiKey;
import io.calsync.calcom.Discovery;
import io.calsync.calcom.ServerAddress;
import io.calsync.cli.Host;
import io.calsync.domain.Message;
import io.calsync.sandbox.Sample;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.store.Workspace;
import io.calsync.sync.Cause;
import io.calsync.sync.Connection;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Feed;
import io.calsync.sync.FileProblem;
import io.calsync.sync.Journal;
import io.calsync.sync.Operator;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Session;
import io.calsync.sync.Setup;
import io.calsync.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts the parts of the program together, by hand.
final class Wiring implements Host, AutoCloseable {
    private final InstantSource clock;
    private final Workspaces workspaces;
    private final Secrets secrets;
    private final Network network;

    Wiring(InstantSource clock, Workspaces workspaces, Secrets secrets) {
        this.clock = clock;
        this.workspaces = workspaces;
        this.secrets = secrets;
        this.network = new Network(clock);
    }

    @Override
    public OpenWorkspace open(Target target) throws ProblemException {
        var english = new Texts(Locale.ENGLISH);
        return open(target, directory -> Workspace.open(directory, clock, english::say));
    }

    /// One that is new or old is made or migrated first; from then on nothing in it can be changed.
    @Override
    public OpenWorkspace openReadOnly(Target target) throws ProblemException {
        try {
            return open(target, directory -> Workspace.openReadOnly(directory, clock));
        } catch (ProblemException notAsItIs) {
            if (!(notAsItIs.problem() instanceof Problem.StoreUnusable)) throw notAsItIs;
            open(target).close();
            return open(target, directory -> Workspace.openReadOnly(directory, clock));
        }
    }

    @Override
    public Path restore(Target target, Path backup) throws ProblemException {
        var person = target.operator();
        var directory = directory(target);
        if (person == null) person = new SettingsFile(directory).load().person();
        if (!person.role().mayDecide()) throw new ProblemException(new Problem.NotAllowed(person.role()));
        var kept = Workspace.restore(directory, backup, clock);
        try (var restored = open(target)) {
            restored.session().journal().note(new Cause(Cause.Source.ARCHIVE, person, "", ""),
                    Message.of("audit.restored", Objects.requireNonNull(backup.getFileName()),
                            Objects.requireNonNull(kept.getFileName())));
        }
        return kept;
    }

    @Override
    public Journal.Verification verifyExport(Path export, @Nullable Path receipt) throws ProblemException {
        return Workspace.verifyExport(export, receipt);
    }

    @Override
    public Running sandbox(int port, int services, boolean selfHosted) throws ProblemException {
        var options = (selfHosted ? SandboxOptions.diy() : SandboxOptions.hosted()).port(port).services(services);
        try {
            return new RunningSandbox(SandboxServer.start(options));
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.NotPossible(Message.of("sandbox.port", port, String.valueOf(e.getMessage()))), e);
        }
    }

    @Override
    public void window(Target target, Locale locale) throws ProblemException {
        Window.show(this, workspaces.first(target), locale);
    }

    @Override
    public void close() {
        network.close();
    }

    private OpenWorkspace open(Target target, Opening opening) throws ProblemException {
        var directory = directory(target);
        var settings = new SettingsFile(directory);
        var log = new LogFile(directory);
        try {
            var kept = settings.load();
            boolean sample = sample(target, kept, directory);
            var workspace = opening.open(directory);
            try {
                if (sample && workspace.platform().companies().isEmpty()) kept = seeded(workspace, settings, kept);
                return wired(new Ground(target, directory, sample, workspace, new SampleCalCom(directory), log), kept);
            } catch (ProblemException failure) {
                workspace.close();
                throw failure;
            }
        } catch (ProblemException failure) {
            log.close();
            throw failure;
        }
    }

    /// The same open workspace with the connection that its settings name by now.
    OpenWorkspace again(OpenWorkspace before) throws ProblemException {
        return wired(before.ground(), before.ground().settings().load());
    }

    /// What a key reaches at a server.
    Discovery discover(String server, Setup.Key key) throws ProblemException {
        return network.calCom().discover(ServerAddress.clean(server), new ApiKey(secrets.find(key)));
    }

    boolean hasKeychain() {
        return secrets.hasKeychain();
    }

    private OpenWorkspace wired(Ground ground, Settings kept) throws ProblemException {
        var workspace = ground.workspace();
        var operator = Objects.requireNonNullElseGet(ground.target().operator(), kept::person);
        var cal = connected(kept, ground.sample() ? ground.sampleCalCom() : null);
        var session = new Session(workspace.rows(), workspace.platform(), workspace.journal(), workspace.memory(), cal,
                operator, clock, new Feed());
        var setup = new WorkspaceSetup(workspace, ground.settings(), operator, secrets, network, ground.sample());
        return OpenWorkspace.of(session, setup, ground);
    }

    /// The connection of the settings; null where there is none. Nothing is asked and no key looked for yet.
    private Session.@Nullable Cal connected(Settings kept, @Nullable SampleCalCom sample) throws ProblemException {
        if (!(kept.connection() instanceof Settings.Connected known)) return null;
        var connection = known.connection();
        var source = KeySource.parse(known.key());
        LateEventTypes.Connecting connecting = sample == null
                ? () -> client(connection.server(), secrets.find(source, connection.identity()), connection, kept)
                : () -> client(sample.start(), SampleCalCom.KEY, connection, kept);
        return new Session.Cal(connection,
                new LateEventTypes(connection.server(), kept.requestsPerMinute(), connecting));
    }

    /// Asks first whose key it is: one that was exchanged for another account's would meet other event types under the
    /// same numbers.
    private EventTypes client(URI server, String key, Connection connection, Settings kept) throws ProblemException {
        var eventTypes =
                network.calCom().connect(server, new ApiKey(key), connection.scope(), kept.requestsPerMinute());
        var owner = eventTypes.account();
        if (owner.id() == connection.account().id()) return eventTypes;
        throw new ProblemException(new Problem.OtherAccount(owner.username(), connection.account().username()));
    }

    private Settings seeded(Workspace workspace, SettingsFile file, Settings kept) throws ProblemException {
        var sample = new SampleSeed(Sample.load(), clock.instant());
        var settings = kept.with(Settings.Connected.of(sample.connection(), new KeySource.Session()));
        file.save(settings);
        var laidDown = new Operator("Sample", "", Operator.Role.MANAGER);
        workspace.seed(sample.seed(), new Cause(Cause.Source.IMPORT, laidDown, "", ""));
        workspace.memory().identity(sample.connection().identity(), new Cause(Cause.Source.RUN, laidDown, "", ""));
        return settings;
    }

    /// The sample stays the sample, also where it is opened by its folder; no other workspace becomes one.
    private static boolean sample(Target target, Settings kept, Path directory) throws ProblemException {
        if (!(kept.connection() instanceof Settings.Connected known)) return target.sample();
        boolean sample = known.server().equals(SampleCalCom.ADDRESS.toString());
        if (target.sample() && !sample) {
            throw new ProblemException(new Problem.NotPossible(Message.of("sample.elsewhere", directory)));
        }
        return sample;
    }

    private Path directory(Target target) throws ProblemException {
        var directory = workspaces.directory(target);
        // The database takes what follows it for its own settings.
        if (directory.toString().contains(";"))
            throw new ProblemException(new Problem.StoreUnusable(Message.of("problem.store-folder.name", directory)));
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unusable(directory, e), e);
        }
    }

    @FunctionalInterface
    private interface Opening {
        Workspace open(Path directory) throws ProblemException;
    }

    private record RunningSandbox(SandboxServer server) implements Running {
        @Override
        public String baseUrl() {
            return server.baseUrl();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
