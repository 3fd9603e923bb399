package io.calsync.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.calsync.cli.Host.Target;
import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Keys;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.Scope;
import io.calsync.sync.ServiceView;
import io.calsync.sync.Setup;
import io.calsync.sync.SyncOptions;
import io.calsync.ui.ChosenFiles;
import io.calsync.ui.Shots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The program's own window, 1280 by 720, over the real store and twelve services that agree with a sandbox behind real
/// HTTP.
abstract class SandboxWindow {
    static final int SERVICES = 12;
    static final Account BOB = new Account(77, "bob", "Bob Example", "bob@example.test", "Europe/Berlin", null);

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    final FxRobot robot = new FxRobot();
    final ChosenFiles files = new ChosenFiles();
    @SuppressWarnings("NullAway.Init") SandboxServer sandbox;
    @SuppressWarnings("NullAway.Init") OpenWorkspace workspace;
    private final Wiring wiring = new Wiring(InstantSource.system(), Workspaces.ofThisMachine(),
            new Secrets(new Keychain(Duration.ZERO), Map.of("ANN", "cal_ann", "BOB", "cal_bob")));

    /// How many there are.
    int services() {
        return SERVICES;
    }

    @BeforeEach
    void prepare() throws Exception {
        FxToolkit.registerPrimaryStage();
        sandbox = SandboxServer.start(options());
        workspace = wiring.open(target(Operator.Role.MANAGER));
        connect("ANN");
        var company = workspace.service().catalogue().companies().getFirst();
        workspace.service().links().importInto(company.id(), Set.of());
        workspace.service().runs().sync(SyncOptions.PLAIN, Progress.NONE);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.setupFixture(() -> Window.getWindows().stream().toList().forEach(Window::hide));
        FxToolkit.cleanupStages();
        wiring.close();
        sandbox.close();
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
    final void window(Operator.Role role, Locale locale) throws Exception {
        if (role != Operator.Role.MANAGER) {
            workspace.close();
            workspace = wiring.open(target(role));
        }
        var opened = workspace;
        var _ = WaitForAsyncUtils.asyncFx(
                () -> new WindowSession(wiring, locale, () -> false, files,
                        new CompletableFuture<>()).begin(Arrival.of(opened)));
        until(() -> shows("#services-table") && table().getItems().size() == services());
        robot.interact(() -> {
            var stage = robot.lookup("#main-window").query().getScene().getWindow();
            stage.setWidth(1280);
            stage.setHeight(720);
        });
    }

    final void manager() throws Exception {
        window(Operator.Role.MANAGER, Locale.ENGLISH);
    }

    /// Looks at Cal.com now, as F5 does.
    final void look() {
        robot.push(KeyCode.F5);
    }

    final List<Long> eventTypes() throws ProblemException {
        return views().stream().map(view -> view.row().link().eventTypeId()).toList();
    }

    final List<ServiceView> views() throws ProblemException {
        return workspace.service().catalogue().all();
    }

    final long count(SyncStatus status) {
        try {
            return views().stream().filter(view -> view.status() == status).count();
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    final TableView<?> table() {
        return robot.lookup("#services-table").queryAs(TableView.class);
    }

    final boolean shows(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    final void press(String button) {
        until(() -> shows(button) && !button(button).isDisabled());
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    final ButtonBase button(String query) {
        return robot.lookup(query).queryAs(ButtonBase.class);
    }

    final String text(String query) {
        return String.valueOf(robot.lookup(query).queryAs(Labeled.class).getText());
    }

    /// All labels below a node, one a line.
    final String textBelow(String query) {
        return robot.from(robot.lookup(query).queryAll()).lookup(".label").queryAllAs(Label.class).stream()
                .map(label -> String.valueOf(label.getText()))
                .collect(Collectors.joining("\n"));
    }

    /// Waits until the UI thread sees it so; a whole program starts in here, so it may take a while.
    static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition::getAsBoolean));
        } catch (TimeoutException late) {
            throw new AssertionError("it did not come within 60 s", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The newest window in light and dark.
    final void picture(String name) {
        var light = new PrimerLight().getUserAgentStylesheet();
        robot.interact(() -> Application.setUserAgentStylesheet(light));
        Shots.shoot(Window.getWindows().getLast().getScene(), name + "-light");
        robot.interact(() -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
        Shots.shoot(Window.getWindows().getLast().getScene(), name + "-dark");
        robot.interact(() -> Application.setUserAgentStylesheet(light));
    }

    private Target target(Operator.Role role) {
        return new Target(folder, false, new Operator("Mara", "mara", role));
    }
}
