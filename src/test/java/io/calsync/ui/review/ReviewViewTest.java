package io.calsync.ui.review;

import static io.calsync.ui.Shots.shoot;
import static io.calsync.ui.Shots.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.EventTypes.RemoteChange;
import io.calsync.sync.Operator;
import io.calsync.ui.Desk;
import io.calsync.ui.kit.Appearance;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import java.time.Duration;
import java.time.Instant;
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
class ReviewViewTest {
    private Desk desk;
    private UiContext ctx;
    private Scene scene;
    private ReviewView view;

    @Start
    void start(Stage stage) throws Exception {
        desk = Desk.of(Operator.Role.MANAGER);
        desk.salon.advance(Duration.ofHours(2));
        desk.changeAtCalcom("Premium Cut", Field.NAME, "Standard Cut");
        desk.changeAtCalcom("Premium Cut", Field.PRICE, Money.parse("60.00 EUR"));
        desk.changeAtCalcom("Dauerwelle", Field.DURATION, 90L);
        desk.changeAtCalcom("Färben", Field.DURATION, 100_000L);
        desk.deleteAtCalcom("Gloss");
        desk.synchronise();
        desk.salon.advance(Duration.ofMinutes(3));
        ctx = desk.context(Theme.LIGHT, Locale.ENGLISH);
        view = new ReviewView(ctx);
        scene = new Scene(view.root(), 1280, 800);
        Appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
        view.shown(0);
    }

    @AfterEach
    void end() {
        ctx.close();
    }

    @Test
    void one_field_is_decided_for_calcom_and_the_next_for_the_platform_by_keyboard_alone(FxRobot robot) throws Exception {
        go(robot, "Dauerwelle");
        robot.type(KeyCode.DIGIT2);
        assertEquals("The Platform’s Duration becomes “90 min”.", label(robot, "#preview .label"));
        robot.type(KeyCode.ENTER);
        until(() -> service("Dauerwelle").status() == SyncStatus.SYNCED);
        assertEquals(90L, service("Dauerwelle").values().get(Field.DURATION));

        go(robot, "Premium Cut");
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT1).release(KeyCode.SHIFT);
        assertEquals("Apply 2 decisions", robot.lookup("#apply").queryAs(Button.class).getText());
        robot.type(KeyCode.ENTER);
        until(() -> service("Premium Cut").status() != SyncStatus.CONFLICT);
        desk.synchronise();
        assertEquals("Premium Cut", desk.atCalcom("Premium Cut", Field.NAME));
        assertEquals(Money.parse("60.00 EUR"), desk.atCalcom("Premium Cut", Field.PRICE));
    }

    @Test
    void a_choice_that_is_not_there_is_disabled_and_says_why(FxRobot robot) {
        go(robot, "Premium Cut");
        assertTrue(robot.lookup("#choose-platform-price").queryAs(RadioButton.class).isDisabled());
        assertEquals("Price can only be changed in Cal.com itself.", label(robot, "#reason-platform-price"));
        go(robot, "Färben");
        assertTrue(robot.lookup("#choose-calcom-duration_minutes").queryAs(RadioButton.class).isDisabled());
        robot.type(KeyCode.DIGIT2);
        assertTrue(robot.lookup("#apply").queryAs(Button.class).isDisabled());
        assertTrue(label(robot, "#reason-calcom-duration_minutes").contains("100000 min"));
    }

    private void go(FxRobot robot, String name) {
        until(() -> ctx.services().loaded().get());
        for (int i = 0; i < 4 && !label(robot, "#heading-name").equals(name); i++) robot.type(KeyCode.J);
        for (int i = 0; i < 4 && !label(robot, "#heading-name").equals(name); i++) robot.type(KeyCode.K);
        assertEquals(name, label(robot, "#heading-name"));
    }

    private io.calsync.sync.ServiceView service(String name) {
        return ctx.services().all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static String label(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    @Test
    void pictures(FxRobot robot) {
        robot.interact(() -> ctx.appearance().theme().set(Theme.DARK));
        go(robot, "Premium Cut");
        robot.type(KeyCode.DIGIT2);
        shoot(scene, "review-dark");
        robot.interact(() -> ctx.appearance().theme().set(Theme.LIGHT));
        shoot(scene, "review-light");
        go(robot, "Gloss");
        robot.type(KeyCode.DIGIT2);
        shoot(scene, "review-gone-light");
    }
}
