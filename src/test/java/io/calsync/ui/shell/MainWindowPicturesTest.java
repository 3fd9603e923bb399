package io.calsync.ui.shell;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.ProblemException;
import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.services.ServicesScreen;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the main window for a person to look at.
class MainWindowPicturesTest extends WindowTest {
    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context, screens(ServicesScreen::new));
    }

    @Test
    void theMainWindowInBothThemesAndTwoSizes() {
        untilLoaded();
        picture("services-light-1280");
        robot.interact(() -> ui.navigation().open(Screen.SERVICES, 3));
        until(() -> shows("#details"));
        picture("details-light-1280");
        robot.interact(() -> ui.appearance().theme().set(Theme.DARK));
        picture("details-dark-1280");
        Shots.shoot(WaitForAsyncUtils.waitForAsyncFx(5_000, this::large), "details-dark-1920");
    }

    @Test
    void aGuardAndATooltip() {
        untilLoaded();
        ui.services().all().forEach(view -> workspace.calcom.delete(view.row().link().eventTypeId()));
        robot.push(KeyCode.F5);
        until(() -> shows("#guard-banner"));
        picture("guard-light-1280");
        robot.moveTo(robot.lookup(".look-warning").match(node -> node.getParent() instanceof TableCell).queryAll()
                .iterator().next());
        until(() -> Window.getWindows().stream().anyMatch(Tooltip.class::isInstance));
        window("tooltip-light");
    }

    @Test
    void theSidesOfADetailsPane() throws ProblemException {
        untilLoaded();
        long id = ui.services().all().stream().filter(view -> view.status() == SyncStatus.CONFLICT).findFirst()
                .orElseThrow().id();
        robot.interact(() -> ui.navigation().open(Screen.SERVICES, id));
        until(() -> shows("#details"));
        robot.clickOn("#tab-calcom");
        picture("calcom-light");
        robot.clickOn("#tab-editor");
        robot.interact(() -> find("#field-duration_minutes", TextField.class).setText("2000"));
        robot.interact(() -> find("#field-buffer_time_minutes", TextField.class).setText("90"));
        picture("editor-invalid-light");
        robot.interact(() -> find("#field-duration_minutes", TextField.class).setText("55"));
        var other = workspace.sync.catalogue().get(id);
        workspace.sync.editing().save(id, other.values(), Patch.of(Field.DURATION, 35L));
        robot.clickOn("#save");
        until(() -> shows("#stale-table"));
        window("stale-light");
    }

    @Test
    void dialogs() {
        untilLoaded();
        robot.push(KeyCode.F1);
        for (String page : List.of("shortcuts", "legend", "glossary")) {
            until(() -> shows("#" + page));
            window(page + "-light");
            robot.interact(() -> find("#help-tabs", TabPane.class).getSelectionModel().selectNext());
        }
        robot.interact(() -> ui.appearance().theme().set(Theme.DARK));
        window("glossary-dark");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> shows("#palette-list .list-cell"));
        window("palette-dark");
        robot.interact(() -> ui.appearance().theme().set(Theme.LIGHT));
        robot.interact(() -> find("#palette-field", TextField.class).setText("s"));
        until(() -> find("#palette-list", ListView.class).getItems().size() > 20);
        window("palette-light");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        until(() -> shows("#plan-table"));
        window("plan-light");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> shows("#new-place"));
        window("new-light");
    }

    private void untilLoaded() {
        until(() -> !find("#services-table", TableView.class).getItems().isEmpty());
    }

    /// The headless screen is too small for a stage of this size, so the content moves into a scene without one.
    private Scene large() {
        var root = stage.getScene().getRoot();
        stage.getScene().setRoot(new StackPane());
        var scene = new Scene(root, 1920, 1080);
        ui.appearance().dress(scene);
        root.applyCss();
        root.layout();
        return scene;
    }

    private void picture(String name) {
        Shots.shoot(stage.getScene(), name);
    }

    private void window(String name) {
        var windows = Window.getWindows();
        Shots.shoot(windows.get(windows.size() - 1).getScene(), name);
    }
}
