package io.calsync.ui.shell;

import io.calsync.sync.SyncOptions;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Command;
import io.calsync.ui.kit.ErrorWindow;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Navigation;
import io.calsync.ui.kit.Room;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window: the chosen screen between navigation, banners and status bar.
public final class MainWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

    private final UiContext ui;
    private final Map<Screen, Function<UiContext, ? extends View>> makers;
    private final Map<Screen, View> views = new EnumMap<>(Screen.class);
    private final NavigationBar navigation;
    private final UndoRedo undoRedo;
    private final Tour tour;
    private final Commands commands;
    private @Nullable Screen current;

    @FXML private BorderPane root;

    @FXML private VBox navigationBox;

    @FXML private VBox tourBox;

    @FXML private VBox banners;

    @FXML private BorderPane middle;

    @FXML private StackPane content;

    private MainWindow(UiContext ui, Map<Screen, Function<UiContext, ? extends View>> makers, boolean newcomer) {
        this.ui = ui;
        this.makers = makers;
        Fxml.load(this, ui.words().texts());
        this.tour = new Tour(ui, root, tourBox, makers.keySet());
        this.commands = new Commands(ui, root, makers.keySet(),
                new EnumMap<>(Map.of(Action.TOUR, tour::start, Action.SYNC, this::sync, Action.UNLINKED,
                        ui.navigation()::unlinked)),
                this::ofScreens);
        this.navigation =
                new NavigationBar(navigationBox, ui, makers.keySet(), () -> new Palette(ui, commands).show(root));
        var bar = new StatusBar(ui, tour::start);
        this.undoRedo = bar.undoRedo();
        root.setBottom(bar.root());
        new BannerArea(banners, ui, newcomer ? tour::start : null);
        ui.appearance().textSize().subscribe(_ -> makeRoom());
    }

    /// Shows a workspace in a stage, in place of whatever it showed before, and starts reading the services. UI thread only.
    ///
    /// @param makers the screens that there are; each is made when it is first opened
    public static void show(Stage stage, UiContext ui, Map<Screen, Function<UiContext, ? extends View>> makers) {
        show(stage, ui, makers, false);
    }

    /// The same.
    ///
    /// @param newcomer whether the person is offered the tour
    public static void show(Stage stage, UiContext ui, Map<Screen, Function<UiContext, ? extends View>> makers,
            boolean newcomer) {
        Thread.currentThread().setUncaughtExceptionHandler(
                (_, failure) -> new ErrorWindow(ui.words(), ui.appearance()).show(failure));
        var window = new MainWindow(ui, makers, newcomer);
        if (stage.getScene() == null) {
            var scene = new Scene(window.root, WIDTH, HEIGHT);
            ui.appearance().dress(scene);
            stage.setScene(scene);
        } else stage.getScene().setRoot(window.root);
        // While nothing has the focus, keys go to the scene and not to what is in it.
        stage.getScene().setOnKeyPressed(window::keys);
        stage.setTitle(ui.words().say("app.name"));
        stage.setMinWidth(Room.LEAST.getWidth());
        stage.setMinHeight(Room.LEAST.getHeight());
        stage.setOnCloseRequest(closing -> {
            closing.consume();
            window.leave(stage::hide);
        });
        ui.navigation().leaveBy(window::leave);
        ui.navigation().place().subscribe(window::go);
        ui.services().load();
        stage.show();
        // Only a window on the screen can have a focus.
        if (window.current != null) window.enter(ui.navigation().place().get());
    }

    private void makeRoom() {
        root.pseudoClassStateChanged(LARGE, ui.appearance().isLarge());
        middle.setCenter(null);
        middle.setCenter(ui.appearance().isLarge() ? Room.scrolling(content) : content);
    }

    private void keys(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && tour.running()) {
            tour.end();
            key.consume();
            return;
        }
        for (Screen screen : makers.keySet()) {
            if (!screen.keys().match(key)) continue;
            ui.navigation().open(screen);
            key.consume();
        }
        if (current != null && !key.isConsumed()) view(current).shortcut(key);
        if (!key.isConsumed()) Action.press(root, key);
        if (!key.isConsumed()) commands.press(key);
        if (!key.isConsumed()) undoRedo.keys(key);
    }

    private List<Command> ofScreens() {
        return Stream.of(Screen.SERVICES, Screen.SETTINGS).filter(makers::containsKey)
                .flatMap(screen -> view(screen).commands().stream()).toList();
    }

    private void sync() {
        if (ui.refusal(ui.operator().role().mayEdit()) instanceof String why) ui.notices().done(why);
        else ui.runs().sync(SyncOptions.PLAIN);
    }

    private void go(Navigation.Place place) {
        if (!makers.containsKey(place.screen())) return;
        if (place.screen() == current) arrive(place);
        else leave(() -> enter(place));
    }

    private void enter(Navigation.Place place) {
        current = place.screen();
        var view = view(place.screen());
        content.getChildren().setAll(view.root());
        navigation.select(place.screen());
        // A split or scroll pane takes its content into the scene with its skin; before that nothing in it takes the focus.
        view.root().applyCss();
        view.root().layout();
        arrive(place);
    }

    private void arrive(Navigation.Place place) {
        var view = view(place.screen());
        if (place.filter() instanceof Filter filter) view.narrowed(filter);
        view.shown(place.serviceId());
    }

    private void leave(Runnable then) {
        if (current == null) then.run();
        else view(current).leaving(then);
    }

    private View view(Screen screen) {
        return views.computeIfAbsent(screen, key -> {
            var maker = makers.get(key);
            if (maker == null) throw new IllegalArgumentException("no screen " + key);
            return maker.apply(ui);
        });
    }
}
