package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.calsync.domain.Company;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import io.calsync.sandbox.World;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.text.Texts;
import io.calsync.ui.Access;
import io.calsync.ui.ChosenFiles;
import io.calsync.ui.Keys;
import io.calsync.ui.Reader;
import io.calsync.ui.Shots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A person at the program's own window, 1280 by 720, over the real store and a Cal.com behind real HTTP. Each journey is
/// made in every language; what it passes must be in that language and not cut off.
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"de", "en"})
abstract class LiveWindow {
    @Parameter
    @SuppressWarnings("NullAway.Init") Locale language;

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    final FxRobot robot = new FxRobot();
    final Keys keys = new Keys();
    final ChosenFiles files = new ChosenFiles();
    final CompletableFuture<Void> closed = new CompletableFuture<>();
    @SuppressWarnings("NullAway.Init") Wiring wiring;
    @SuppressWarnings("NullAway.Init") OpenWorkspace workspace;
    @SuppressWarnings("NullAway.Init") Texts texts;
    @SuppressWarnings("NullAway.Init") private Reader reader;
    private boolean shown;
    private final Locale machine = Locale.getDefault();
    private final Set<String> cut = new TreeSet<>();

    @BeforeEach
    void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        texts = new Texts(language);
        reader = new Reader(language, this::ownTexts);
        wiring = new Wiring(InstantSource.system(),
                new Workspaces("Linux", Map.of("XDG_DATA_HOME", folder.toString()), folder),
                new Secrets(new Keychain(Duration.ZERO), Map.of("ANN", "cal_ann", "BOB", "cal_bob")));
    }

    @AfterEach
    void leave() throws TimeoutException {
        FxToolkit.setupFixture(() -> Window.getWindows().stream().toList().forEach(Window::hide));
        FxToolkit.cleanupStages();
        if (shown) closed.handle((_, _) -> true).orTimeout(60, TimeUnit.SECONDS).join();
        wiring.close();
        Locale.setDefault(machine);
        assertEquals("", String.join("\n", reader.complaints()), "said in another language than " + language);
        assertEquals("", String.join("\n", cut), "cut off");
    }

    /// Opens the window; it is there when the services are.
    final void begin(Arrival arrival, int services) {
        show(arrival);
        until(() -> shows("#services-table") && table().getItems().size() == services);
        robot.interact(() -> {
            var stage = robot.lookup("#main-window").query().getScene().getWindow();
            stage.setWidth(1280);
            stage.setHeight(720);
        });
    }

    /// Opens it, or the dialog that says why not.
    final void show(Arrival arrival) {
        shown = true;
        var _ = WaitForAsyncUtils.asyncFx(
                () -> new WindowSession(wiring, language, () -> false, files, closed).begin(arrival));
    }

    final TableView<?> table() {
        return robot.lookup("#services-table").queryAs(TableView.class);
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

    final boolean shows(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    final <T extends Node> T find(String query, Class<T> type) {
        return robot.lookup(query).queryAs(type);
    }

    final ButtonBase button(String query) {
        return find(query, ButtonBase.class);
    }

    final void press(String button) {
        until(() -> shows(button) && !button(button).isDisabled());
        robot.interact(() -> button(button).fire());
    }

    final String text(String query) {
        return String.valueOf(find(query, Labeled.class).getText());
    }

    /// All labels below a node, one a line.
    final String textBelow(String query) {
        return robot.from(robot.lookup(query).queryAll()).lookup(".label").queryAllAs(Label.class).stream()
                .map(label -> String.valueOf(label.getText()))
                .collect(Collectors.joining("\n"));
    }

    /// Whether a text tells what a key of the texts stands for. An argument left out, or one such as `{0}`, may be
    /// anything.
    final boolean tells(String said, String key, Object... args) {
        String form = Stream.of(texts.say(key, args).split("\\{\\d+[^}]*}", -1)).map(Pattern::quote)
                .collect(Collectors.joining(".*?"));
        return Pattern.compile(form, Pattern.DOTALL).matcher(said).find();
    }

    /// Waits until the UI thread sees it so, and reads what is there then.
    final void until(BooleanSupplier condition) {
        Shots.until(condition);
        robot.interact(reader::read);
    }

    /// The newest window as a person looks at it; with `-Dpictures` also kept in light and dark, the English ones for the
    /// README.
    final void picture(String name) {
        var scene = Window.getWindows().getLast().getScene();
        robot.interact(reader::read);
        if (!whole(scene)) robot.interact(() -> Access.cut(scene).forEach(text -> cut.add(name + ": " + text)));
        if (System.getProperty("pictures") == null) return;
        String place = language.equals(Locale.ENGLISH) ? name : language + "-" + name;
        for (var theme : List.of(new PrimerDark(), new PrimerLight())) {
            robot.interact(() -> Application.setUserAgentStylesheet(theme.getUserAgentStylesheet()));
            Shots.shoot(scene, place + (theme.isDarkMode() ? "-dark" : "-light"));
        }
    }

    /// Whether nothing is cut off, once a dialog has the size that its content needs.
    private static boolean whole(Scene scene) {
        try {
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(() -> Access.cut(scene).isEmpty()).get());
            return true;
        } catch (TimeoutException settled) {
            return false;
        }
    }

    /// What the business wrote itself, now or once, and who writes at Cal.com.
    private Set<String> ownTexts() {
        try {
            var services = views().stream().map(ServiceView::row)
                    .flatMap(row -> Stream.of(row.platform(), row.base(), row.calcom())).flatMap(LiveWindow::texts);
            var names = workspace.service().catalogue().companies().stream()
                    .flatMap(company -> Stream.concat(Stream.of(company.name()),
                            company.branches().stream().map(Company.Branch::name)));
            var former = workspace.service().history().entries(Journal.Query.newest(1_000)).stream()
                    .flatMap(entry -> entry.changes().stream())
                    .filter(change -> change.field() != null)
                    .flatMap(change -> Stream.of(String.valueOf(change.from()), String.valueOf(change.to())));
            return Stream.of(services, names, former, Stream.of(World.SOMEBODY)).flatMap(written -> written)
                    .collect(Collectors.toSet());
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static Stream<String> texts(Values values) {
        return values.encoded().values().stream().map(String::valueOf);
    }
}
