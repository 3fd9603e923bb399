package io.calsync.ui;

import io.calsync.sync.Operator;
import io.calsync.text.Texts;
import io.calsync.ui.kit.Appearance;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import io.calsync.ui.kit.Words;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Opens a real window over a workspace in memory, and asks what a person would see in it.
public abstract class WindowTest {
    private static final int SECONDS = 10;

    protected final FxRobot robot = new FxRobot();
    @SuppressWarnings("NullAway.Init") protected Workspace workspace;
    protected final ChosenFiles files = new ChosenFiles();
    protected final BlockingQueue<URI> browsed = new LinkedBlockingQueue<>();
    @SuppressWarnings("NullAway.Init") protected UiContext ui;
    @SuppressWarnings("NullAway.Init") protected Stage stage;

    protected abstract void open(Stage window, UiContext context);

    protected Workspace workspace() {
        return Workspace.sample(role());
    }

    protected Operator.Role role() {
        return Operator.Role.MANAGER;
    }

    protected Locale locale() {
        return Locale.ENGLISH;
    }

    @BeforeEach
    void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::open);
    }

    private void open(Stage window) {
        stage = window;
        workspace = workspace();
        var words = Words.of(new Texts(locale()), ZoneId.of("Europe/Berlin"));
        ui = UiContext.of(
                workspace.sync, Workspace.operator(role()), true, words, workspace.salon,
                new Appearance(Theme.LIGHT, 100),
                browsed::add, files);
        open(window, ui);
    }

    @AfterEach
    void close() throws TimeoutException {
        workspace.sync.runs().close();
        FxToolkit.setupFixture(() -> {
            ui.close();
            Window.getWindows().stream().toList().forEach(Window::hide);
        });
        FxToolkit.cleanupStages();
    }

    /// Screens of other packages, as far as a test has them.
    protected static Map<Screen, Function<UiContext, ? extends View>>
            screens(Function<UiContext, ? extends View> services) {
        return Map.of(Screen.SERVICES, services);
    }

    /// Waits until the window shows it; fails after ten seconds.
    protected static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> {
                WaitForAsyncUtils.waitForFxEvents();
                return condition.getAsBoolean();
            });
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come to be within " + SECONDS + " seconds", late);
        }
    }

    protected <T extends Node> T find(String query, Class<T> type) {
        return robot.lookup(query).queryAs(type);
    }

    protected boolean shows(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    protected String text(String query) {
        return Objects.toString(find(query, Labeled.class).getText(), "");
    }

    /// All texts below a node, one a line.
    protected String textBelow(String query) {
        List<String> texts =
                robot.from(robot.lookup(query).queryAll()).lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .filter(Objects::nonNull)
                        .toList();
        return String.join("\n", texts);
    }
}
