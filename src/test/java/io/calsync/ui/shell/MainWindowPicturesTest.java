package io.calsync.ui.shell;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.services.ServicesScreen;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// Pictures of the main window for a person to look at.
class MainWindowPicturesTest extends WindowTest {
    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context, screens(ServicesScreen::new));
    }

    @Test
    void inLightAndDark() {
        until(() -> !find("#services-table", TableView.class).getItems().isEmpty());
        picture("services-light-1280");
        robot.interact(() -> ui.navigation().open(Screen.SERVICES, 3));
        until(() -> shows("#details"));
        picture("details-light-1280");
        robot.interact(() -> ui.appearance().theme().set(Theme.DARK));
        picture("details-dark-1280");
    }

    @Test
    void everyPartOfADetailsPane() {
        until(() -> !find("#services-table", TableView.class).getItems().isEmpty());
        long conflict = ui.services().all().stream().filter(view -> view.status() == SyncStatus.CONFLICT).findFirst()
                .orElseThrow().id();
        robot.interact(() -> ui.navigation().open(Screen.SERVICES, conflict));
        until(() -> shows("#details"));
        robot.interact(() -> robot.lookup("#details .tab-pane").queryAs(TabPane.class).getSelectionModel().select(1));
        picture("calcom-light");
        robot.interact(() -> robot.lookup("#field-duration_minutes").queryAs(TextField.class).setText("2000"));
        robot.interact(() -> robot.lookup("#details .tab-pane").queryAs(TabPane.class).getSelectionModel().select(0));
        robot.interact(() -> robot.lookup("#field-buffer_time_minutes").queryAs(TextField.class).setText("90"));
        picture("editor-invalid-light");
    }

    @Test
    void dialogs() {
        until(() -> !find("#services-table", TableView.class).getItems().isEmpty());
        robot.interact(() -> find("#help", Button.class).fire());
        window("legend-light");
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> find("#check", Button.class).fire());
        until(() -> shows("#plan-table"));
        window("plan-light");
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> find("#new-service", Button.class).fire());
        until(() -> shows("#new-place"));
        window("new-light");
    }

    private void picture(String name) {
        Shots.shoot(stage.getScene(), name);
    }

    private void window(String name) {
        var windows = Window.getWindows();
        Shots.shoot(windows.get(windows.size() - 1).getScene(), name);
    }
}
