package io.calsync.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.Access;
import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import io.calsync.ui.history.HistoryView;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.overview.OverviewView;
import io.calsync.ui.review.ReviewView;
import io.calsync.ui.services.ServicesScreen;
import io.calsync.ui.shell.MainWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Every screen in a small window, with text of twice the size and in high contrast: nothing is cut off, nothing is faint,
/// and the choice is kept.
class TextSizeTest {
    @Nested
    class English extends Walk {}

    @Nested
    class German extends Walk {
        @Override
        protected Locale locale() {
            return Locale.GERMAN;
        }
    }

    abstract static class Walk extends WindowTest {
        private final FakePorts ports = new FakePorts();
        private final List<String> complaints = new ArrayList<>();

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
        void nothingIsCutAtTwiceTheSize() {
            enlarge();
            look("services");
            robot.interact(() -> ui.navigation().open(Screen.SERVICES, first(SyncStatus.CONFLICT)));
            until(() -> shows("#details"));
            for (int tab = 0; tab < 3; tab++) {
                int chosen = tab;
                robot.interact(() -> find("#details-tabs", TabPane.class).getSelectionModel().select(chosen));
                look("details " + tab);
            }
            for (Screen screen : List.of(Screen.REVIEW, Screen.HISTORY, Screen.OVERVIEW, Screen.SETTINGS)) {
                robot.interact(() -> ui.navigation().open(screen));
                look(screen.name());
            }
            for (var subject : robot.lookup(".settings-subject").queryAllAs(ToggleButton.class)) {
                robot.interact(subject::fire);
                look("settings " + subject.getId());
            }
            robot.interact(() -> ui.notices().done("A sentence about everything that was just done. ".repeat(4)));
            look("news");
            robot.push(KeyCode.F1);
            for (String page : List.of("#shortcuts", "#legend", "#glossary")) {
                until(() -> shows(page));
                look("help " + page);
                robot.interact(() -> find("#help-tabs", TabPane.class).getSelectionModel().selectNext());
            }
            robot.push(KeyCode.ESCAPE);
            robot.push(KeyCode.CONTROL, KeyCode.K);
            until(() -> shows("#palette-list .list-cell"));
            look("palette");
            assertEquals("", String.join("\n", complaints));
        }

        private void enlarge() {
            until(() -> ui.services().loaded().get());
            robot.interact(() -> {
                ui.appearance().textSize().set(200);
                ui.appearance().theme().set(Theme.HIGH_CONTRAST);
            });
        }

        private long first(SyncStatus status) {
            return ui.services().all().stream().filter(view -> view.status() == status).findFirst().orElseThrow().id();
        }

        private void look(String where) {
            robot.interact(() -> {
                for (Window window : List.copyOf(Window.getWindows())) look(where, window.getScene());
            });
            Shots.shoot(Window.getWindows().getLast().getScene(),
                    "large-" + locale() + "-" + where.replaceAll("[ #]+", "-"));
        }

        private void look(String where, Scene scene) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            assertTrue(Access.texts(scene.getRoot()) > 0, where);
            Access.cut(scene).forEach(one -> complaints.add(where + ": cut: " + one));
            Access.faint(scene.getRoot(), Color.BLACK).forEach(one -> complaints.add(where + ": faint: " + one));
            Access.small(scene.getRoot()).forEach(one -> complaints.add(where + ": small: " + one));
        }
    }
}
