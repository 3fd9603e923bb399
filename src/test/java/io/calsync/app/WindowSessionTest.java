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
import io.calsync.ui.Keys;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The window as the program opens it: the real store, the sample's own Cal.com, all screens.
class WindowSessionTest extends LiveWindow {
    @Test
    void aWindowWhoseScreenIsGoneComesBackWhereItCanBeSeen() throws Exception {
        workspace = wiring.open(new Target(folder, true, null));
        var settings = new SettingsFile(folder);
        settings.save(settings.load().with(new Settings.WindowState(9000, 100, 1000, 600, false)));
        begin(Arrival.of(workspace), 41);

        assertTrue(Keys.window().getX() < 9000, () -> "x " + Keys.window().getX());
    }

    @Test
    void theSampleIsUsableAtOnceAndGivesTheWorkspaceBackWhenItCloses() throws Exception {
        workspace = wiring.open(new Target(folder, true, null));
        begin(Arrival.of(workspace), 41);
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
            workspace = wiring.open(new Target(null, true, null));
            begin(Arrival.of(workspace), 41);
            robot.clickOn("#go-settings").clickOn("#open-connection").clickOn(".scroll-pane #connect");
            until(() -> shows("#server-own"));
            robot.clickOn("#server-own").clickOn("#server-address").write(sandbox.baseUrl());
            robot.clickOn("#key-secret").write("cal_first").type(KeyCode.ENTER);
            until(() -> shows("#connect-result"));
            picture("connect-result");
            press("#connect-now");

            until(() -> shows("#unlinked-outcome"));
            press(".dialog-pane #close");
            until(() -> shows("#services-table") && table().getItems().size() == 5);
            FxToolkit.setupFixture(WindowSessionTest::close);
            closed.get(60, TimeUnit.SECONDS);
        }
        var own = new Terminal(folder, Map.of()).bare("status", "--json").json();
        assertEquals(5, own.path("statuses").path("synced").asInt());
        assertEquals("ann", own.path("connection").path("account").asText());
    }

    @Test
    void aWorkspaceThatHasNoCalcomYetIsNotToldThatItsCalcomIsAway() throws Exception {
        workspace = wiring.open(new Target(folder, false, null));
        begin(Arrival.of(workspace), 0);
        until(() -> shows("#unreachable-banner"));
        String said = textBelow("#unreachable-banner");
        assertTrue(tells(said, "problem.not-connected") && !tells(said, "unreachable.since"), said);
        picture("not-connected");
    }

    @Test
    void whyAWorkspaceCannotBeOpenedIsSaidInADialogAndByTheProgram() throws Exception {
        var problem = new Problem.StoreInUse("console.mv.db", "4711 (java)");
        show(new Arrival(CompletableFuture.failedFuture(new ProblemException(problem)), () -> {
            throw new ProblemException(problem);
        }));

        until(() -> shows(".dialog-pane"));
        assertEquals(texts.say(problem.message()), find(".dialog-pane", DialogPane.class).getContentText());
        picture("refused");
        FxToolkit.setupFixture(() -> Window.getWindows().stream().toList().forEach(Window::hide));

        var failure = assertThrows(ExecutionException.class, () -> closed.get(60, TimeUnit.SECONDS));
        assertEquals(problem, assertInstanceOf(ProblemException.class, failure.getCause()).problem());
    }

    /// As the cross in its corner does.
    private static void close() {
        var window = Window.getWindows().getFirst();
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
