package io.calsync.app;

import io.calsync.domain.Message;
import io.calsync.store.Workspace;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scheduler;
import io.calsync.text.Texts;
import io.calsync.ui.history.HistoryView;
import io.calsync.ui.kit.Appearance;
import io.calsync.ui.kit.Background;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.FileChoice;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Happenings.Happening;
import io.calsync.ui.kit.Reading;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import io.calsync.ui.kit.Words;
import io.calsync.ui.overview.OverviewView;
import io.calsync.ui.review.ReviewDialog;
import io.calsync.ui.review.ReviewView;
import io.calsync.ui.services.ServicesScreen;
import io.calsync.ui.services.ViewsFile;
import io.calsync.ui.services.unlinked.UnlinkedDialog;
import io.calsync.ui.settings.ConnectDialog;
import io.calsync.ui.settings.Connector;
import io.calsync.ui.settings.SettingsPorts;
import io.calsync.ui.settings.SettingsView;
import io.calsync.ui.shell.MainWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands behind the one window, from its opening to its end. UI thread only.
final class WindowSession {
    private static final Logger LOG = LoggerFactory.getLogger(WindowSession.class);

    /// When a window that just got its services has drawn them.
    private static final Duration AT_REST = Duration.ofSeconds(1);

    private final Wiring wiring;
    private final Locale language;
    private final FutureTask<Boolean> keychain;
    private final FileChoice files;
    private final BiConsumer<String, String> notice = new SystemNotice(System.getProperty("os.name", ""))::show;
    private final CompletableFuture<Void> closed;
    private @Nullable Shown shown;
    private volatile boolean ended;

    WindowSession(Wiring wiring, Locale language, Callable<Boolean> keychain, CompletableFuture<Void> closed) {
        this(wiring, language, keychain, FileChoice.ofSystem(), closed);
    }

    /// @param language of a person whose settings name none
    /// @param keychain asks whether the system's keychain answers; not before the services are shown, since it costs a
    ///                 start a third of a second of the processor
    /// @param files    asks for files
    /// @param closed   is completed when the window is gone
    WindowSession(Wiring wiring, Locale language, Callable<Boolean> keychain, FileChoice files,
            CompletableFuture<Void> closed) {
        this.wiring = wiring;
        this.language = language;
        this.keychain = new FutureTask<>(keychain);
        this.files = files;
        this.closed = closed;
    }

    /// A workspace while the window shows it.
    private record Shown(OpenWorkspace workspace, UiContext ui, Scheduler scheduler) {
        /// Ends what the window began on it. UI thread only.
        void leave() {
            scheduler.close();
            workspace.service().runs().close();
            ui.close();
        }

        /// Waits until all that has ended, so not on the UI thread.
        void settle() {
            ui.background().close();
        }
    }

    /// Shows the workspace, or says why it cannot be opened.
    void begin(Arrival arrival) {
        try {
            var workspace = arrival.workspace().get();
            var stage = new Stage();
            var settings = workspace.ground().settings().load();
            show(stage, workspace, settings, arrival.services());
            if (stage.getScene().lookup("#services-table") instanceof TableView<?> table) FirstSight.of(table);
            WindowPlace.take(stage, settings.window());
            stage.setOnHidden(_ -> end(stage));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) refuse(problem);
            else closed.completeExceptionally(e.getCause());
        } catch (ProblemException problem) {
            refuse(problem);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Stage stage, OpenWorkspace workspace, Settings settings, Background.Work<Reading> reading) {
        var spoken = language(settings);
        // What the toolkit says by itself, such as the menu of a text field, is in the language of the machine else.
        if (!Locale.getDefault().getLanguage().equals(spoken.getLanguage())) Locale.setDefault(spoken);
        var words = Words.of(new Texts(spoken), ZoneId.systemDefault());
        var ui = UiContext.of(workspace.service(), workspace.session().operator(), workspace.sample(), words,
                workspace.session().clock(), new Appearance(Theme.valueOf(settings.theme()), settings.textSize()),
                new Browser(System.getProperty("os.name", "")), files);
        var scheduler = new Scheduler(workspace.session(), workspace.service().runs(),
                Duration.ofSeconds(settings.pollSeconds()), new SplittableRandom(),
                problem -> LOG.warn("a run ended early: {}", problem.message().key()), ui.background()::unexpected);
        scheduler.onGlimpse(all -> ui.background().onUi(() -> ui.services().take(all)));
        shown = new Shown(workspace, ui, scheduler);
        var connector = new WindowConnector(wiring, workspace, this::keychainAnswered,
                (next, first) -> ui.background().onUi(() -> replace(stage, next,
                        now -> proceed(first, stage, now.ui()))));
        var preferences = new WindowPreferences(workspace.ground().settings(), settings);
        ui.happenings().listen(came -> {
            if (!stage.isFocused()) notify(ui, preferences, came);
        });
        var ports = new SettingsPorts(connector, preferences,
                new WindowData(workspace, zip -> restore(stage, workspace, zip)));
        ui.services().expect(reading);
        ui.services().loaded().subscribe(loaded -> {
            if (loaded) {
                scheduler.start();
                CompletableFuture.delayedExecutor(AT_REST.toMillis(), TimeUnit.MILLISECONDS).execute(keychain);
            }
        });
        boolean newcomer = workspace.sample() && !settings.toured();
        var file = workspace.ground().settings();
        if (newcomer) ui.background().run(() -> file.save(file.load().withTour())).start();
        MainWindow.show(stage, ui, screens(ports, ViewsFile.of(workspace.ground().directory())), newcomer);
        if (ui.operator().role().mayDecide())
            ui.navigation().connectIn(() -> ui.navigation()
                    .leave(() -> ConnectDialog.open(ui, stage.getScene().getRoot(), connector)));
        ui.navigation().unlinkedIn(() -> UnlinkedDialog.open(ui, stage.getScene().getRoot()));
        ui.navigation().reviewIn(serviceId -> ReviewDialog.open(ui, stage.getScene().getRoot(), serviceId));
    }

