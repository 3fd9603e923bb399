package io.calsync.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.ui.Access;
import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import io.calsync.ui.history.HistoryView;
import io.calsync.ui.kit.ErrorWindow;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Waiting;
import io.calsync.ui.overview.OverviewView;
import io.calsync.ui.review.ReviewDialog;
import io.calsync.ui.review.ReviewView;
import io.calsync.ui.services.ServicesScreen;
import io.calsync.ui.shell.MainWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every dialog before a small window, with text of twice the size: it stays within the window and the screen, what has no
/// room in it scrolls and is scrolled to, and nothing is cut off.
class DialogSizeTest {
    /// Less than that of the content is no reading.
    private static final double LEAST_ROOM = 100;

    @Nested
    class English extends Walk {}

    @Nested
    class German extends Walk {
        @Override
        protected Locale locale() {
            return Locale.GERMAN;
        }

        @Override
        Theme theme() {
            return Theme.DARK;
        }
    }

    abstract static class Walk extends WindowTest {
        private final FakePorts ports = new FakePorts();
        private final List<String> complaints = new ArrayList<>();

        Theme theme() {
            return Theme.LIGHT;
        }

        @Override
        protected void open(Stage window, UiContext context) {
            MainWindow.show(window, context,
                    Map.of(Screen.SERVICES, ServicesScreen::new, Screen.REVIEW, ReviewView::new, Screen.HISTORY,
                            HistoryView::new, Screen.OVERVIEW, OverviewView::new, Screen.SETTINGS,
                            ui -> new SettingsView(ui, ports.ports())));
            window.setWidth(1280);
            window.setHeight(720);
        }

        @AfterEach
        void asItWas() {
            robot.interact(() -> ui.appearance().textSize().set(100));
        }

        @Test
        void ofTheServices(@TempDir Path folder) throws IOException {
            enlarge();
            dialog("plan", () -> robot.push(KeyCode.SHIFT, KeyCode.F5));
            dialog("new", () -> fire("#new-service"), () -> fire(".dialog-pane #add"));
            dialog("waiting", () -> fire("#show-waiting"));
            dialog("arrange", () -> item("#view-menu", "arrange-item"));
            dialog("view-name", () -> item("#view-menu", "save-view-as-item"));
            dialog("range", () -> item("#add-filter", "menu-price"));
            files.choose(Files.writeString(folder.resolve("many.csv"), "Name;Dauer;Preis\nBalayage;60;abc\n"));
            dialog("import", () -> item("#files", "import-file-item"));
            robot.interact(() -> find("#services-table", TableView.class).getSelectionModel().selectAll());
            dialog("many", () -> fire("#marked-edit-many"), () -> fill(".dialog-pane #field-price", "5"));
            dialog("rule-of-many", () -> fire("#marked-own-rule"));
        }

        @Test
        void ofOneService() throws ProblemException {
            enlarge();
            long id = open(view -> view.status() == SyncStatus.CONFLICT);
            dialog("duplicate", () -> fire("#duplicate"));
            dialog("deactivate", () -> fire("#deactivate"));
            dialog("rule", () -> fire("#own-rule"));
            tab(1);
            dialog("unlink", () -> fire("#unlink"));
            tab(0);
            fill("#field-name", "Balayage and more");
            dialog("unsaved", () -> fire("#close-details"));
            var other = workspace.sync.catalogue().get(id);
            workspace.sync.editing().save(id, other.values(), Patch.of(Field.NAME, "Painted hair, long"));
            dialog("stale", () -> fire("#save"));
            fire("#discard");
            dialog("review", () -> robot.interact(() -> ReviewDialog.open(ui, stage.getScene().getRoot(), id)));
            open(view -> !view.row().link().linked());
            tab(1);
            dialog("link", () -> fire("#link"));
            dialog("create", () -> fire("#create"));
        }

        @Test
        void ofTheOtherScreens(@TempDir Path folder) {
            enlarge();
            robot.interact(() -> ui.navigation().open(Screen.REVIEW));
            dialog("decide-many", () -> fire("#decide-many"));
            robot.interact(() -> ui.navigation().open(Screen.SETTINGS));
            dialog("connect", () -> fire("#settings-connection #connect"), () -> {
                fire("#find");
                until(() -> shows("#connect-problem"));
            }, () -> {
                fill("#key-secret", FakePorts.GOOD);
                fire("#find");
                until(() -> shows("#connect-result"));
            });
            fire("#open-policies");
            until(() -> shows("#policy-price"));
            dialog("policy",
                    () -> robot.interact(() -> find("#policy-name", ComboBox.class).getSelectionModel().select(1)));
            fire("#open-data");
            files.choose(folder.resolve("backup.zip"));
            dialog("restore", () -> fire("#restore"));
            dialog("palette", () -> robot.push(KeyCode.CONTROL, KeyCode.K));
            dialog("help", () -> robot.push(KeyCode.F1), () -> next("#help-tabs"), () -> next("#help-tabs"));
            dialog("error", () -> robot.interact(
                    () -> new ErrorWindow(ui.words(), ui.appearance()).show(new IllegalStateException("a test"))));
            var end = new CountDownLatch(1);
            dialog("slow", () -> robot.interact(() -> new Waiting(ui, stage.getScene().getRoot()).during(
                    ui.words().say("history.looking"), _ -> await(end), _ -> {})));
            end.countDown();
        }

