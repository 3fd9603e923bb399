package io.calsync.app;

import io.calsync.sync.ProblemException;
import io.calsync.sync.Scheduler;
import io.calsync.text.Texts;
import io.calsync.ui.history.HistoryView;
import io.calsync.ui.kit.Appearance;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import io.calsync.ui.kit.Words;
import io.calsync.ui.review.ReviewDialog;
import io.calsync.ui.review.ReviewView;
import io.calsync.ui.services.ServicesScreen;
import io.calsync.ui.shell.MainWindow;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import javafx.scene.control.Alert;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands behind the one window, from its opening to its end. UI thread only.
final class WindowSession {
    private static final Logger LOG = LoggerFactory.getLogger(WindowSession.class);

    private final Locale language;
    private final CompletableFuture<Void> closed;

    /// @param language of a person whose settings name none
    /// @param closed   is completed when the window is gone
    WindowSession(Locale language, CompletableFuture<Void> closed) {
        this.language = language;
        this.closed = closed;
    }

    /// Shows the workspace, or says why it cannot be opened.
    void begin(Future<OpenWorkspace> opening) {
        try {
            show(opening.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) refuse(problem);
            else closed.completeExceptionally(e.getCause());
        } catch (ProblemException problem) {
            refuse(problem);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(OpenWorkspace workspace) throws ProblemException {
        var settings = workspace.settings().load();
        var words = Words.of(new Texts(language(settings)), ZoneId.systemDefault());
        var ui = UiContext.of(workspace.service(), workspace.session().operator(), workspace.sample(), words,
                workspace.session().clock(), new Appearance(Theme.valueOf(settings.theme())),
                new Browser(System.getProperty("os.name", "")));
        var scheduler = new Scheduler(workspace.session(), workspace.service().runs(),
                Duration.ofSeconds(settings.pollSeconds()), new SplittableRandom(),
                problem -> LOG.warn("a run ended early: {}", problem.message().key()));
        var stage = new Stage();
        MainWindow.show(stage, ui, screens());
        ui.navigation().reviewIn(serviceId -> ReviewDialog.open(ui, stage.getScene().getRoot(), serviceId));
        if (settings.window() instanceof Settings.WindowState state) place(stage, state);
        stage.setOnHidden(_ -> {
            scheduler.close();
            ui.close();
            remember(workspace.settings(), stage);
            workspace.close();
            closed.complete(null);
        });
    }

    private static Map<Screen, Function<UiContext, ? extends View>> screens() {
        var screens = new EnumMap<Screen, Function<UiContext, ? extends View>>(Screen.class);
        screens.put(Screen.SERVICES, ServicesScreen::new);
        screens.put(Screen.REVIEW, ReviewView::new);
        screens.put(Screen.HISTORY, HistoryView::new);
        return screens;
    }

    private Locale language(Settings settings) {
        return settings.language().isEmpty() ? language : Locale.of(settings.language());
    }

    private void refuse(ProblemException problem) {
        var words = new Texts(language);
        var alert = new Alert(Alert.AlertType.ERROR, words.say(problem.problem().message()));
        alert.setHeaderText(null);
        alert.setTitle(words.say("app.name"));
        alert.showAndWait();
        closed.completeExceptionally(problem);
    }

    private static void place(Stage stage, Settings.WindowState state) {
        stage.setX(state.x());
        stage.setY(state.y());
        stage.setWidth(state.width());
        stage.setHeight(state.height());
        stage.setMaximized(state.maximized());
    }

    /// A window that cannot be remembered stands elsewhere next time.
    private static void remember(SettingsFile settings, Stage stage) {
        try {
            settings.save(settings.load().with(new Settings.WindowState(stage.getX(), stage.getY(), stage.getWidth(),
                    stage.getHeight(), stage.isMaximized())));
        } catch (ProblemException notSaved) {
            LOG.warn("window state not saved: {}", notSaved.getMessage());
        }
    }
}
