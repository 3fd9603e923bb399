package io.calsync.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.calsync.cli.Host.Target;
import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.ui.Keys;
import io.calsync.ui.Shots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
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

/// The program's own window at its first start, over the real store, the sample's Cal.com behind real HTTP and the
/// scheduler; and a person who has only keys.
abstract class Journey {
    static final int SERVICES = 41;

    /// The pages of the settings below the connection, from top to bottom.
    static final List<String> SUBJECTS =
            List.of("policies", "appearance", "notifications", "operator", "pace", "data");

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") OpenWorkspace workspace;

    final Keys keys = new Keys();
    private final FxRobot robot = new FxRobot();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    @SuppressWarnings("NullAway.Init") private Wiring wiring;

    Locale language() {
        return Locale.ENGLISH;
    }

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        var home = new Workspaces("Linux", Map.of(), folder.resolve("home"));
        wiring = new Wiring(InstantSource.system(), home, new Secrets(new Keychain(Duration.ZERO), Map.of()));
        workspace = wiring.open(new Target(folder, true, null));
        var _ = WaitForAsyncUtils.asyncFx(
                () -> new WindowSession(wiring, language(), () -> false, closed)
                        .begin(Arrival.of(workspace)));
        Shots.until(() -> services().getItems().size() == SERVICES);
        Shots.until(() -> status("Premium Cut") == SyncStatus.CONFLICT);
        keys.at("services-table");
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.setupFixture(() -> Window.getWindows().stream().toList().forEach(Window::hide));
        FxToolkit.cleanupStages();
        wiring.close();
    }

    /// Finds a service by its name and goes to its line.
    final void choose(String service) {
        keys.press(KeyCode.CONTROL, KeyCode.F);
        keys.at("search-field");
        keys.write(service);
        Shots.until(() -> services().getItems().size() < 5 && !services().getItems().isEmpty());
        keys.press(KeyCode.DOWN);
        keys.at("services-table");
        Shots.until(() -> shows("#details-name") && label("#details-name").equals(service));
    }

    final boolean shows(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    final String label(String query) {
        return String.valueOf(robot.lookup(query).queryAs(Labeled.class).getText());
    }

    final <T extends Node> T find(String query, Class<T> type) {
        return robot.lookup(query).queryAs(type);
    }

    final TableView<?> services() {
        return robot.lookup("#services-table").queryAs(TableView.class);
    }

    final ServiceView view(String name) {
        return named(name).orElseThrow(() -> new AssertionError("no service " + name));
    }

    final Optional<ServiceView> named(String name) {
        try {
            return workspace.service().catalogue().all().stream().filter(view -> view.name().equals(name)).findFirst();
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    final SyncStatus status(String name) {
        return view(name).status();
    }

    final Object base(String name, Field field) {
        return view(name).row().base().get(field);
    }

    final List<String> trail(String name) throws ProblemException {
        return workspace.service().history().entries(Journal.Query.ofService(view(name).id(), 50)).stream()
                .map(entry -> entry.cause().source().name())
                .toList();
    }

    /// The newest window in light and dark, for the README and for the eye: `-Dpictures=src/site/screenshots` keeps them
    /// there.
    final void picture(String name) {
        var light = new PrimerLight().getUserAgentStylesheet();
        for (var theme : List.of(Map.entry("dark", new PrimerDark().getUserAgentStylesheet()),
                Map.entry("light", light))) {
            robot.interact(() -> Application.setUserAgentStylesheet(theme.getValue()));
            Shots.shoot(Window.getWindows().getLast().getScene(), name + "-" + theme.getKey());
        }
    }
}