        private static boolean await(CountDownLatch end) {
            try {
                return end.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException ended) {
                throw new AssertionError(ended);
            }
        }

        private void enlarge() {
            until(() -> ui.services().loaded().get());
            robot.interact(() -> {
                ui.appearance().textSize().set(200);
                ui.appearance().theme().set(theme());
            });
        }

        private long open(Predicate<ServiceView> wanted) {
            long id = ui.services().all().stream().filter(wanted).findFirst().orElseThrow().id();
            robot.interact(() -> ui.navigation().open(Screen.SERVICES, id));
            until(() -> shows("#details"));
            return id;
        }

        private void tab(int chosen) {
            robot.interact(() -> find("#details-tabs", TabPane.class).getSelectionModel().select(chosen));
        }

        private void next(String tabs) {
            robot.interact(() -> find(tabs, TabPane.class).getSelectionModel().selectNext());
        }

        /// Opens a dialog, looks at it, again after each step in it, and leaves it.
        private void dialog(String name, Runnable open, Runnable... steps) {
            open.run();
            until(() -> windows().size() > 1);
            look(name);
            for (int i = 0; i < steps.length; i++) {
                steps[i].run();
                look(name + "-" + (i + 1));
            }
            robot.push(KeyCode.ESCAPE);
            until(() -> windows().size() == 1);
        }

        private static List<Stage> windows() {
            return Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast).toList();
        }

        private void fire(String button) {
            until(() -> shows(button));
            robot.interact(() -> find(button, ButtonBase.class).fire());
        }

        private void fill(String field, String text) {
            until(() -> shows(field));
            robot.interact(() -> find(field, TextInputControl.class).setText(text));
        }

        /// Without its popup, which the headless platform cannot paint beyond its screen.
        private void item(String menu, String item) {
            robot.interact(() -> {
                var button = find(menu, MenuButton.class);
                if (button.getOnShowing() != null) button.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
                button.getItems().stream().filter(one -> item.equals(one.getId())).findFirst().orElseThrow().fire();
            });
        }

        private void look(String where) {
            robot.interact(() -> {});
            var window = windows().getLast();
            robot.interact(() -> look(where, window, window.getScene()));
            Shots.shoot(window.getScene(), "dialog-" + locale() + "-" + where);
            robot.interact(() -> walk(where, window.getScene()));
        }

        private void look(String where, Window window, Scene scene) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            var screen = javafx.stage.Screen.getPrimary().getVisualBounds();
            if (window.getX() < 0 || window.getY() < 0 || window.getX() + window.getWidth() > screen.getMaxX()
                    || window.getHeight() > stage.getHeight() || window.getY() + window.getHeight() > screen.getMaxY())
                complain(where, "beyond", List.of(window.getX() + " " + window.getY() + " " + window.getWidth() + " x "
                        + window.getHeight()));
            complain(where, "cut", Access.cut(scene));
            complain(where, "untold", Access.untold(scene.getRoot()));
            complain(where, "faint", Access.faint(scene.getRoot(), Color.BLACK));
            complain(where, "small", Access.small(scene.getRoot()));
            if (scene.getRoot().lookup(".room") instanceof ScrollPane room
                    && room.getViewportBounds().getHeight() < Math.min(LEAST_ROOM,
                            room.getContent().getLayoutBounds().getHeight()))
                complain(where, "no room", List.of(room.getViewportBounds().toString()));
        }

        /// Goes through all its controls by the keyboard.
        private void walk(String where, Scene scene) {
            var seen = new HashSet<Node>();
            while (scene.getFocusOwner() instanceof Node at && seen.add(at)) {
                if (at.getLayoutBounds().getHeight() < LEAST_ROOM && !Access.inSight(at))
                    complain(where, "out of sight", List.of(at.toString()));
                at.requestFocusTraversal(TraversalDirection.NEXT);
            }
        }

        private void complain(String where, String what, List<String> all) {
            all.forEach(one -> complaints.add(where + ": " + what + ": " + one));
        }

        @AfterEach
        void nothingToComplainOf() {
            assertEquals("", String.join("\n", complaints));
        }
    }
}