    /// The system tells it to a person who works in another window, where they want that now.
    private void notify(UiContext ui, WindowPreferences preferences, List<Happening> came) {
        if (!preferences.choices().alerts().allowed(LocalTime.ofInstant(ui.clock().instant(), ZoneId.systemDefault())))
            return;
        String sentence = SystemNotice.sentence(came, ui.words());
        ui.background().run(() -> notice.accept(ui.words().say("app.name"), sentence)).start();
    }

    private static Map<Screen, Function<UiContext, ? extends View>> screens(SettingsPorts ports, ViewsFile views) {
        var screens = new EnumMap<Screen, Function<UiContext, ? extends View>>(Screen.class);
        screens.put(Screen.SERVICES, ui -> new ServicesScreen(ui, views));
        screens.put(Screen.REVIEW, ReviewView::new);
        screens.put(Screen.OVERVIEW, OverviewView::new);
        screens.put(Screen.HISTORY, HistoryView::new);
        screens.put(Screen.SETTINGS, ui -> new SettingsView(ui, ports));
        return screens;
    }

    /// Shows another workspace, or the same one with another connection, once what was begun on the one before has ended.
    ///
    /// @param then is done when it is shown
    private void replace(Stage stage, OpenWorkspace next, Consumer<Shown> then) {
        if (!(shown instanceof Shown before)) return;
        before.leave();
        Thread.ofVirtual().name("replace").start(() -> {
            before.settle();
            if (!before.workspace().ground().equals(next.ground())) before.workspace().ground().close();
            if (ended) next.close();
            else before.ui().background().onUi(() -> present(stage, next, then));
        });
    }

    private void present(Stage stage, OpenWorkspace next, Consumer<Shown> then) {
        try {
            if (ended) next.close();
            else show(stage, next, next.ground().settings().load(), Arrival.of(next).services());
            if (shown instanceof Shown now) then.accept(now);
        } catch (ProblemException problem) {
            refuse(problem);
        }
    }

    /// Verifies the backup while everything goes on, and asks about what was typed meanwhile. Then the window lets go of
    /// the workspace, the backup takes its place, and what is there then is shown, be it the one from before.
    private void restore(Stage stage, OpenWorkspace before, Path zip) throws ProblemException {
        Workspace.checkBackup(before.ground().directory(), zip, before.session().clock());
        if (shown instanceof Shown now) now.ui().background().onUi(() -> now.ui().navigation().leave(() -> {
            now.leave();
            Thread.ofVirtual().name("restore").start(() -> swap(stage, now, zip));
        }));
    }

    private void swap(Stage stage, Shown before, Path zip) {
        var target = before.workspace().ground().target();
        before.settle();
        before.workspace().ground().close();
        try {
            var restored = new Restored(zip, wiring.restore(target, zip));
            reopen(stage, before, now -> now.ui().background()
                    .call(() -> restored.told(now.workspace(), now.ui().words())).result(now.ui().notices()::tell)
                    .start());
        } catch (ProblemException failed) {
            reopen(stage, before, now -> now.ui().notices().show(new Problem.NotPossible(
                    Message.of("restored.not", zip, now.ui().words().say(failed.problem().message())))));
        }
    }

    /// @param tell says in the new window what came of it
    private void reopen(Stage stage, Shown before, Consumer<Shown> tell) {
        var background = before.ui().background();
        try {
            var next = wiring.open(before.workspace().ground().target());
            background.onUi(() -> replace(stage, next, tell));
        } catch (ProblemException problem) {
            background.onUi(() -> refuse(problem));
        }
    }

    /// Does what the person chose to do first with a new connection, as soon as the services are there.
    private static void proceed(Connector.Next first, Stage stage, UiContext ui) {
        ui.services().loaded().subscribe(loaded -> {
            if (loaded) switch (first) {
                case IMPORT -> UnlinkedDialog.importAll(ui, stage.getScene().getRoot());
                case LINK -> ui.navigation().show(Filter.of(Facet.LINKED, Facet.NO));
                case LATER -> {}
            }
        });
    }

    private void end(Stage stage) {
        ended = true;
        if (!(shown instanceof Shown last)) return;
        last.leave();
        var place = WindowPlace.of(stage);
        Thread.ofVirtual().name("end").start(() -> {
            try {
                last.settle();
                WindowPlace.keep(last.workspace().ground().settings(), place);
                last.workspace().ground().close();
            } finally {
                closed.complete(null);
            }
        });
    }

    private boolean keychainAnswered() {
        return keychain.state() == FutureTask.State.SUCCESS && keychain.resultNow();
    }

    private Locale language(Settings settings) {
        return settings.language().isEmpty() ? language : Locale.of(settings.language());
    }

    private void refuse(ProblemException problem) {
        var appearance = shown == null ? new Appearance(Theme.SYSTEM, Appearance.TEXT_SIZES.getFirst())
                : shown.ui().appearance();
        Refusal.show(problem.problem(), new Texts(language), appearance, () -> closed.completeExceptionally(problem));
    }
}
