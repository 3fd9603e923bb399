package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.calsync.cli.Host.Target;
import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.Keys;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.ui.Shots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The main job as a person does it, in the program's own window over the real store, the sample's Cal.com behind real
/// HTTP, and the scheduler, from the first start to the audit trail.
class JourneyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") private OpenWorkspace workspace;

    private final FxRobot robot = new FxRobot();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Wiring wiring = new Wiring(InstantSource.system(), Workspaces.ofThisMachine(),
            new Secrets(new Keychain(Duration.ZERO), Map.of()));

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        workspace = wiring.open(new Target(folder, true, null));
        var _ = WaitForAsyncUtils.asyncFx(
                () -> new WindowSession(wiring, Locale.ENGLISH, () -> false, closed)
                        .begin(Arrival.of(workspace)));
        Shots.until(() -> services().getItems().size() == 41);
        Shots.until(() -> status("Premium Cut") == SyncStatus.CONFLICT);
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.setupFixture(() -> Window.getWindows().stream().toList().forEach(Window::hide));
        FxToolkit.cleanupStages();
        wiring.close();
    }

    @Test
    void fromTheFirstStartToEditedAndSynced() throws Exception {
        picture("services");
        choose("Waschen & Styling");
        robot.type(KeyCode.ENTER);
        Shots.until(() -> shows("#field-duration_minutes"));
        type("#field-duration_minutes", "2000");
        assertEquals("Between 1 and 1440 minutes; this is 2000.", label("#message-duration_minutes"));
        type("#field-duration_minutes", "50");
        picture("details");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Shots.until(() -> base("Waschen & Styling", Field.DURATION).equals(50L));
        Shots.until(() -> status("Waschen & Styling") == SyncStatus.SYNCED);
        assertTrue(trail("Waschen & Styling").containsAll(List.of("EDIT", "PUSH")));
    }

    @Test
    void aConflictIsResolvedBothWaysByKeys() throws Exception {
        choose("Globale Blondierung");
        robot.type(KeyCode.ENTER);
        Shots.until(() -> shows("#choose-platform-requires_confirmation"));
        robot.type(KeyCode.DIGIT1, KeyCode.ENTER);
        Shots.until(() -> status("Globale Blondierung") == SyncStatus.SYNCED);
        assertEquals(true, view("Globale Blondierung").row().calcom().get(Field.CONFIRMATION));

        choose("Keratin-Behandlung");
        robot.type(KeyCode.ENTER);
        Shots.until(() -> shows("#choose-calcom-before_event_buffer"));
        robot.type(KeyCode.ESCAPE);
        Shots.until(() -> !shows("#choose-calcom-before_event_buffer"));
        assertEquals(SyncStatus.CONFLICT, status("Keratin-Behandlung"));
        robot.type(KeyCode.ENTER);
        Shots.until(() -> shows("#choose-calcom-before_event_buffer"));
        robot.type(KeyCode.DIGIT2, KeyCode.ENTER);
        Shots.until(() -> status("Keratin-Behandlung") == SyncStatus.SYNCED);
        assertEquals(10L, view("Keratin-Behandlung").values().get(Field.BUFFER_BEFORE));
        assertTrue(trail("Globale Blondierung").contains("DECISION"));
        assertTrue(workspace.service().history().verify().whole());
    }

    @Test
    void theReviewTellsBothSidesAndTheHistoryTheStory() {
        press("#go-review");
        Shots.until(() -> shows("#inbox"));
        for (int i = 0; i < 41 && !label("#heading-name").contains("Premium Cut"); i++) robot.type(KeyCode.J);
        Shots.until(() -> shows("#choose-calcom-name"));
        robot.type(KeyCode.DIGIT2);
        assertTrue(label("#apply").contains("1"));
        picture("review");
        press("#go-history");
        Shots.until(() -> shows("#history-table"));
        Shots.until(() -> !robot.lookup("#history-table").queryAs(TableView.class).getItems().isEmpty());
        picture("history");
        press("#go-settings");
        Shots.until(() -> shows("#settings-connection"));
        picture("settings");
    }

    @Test
    void aWrongKeyIsSaidInWordsAndNothingTypedIsLost() throws Exception {
        try (var server = SandboxServer.start(SandboxOptions.hosted().keys(Keys.only(Map.of())))) {
            press("#go-settings");
            Shots.until(() -> shows("#settings-connection #connect"));
            press("#settings-connection #connect");
            Shots.until(() -> shows("#server-own"));
            robot.interact(() -> robot.lookup("#server-own").queryAs(RadioButton.class).fire());
            type("#server-address", server.baseUrl());
            type("#key-secret", "cal_wrong");
            press("#find");
            Shots.until(() -> robot.lookup(".label").queryAllAs(Labeled.class).stream()
                    .anyMatch(label -> label.isVisible()
                            && String.valueOf(label.getText()).contains("refuses the API key")));
            Shots.shoot(newest().getScene(), "wrong-key-light");
            assertEquals("cal_wrong", robot.lookup("#key-secret").queryAs(TextInputControl.class).getText());
        }
    }

    private void choose(String service) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(service);
        Shots.until(() -> services().getItems().size() < 5 && !services().getItems().isEmpty());
        robot.type(KeyCode.DOWN);
        robot.interact(() -> services().getSelectionModel().selectFirst());
    }

    private void type(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }

    private void press(String button) {
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    private boolean shows(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private String label(String query) {
        return String.valueOf(robot.lookup(query).queryAs(Labeled.class).getText());
    }

    private TableView<?> services() {
        return robot.lookup("#services-table").queryAs(TableView.class);
    }

    private ServiceView view(String name) {
        try {
            return workspace.service().catalogue().all().stream().filter(view -> view.name().equals(name)).findFirst()
                    .orElseThrow();
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private SyncStatus status(String name) {
        return view(name).status();
    }

    private Object base(String name, Field field) {
        return view(name).row().base().get(field);
    }

    private List<String> trail(String name) throws ProblemException {
        return workspace.service().history().entries(Journal.Query.ofService(view(name).id(), 50)).stream()
                .map(entry -> entry.cause().source().name())
                .toList();
    }

    private static Window newest() {
        return Window.getWindows().getLast();
    }

    /// In light and dark, for the README and for the eye: `-Dpictures=src/site/screenshots` keeps them there.
    private void picture(String name) {
        var light = new PrimerLight().getUserAgentStylesheet();
        for (var theme : List.of(Map.entry("light", light),
                Map.entry("dark", new PrimerDark().getUserAgentStylesheet()))) {
            robot.interact(() -> Application.setUserAgentStylesheet(theme.getValue()));
            Shots.shoot(newest().getScene(), name + "-" + theme.getKey());
        }
        robot.interact(() -> Application.setUserAgentStylesheet(light));
    }
}
