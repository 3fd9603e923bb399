package io.calsync.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import io.calsync.ui.history.HistoryView;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.review.ReviewView;
import io.calsync.ui.services.ServicesScreen;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class TourTest extends WindowTest {
    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context, Map.of(Screen.SERVICES, ServicesScreen::new, Screen.REVIEW, ReviewView::new,
                Screen.HISTORY, HistoryView::new), true);
    }

    @Test
    void everyStepMarksTheRealControlAndTheLastEndsIt() {
        until(() -> ui.services().loaded().get());
        robot.clickOn("#sample-banner #tour");
        for (Tour.Step step : Tour.Step.values()) {
            until(() -> shows(".tour-mark") && textBelow("#tour-banner").startsWith(step.ordinal() + 1 + " of 6"));
            assertEquals(1, robot.lookup(".tour-mark").queryAll().size());
            assertTrue(around(step), step.name());
            Shots.shoot(stage.getScene(), "tour-" + step.name().toLowerCase(Locale.ROOT));
            robot.push(KeyCode.SPACE);
        }
        until(() -> !shows("#tour-banner") && !shows(".tour-mark"));
    }

    @Test
    void escapeEndsItAndTheHelpStartsItAgain() {
        until(() -> ui.services().loaded().get());
        robot.clickOn("#sample-banner #tour");
        until(() -> shows(".tour-mark"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#tour-banner"));
        robot.push(KeyCode.F1);
        until(() -> shows("#shortcuts"));
        robot.clickOn(".dialog-pane #tour");
        until(() -> textBelow("#tour-banner").startsWith("1 of 6"));
        robot.interact(() -> ui.appearance().theme().set(Theme.DARK));
        Shots.shoot(stage.getScene(), "tour-dark");
        assertTrue(shows(".tour-mark"));
    }

    private boolean around(Tour.Step step) {
        var target = stage.getScene().lookup(step.target());
        var mark = stage.getScene().lookup(".tour-mark");
        return mark.localToScene(mark.getLayoutBounds()).contains(target.localToScene(target.getLayoutBounds()));
    }
}
