package io.calsync.ui.review;

import static io.calsync.ui.Shots.shoot;
import static io.calsync.ui.Shots.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Cause;
import io.calsync.sync.EventTypes.RemoteChange;
import io.calsync.sync.Operator;
import io.calsync.sync.ServiceView;
import io.calsync.ui.Desk;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    void one_field_is_decided_for_calcom_and_the_next_for_the_platform_by_keyboard_alone(FxRobot robot)
            throws Exception {
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

    @Test
    void a_move_of_cal_com_unseen_by_the_pane_is_told_and_nothing_is_applied(FxRobot robot) throws Exception {
        go(robot, "Dauerwelle");
        robot.type(KeyCode.DIGIT1);
        desk.calcom.edit(service("Dauerwelle").row().link().eventTypeId(), Field.DURATION, 120L);
        var answer = desk.calcom.read(service("Dauerwelle").row().link().eventTypeId());
        desk.salon.update(service("Dauerwelle").id(), new Cause(Cause.Source.DRIFT, desk.operator, "", ""),
                row -> row.seen(answer));
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#review-news").tryQuery().isPresent());
        assertEquals(List.of("“Dauerwelle” has changed in the meantime. Nothing was applied; look again.",
                "Cal.com’s Duration is now “120 min”."), labels(robot, "#review-news .label"));
        assertEquals(List.of("Nothing yet: choose a side for at least one field."), labels(robot, "#preview .label"));
        assertTrue(desk.trail().stream().noneMatch(line -> line.startsWith("DECISION")));
    }

    @Test
    void a_duration_that_joins_the_offered_ones_is_said_before_it_does(FxRobot robot) {
        desk.calcom.offer(List.of(15, 90));
        go(robot, "Dauerwelle");
        robot.type(KeyCode.DIGIT1);
        until(() -> labels(robot, "#preview .label").equals(List.of("Cal.com’s Duration becomes “60 min”.",
                "This event type offers several durations; “60 min” joins them there.")));
        robot.interact(() -> ctx.appearance().theme().set(Theme.DARK));
        shoot(scene, "review-durations-dark");
    }

    @Test
    void a_choice_on_a_field_that_did_not_move_survives_the_news(FxRobot robot) throws Exception {
        go(robot, "Premium Cut");
        robot.type(KeyCode.DIGIT2);
        desk.changeAtCalcom("Premium Cut", Field.PRICE, Money.parse("65.00 EUR"));
        desk.synchronise();
        until(() -> robot.lookup("#review-news").tryQuery().isPresent());
        assertEquals("Apply 1 decision", robot.lookup("#apply").queryAs(Button.class).getText());
        assertEquals(List.of("The Platform’s Name becomes “Standard Cut”."), labels(robot, "#preview .label"));
    }

    @Test
    void escape_forgets_the_choices_and_decides_nothing(FxRobot robot) {
        go(robot, "Premium Cut");
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT2).release(KeyCode.SHIFT);
        assertEquals("Apply 2 decisions", robot.lookup("#apply").queryAs(Button.class).getText());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#apply").queryAs(Button.class).isDisabled());
        assertEquals("Premium Cut", label(robot, "#heading-name"));
        assertEquals(SyncStatus.CONFLICT, service("Premium Cut").status());
    }

    @Test
    void each_answer_to_a_deleted_event_type_does_what_it_says(FxRobot robot) throws Exception {
        go(robot, "Gloss");
        robot.type(KeyCode.DIGIT3);
        assertTrue(label(robot, "#preview .label").startsWith("“Gloss” stays linked to the deleted event type"));
        robot.type(KeyCode.DIGIT1);
        assertTrue(label(robot, "#preview .label").contains("This has no undo"));
        robot.type(KeyCode.ENTER);
        until(() -> service("Gloss").status() == SyncStatus.NEVER);
        assertEquals(false, service("Gloss").values().get(Field.ACTIVE));
        assertEquals("“Gloss” is decided.", ctx.notices().done().get());
        assertNull(ctx.notices().offered().get(), "there is no undo, as the preview said");

        desk.deleteAtCalcom("Beard Trim");
        desk.deleteAtCalcom("Kids Cut");
        desk.synchronise();
        go(robot, "Beard Trim");
        robot.type(KeyCode.DIGIT2).type(KeyCode.ENTER);
        until(() -> service("Beard Trim").status() == SyncStatus.SYNCED);
        assertEquals("Beard Trim", desk.atCalcom("Beard Trim", Field.NAME));
        go(robot, "Kids Cut");
        robot.type(KeyCode.DIGIT3).type(KeyCode.ENTER);
        until(() -> service("Kids Cut").status() == SyncStatus.ERROR);
        assertTrue(service("Kids Cut").row().link().linked());
    }

    @Test
    void many_are_decided_at_once_after_a_preview_and_what_is_left_out_says_why(FxRobot robot) throws Exception {
        until(() -> ctx.services().loaded().get());
        robot.clickOn("#decide-many").clickOn("#bulk-calcom");
        assertEquals(List.of("3 decisions for 2 services.",
                "The Platform takes Cal.com’s values: Name\u00a0×\u00a01, Duration\u00a0×\u00a01, Price\u00a0×\u00a01.",
                "Something stays open for 1 service:",
                "–  Färben: Cal.com’s Duration (100000 min) is beyond the limits and cannot be taken."),
                labels(robot, "#bulk-outcome > .label"));
        shoot(robot.lookup("#bulk-outcome").query().getScene(), "review-many-light");
        robot.clickOn("#bulk-apply");
        until(() -> robot.lookup("#bulk-result").tryQuery().isPresent());
        assertEquals("3 decisions were taken for 2 services.", label(robot, "#bulk-result"));
        assertEquals("Standard Cut", service("Standard Cut").name());
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void cal_com_s_own_history_names_the_author(FxRobot robot) {
        desk.calcom.changedBy(new RemoteChange("Bea", Instant.parse("2026-11-22T11:12:00Z"), Map.of("title", "x")));
        go(robot, "Premium Cut");
        until(() -> label(robot, "#heading-author").startsWith("Changed at Cal.com by Bea, "));
    }

    @Test
    void the_dialog_over_another_screen_decides_the_same(FxRobot robot) {
        until(() -> ctx.services().loaded().get());
        ctx.navigation().reviewIn(id -> ReviewDialog.open(ctx, view.root(), id));
        robot.interact(() -> ctx.navigation().review(service("Dauerwelle").id()));
        until(() -> robot.listWindows().size() == 2);
        var dialog = robot.targetWindow(1).targetWindow().getScene();
        until(() -> dialog.getFocusOwner() instanceof RadioButton);
        shoot(dialog, "review-dialog-light");
        robot.type(KeyCode.DIGIT1).type(KeyCode.ENTER);
        until(() -> robot.listWindows().size() == 1);
        until(() -> service("Dauerwelle").status() != SyncStatus.CONFLICT);
    }

    private void go(FxRobot robot, String name) {
        until(() -> ctx.services().loaded().get());
        for (int i = 0; i < 4 && !label(robot, "#heading-name").equals(name); i++) robot.type(KeyCode.J);
        for (int i = 0; i < 4 && !label(robot, "#heading-name").equals(name); i++) robot.type(KeyCode.K);
        assertEquals(name, label(robot, "#heading-name"));
    }

    private ServiceView service(String name) {
        return ctx.services().all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> labels(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private static String label(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    @Test
    void in_german_every_word_of_the_pane_is_german(FxRobot robot) {
        robot.interact(() -> {
            ctx.close();
            ctx = desk.context(Theme.LIGHT, Locale.GERMANY);
            view = new ReviewView(ctx);
            scene.setRoot(view.root());
        });
        until(() -> ctx.services().loaded().get());
        robot.interact(() -> view.shown(service("Premium Cut").id()));
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT1).release(KeyCode.SHIFT);
        shoot(scene, "review-german");
        assertEquals("2 Entscheidungen anwenden", robot.lookup("#apply").queryAs(Button.class).getText());
        var shown = String.join("\n", labels(robot, ".label"));
        assertTrue(shown.contains("Zuletzt einig"), shown);
        assertTrue(shown.lines().noneMatch(line -> line.startsWith("[") || line.contains(" the ")), shown);
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
