package io.calsync.ui.review;

import static io.calsync.ui.Shots.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Operator;
import io.calsync.ui.Desk;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ReviewRolesTest {
    private Desk desk;
    private UiContext ctx;
    private ReviewView view;

    @Start
    void start(Stage stage) throws Exception {
        desk = Desk.of(Operator.Role.STAFF);
        desk.changeAtCalcom("Dauerwelle", Field.DURATION, 90L);
        desk.synchronise();
        ctx = desk.context(Theme.LIGHT, Locale.ENGLISH);
        view = new ReviewView(ctx);
        var scene = new Scene(view.root(), 1280, 800);
        ctx.appearance().dress(scene);
        stage.setScene(scene);
        stage.show();
        view.shown(0);
    }

    @AfterEach
    void end() {
        ctx.close();
    }

    @Test
    void staff_see_the_question_and_why_they_may_not_answer_it(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#heading-name").tryQuery().isPresent());
        assertTrue(robot.lookup(".question-row .radio-button").queryAllAs(RadioButton.class).stream()
                .allMatch(RadioButton::isDisabled));
        robot.type(KeyCode.DIGIT2).type(KeyCode.ENTER);
        for (String id : List.of("#apply", "#all-platform", "#all-calcom")) {
            var button = robot.lookup(id).queryAs(Button.class);
            assertTrue(button.isDisabled(), id);
            assertTrue(button.getTooltip().getText().startsWith("This needs a manager."), id);
        }
        assertEquals(SyncStatus.CONFLICT, desk.service("Dauerwelle").status());
    }

    @Test
    void an_empty_inbox_says_that_there_is_nothing_to_do(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#heading-name").tryQuery().isPresent());
        desk.changeAtCalcom("Dauerwelle", Field.DURATION, 60L);
        desk.synchronise();
        until(() -> robot.lookup("#review-empty").query().isVisible());
        assertEquals("Nothing to decide",
                robot.lookup("#review-empty .label").queryAllAs(Label.class).iterator().next().getText());
        assertTrue(robot.lookup("#heading-name").tryQuery().isEmpty());
    }
}
