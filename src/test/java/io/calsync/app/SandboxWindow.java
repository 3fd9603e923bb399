package io.calsync.app;

import io.calsync.cli.Host.Target;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Keys;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.Scope;
import io.calsync.sync.Setup;
import io.calsync.sync.SyncOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Twelve services that agree with a sandbox.
abstract class SandboxWindow extends LiveWindow {
    static final int SERVICES = 12;
    static final Account BOB = new Account(77, "bob", "Bob Example", "bob@example.test", "Europe/Berlin", null);

    @SuppressWarnings("NullAway.Init") SandboxServer sandbox;

    /// How many there are.
    int services() {
        return SERVICES;
    }

    @BeforeEach
    void prepare() throws Exception {
        sandbox = SandboxServer.start(options());
        workspace = wiring.open(target(Operator.Role.MANAGER));
        connect("ANN");
        var company = workspace.service().catalogue().companies().getFirst();
        workspace.service().links().importInto(company.id(), Set.of());
        workspace.service().runs().sync(SyncOptions.PLAIN, Progress.NONE);
    }

    @Override
    @AfterEach
    void leave() throws TimeoutException {
        try {
            super.leave();
        } finally {
            sandbox.close();
        }
    }

    /// What stands in for Cal.com; what it holds outlives a stop.
    final SandboxOptions options() {
        return SandboxOptions.hosted().services(services()).withoutRateLimit()
                .keys(Keys.anyFor(Account.ANN).with("cal_bob", BOB)).stateFile(folder.resolve("sandbox.json"));
    }

    /// Connects the workspace with the key of the environment variable of that name.
    final void connect(String variable) throws ProblemException {
        workspace.setup().connect(new Setup.Wanted(sandbox.baseUrl(), new Scope.User(),
                new Setup.Key.Environment(variable), "EUR"));
        workspace.service().runs().close();
        workspace = wiring.again(workspace);
    }

    /// Opens the window and waits for the services.
    final void window(Operator.Role role) throws Exception {
        if (role != Operator.Role.MANAGER) {
            workspace.close();
            workspace = wiring.open(target(role));
        }
        begin(Arrival.of(workspace), services());
    }

    final void manager() throws Exception {
        window(Operator.Role.MANAGER);
    }

    /// Looks at Cal.com now, as F5 does.
    final void look() {
        robot.push(KeyCode.F5);
    }

    final List<Long> eventTypes() throws ProblemException {
        return views().stream().map(view -> view.row().link().eventTypeId()).toList();
    }

    private Target target(Operator.Role role) {
        return new Target(folder, false, new Operator("Mara", "mara", role));
    }
}
