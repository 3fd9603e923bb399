package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.cli.Host.Target;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The window as the program opens it: the real store, the sample's own Cal.com, all screens.
class WindowSessionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    private final FxRobot robot = new FxRobot();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    @SuppressWarnings("NullAway.Init") private Wiring wiring;

    @BeforeEach
    void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        wiring = new Wiring(InstantSource.system(),
                new Workspaces("Linux", Map.of("XDG_DATA_HOME", folder.toString()), folder),
                new Secrets(new Keychain(Duration.ZERO), Map.of()));
    }

    @AfterEach
    void hide() throws TimeoutException {
        FxToolkit.setupFixture(() -> Window.getWindows().stream().toList().forEach(Window::hide));
        FxToolkit.cleanupStages();
        wiring.close();
    }

    @Test
    void theSampleIsUsableAtOnceAndGivesTheWorkspaceBackWhenItCloses() throws Exception {
        begin(Arrival.of(wiring.open(new Target(folder, true, null))));

        until(() -> services() == 41);
        FxToolkit.setupFixture(WindowSessionTest::close);

        closed.get(60, TimeUnit.SECONDS);
        var settings = new SettingsFile(folder).load();
        assertNotNull(settings.window());
        assertTrue(settings.toured(), "the tour is offered once");
        assertEquals(41, new Terminal(folder, Map.of()).run("services", "list", "--json").json().size());
    }

    @Test
    void theWayFromTheSampleToAnOwnAccountEndsWithItsServices() throws Exception {
        try (var sandbox = SandboxServer.start(SandboxOptions.hosted().services(5))) {
            begin(Arrival.of(wiring.open(new Target(null, true, null))));
            until(() -> services() == 41);

            robot.clickOn("#go-settings").clickOn("#open-connection").clickOn(".scroll-pane #connect");
            until(() -> robot.lookup("#server-own").tryQuery().isPresent());
            robot.clickOn("#server-own").clickOn("#server-address").write(sandbox.baseUrl());
            robot.clickOn("#key-secret").write("cal_first").type(KeyCode.ENTER);
            until(() -> robot.lookup("#connect-result").query().isVisible());
            robot.interact(() -> robot.lookup("#connect-now").queryButton().fire());

            until(() -> services() == 5);
            FxToolkit.setupFixture(WindowSessionTest::close);
            closed.get(60, TimeUnit.SECONDS);
        }
        var own = new Terminal(folder, Map.of()).bare("status", "--json").json();
        assertEquals(5, own.path("statuses").path("synced").asInt());
        assertEquals("ann", own.path("connection").path("account").asText());
    }

    @Test
    void whyAWorkspaceCannotBeOpenedIsSaidInADialogAndByTheProgram() throws Exception {
        var problem = new Problem.StoreInUse("console.mv.db", "4711 (java)");
        begin(new Arrival(CompletableFuture.failedFuture(new ProblemException(problem)), () -> {
            throw new ProblemException(problem);
        }));

        until(() -> robot.lookup(".dialog-pane").queryAllAs(DialogPane.class).stream()
                .anyMatch(pane -> pane.getContentText().contains("4711")));
        FxToolkit.setupFixture(() -> Window.getWindows().stream().toList().forEach(Window::hide));

        var failure = assertThrows(ExecutionException.class, () -> closed.get(60, TimeUnit.SECONDS));
        assertEquals(problem, assertInstanceOf(ProblemException.class, failure.getCause()).problem());
    }

    private void begin(Arrival arrival) {
        var _ = WaitForAsyncUtils.asyncFx(
                () -> new WindowSession(wiring, Locale.ENGLISH, () -> false, closed)
                        .begin(arrival));
    }

    private int services() {
        return robot.lookup(".table-view").queryAllAs(TableView.class).stream()
                .mapToInt(table -> table.getItems().size()).max()
                .orElse(0);
    }

    /// As the cross in its corner does.
    private static void close() {
        var window = Window.getWindows().getFirst();
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /// Asks on the UI thread, because the scene changes under the hands of every other.
    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
    }
}
