package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.Access;
import io.calsync.ui.history.HistoryView;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.review.ReviewView;
import io.calsync.ui.shell.MainWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Every screen and dialog of the services: named for screen readers, told apart by weak eyes, hit by unsteady hands.
class AccessTest {
    @Nested
    class Light extends Walk {
        @Override
        Theme theme() {
            return Theme.LIGHT;
        }
    }

    @Nested
    class Dark extends Walk {
        @Override
        Theme theme() {
            return Theme.DARK;
        }
    }

    @Nested
    class DarkGerman extends Walk {
        @Override
        Theme theme() {
            return Theme.DARK;
        }

        @Override
        protected Locale locale() {
            return Locale.GERMAN;
        }
    }

    abstract static class Walk extends ServicesTest {
        private final List<String> complaints = new ArrayList<>();

        abstract Theme theme();

        @Override
        protected void open(Stage window, UiContext context) {
            context.appearance().theme().set(theme());
            MainWindow.show(window, context, Map.of(Screen.SERVICES, ServicesScreen::new, Screen.REVIEW,
                    ReviewView::new, Screen.HISTORY, HistoryView::new));
        }

        @Test
        void theListAndEveryStatusOfTheDetails() {
            untilLoaded();
            look("list");
            for (SyncStatus status : SyncStatus.values()) {
                select(first(status).id());
                look("details " + status);
                for (String tab : List.of("#tab-calcom", "#tab-history", "#tab-editor")) {
                    robot.clickOn(tab);
                    look("details " + status + " " + tab);
                }
            }
            assertEquals(List.of(), complaints);
        }

        @Test
        void whatIsWrongAtAField() {
            untilLoaded();
            select(first(SyncStatus.SYNCED).id());
            robot.interact(() -> find("#field-duration_minutes", TextInputControl.class).setText("2000"));
            robot.interact(() -> find("#field-buffer_time_minutes", TextInputControl.class).setText("90"));
            look("editor with messages");
            assertEquals(List.of(), complaints);
        }

        @Test
        void everyDialogAndTheLegend() {
            untilLoaded();
            robot.push(KeyCode.F1);
            for (String page : List.of("#shortcuts", "#legend", "#glossary")) {
                until(() -> shows(page));
                look("help " + page);
                robot.interact(() -> find("#help-tabs", TabPane.class).getSelectionModel().selectNext());
            }
            robot.push(KeyCode.ESCAPE);
            until(() -> !shows("#help-tabs"));
            robot.push(KeyCode.CONTROL, KeyCode.K);
            until(() -> shows("#palette-list"));
            look("palette");
            robot.push(KeyCode.ESCAPE);
            until(() -> !shows("#palette-list"));
            robot.push(KeyCode.SHIFT, KeyCode.F5);
            until(() -> shows("#plan-table"));
            look("plan");
            robot.push(KeyCode.ESCAPE);
            until(() -> !shows("#plan-table"));
            robot.push(KeyCode.CONTROL, KeyCode.N);
            until(() -> shows("#new-place"));
            look("new service");
            robot.push(KeyCode.ESCAPE);
            until(() -> !shows("#new-place"));
            select(ui.services().all().stream().filter(view -> !view.row().link().linked()).findFirst().orElseThrow()
                    .id());
            robot.clickOn("#tab-calcom");
            robot.clickOn("#link");
            until(() -> shows("#suggestions"));
            look("link");
            robot.push(KeyCode.ESCAPE);
            until(() -> !shows("#suggestions"));
            robot.clickOn("#create");
            until(() -> shows(".dialog-pane"));
            look("question");
            assertEquals(List.of(), complaints);
        }

        @Test
        void guardAndEmptyTable() {
            untilLoaded();
            ui.services().all().forEach(view -> workspace.calcom.delete(view.row().link().eventTypeId()));
            robot.push(KeyCode.F5);
            until(() -> shows("#guard-banner"));
            type("#search-field", "nothing is called so");
            until(() -> shows("#empty-filtered"));
            look("guard and empty table");
            assertEquals(List.of(), complaints);
        }

        /// Walks all windows that are open.
        private void look(String where) {
            robot.interact(() -> {
                for (Window window : List.copyOf(Window.getWindows())) look(where, window.getScene());
            });
        }

        private void look(String where, Scene scene) {
            Parent root = scene.getRoot();
            root.applyCss();
            root.layout();
            var paper = theme() == Theme.DARK ? Color.web("#0d1117") : Color.WHITE;
            assertTrue(Access.texts(root) > 0, where);
            Access.unnamed(root).forEach(one -> complaints.add(where + ": no name: " + one));
            Access.faint(root, paper).forEach(one -> complaints.add(where + ": faint: " + one));
            Access.small(root).forEach(one -> complaints.add(where + ": small: " + one));
        }
    }
}
