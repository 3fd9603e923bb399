package io.calsync.ui.settings;

import static io.calsync.ui.Shots.shoot;
import static io.calsync.ui.Shots.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Policy;
import io.calsync.sync.Operator;
import io.calsync.ui.Desk;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SettingsViewTest {
    private final FakePorts ports = new FakePorts();
    private Desk desk;
    private UiContext ctx;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        desk = Desk.of(Operator.Role.MANAGER);
        desk.changeAtCalcom("Premium Cut", Field.NAME, "Standard Cut");
        desk.changeAtCalcom("Gloss", Field.NAME, "Glossing");
        desk.synchronise();
        desk.sync.policies().own(desk.service("Updo").id(), Field.ACTIVE,
                new OwnPolicy(Policy.LEAVE_ALONE, "hidden on purpose"));
        ctx = desk.context(Theme.LIGHT, Locale.ENGLISH);
        var view = new SettingsView(ctx, ports.ports());
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
    void a_wrong_key_says_why_and_keeps_what_was_typed_then_the_right_one_connects(FxRobot robot) {
        openConnect(robot);
        robot.write("cal_wrong").type(KeyCode.ENTER);
        until(() -> robot.lookup("#connect-problem").tryQuery().isPresent());
        assertEquals(
                "api.cal.com refuses the API key (401). Check the scope, or make a new key in Cal.com under Settings, "
                        + "Developer, API keys, and connect again.",
                label(robot, "#connect-problem .label"));
        assertEquals("cal_wrong", robot.lookup("#key-secret").queryAs(TextInputControl.class).getText());

        robot.doubleClickOn("#key-secret").write(FakePorts.GOOD).type(KeyCode.ENTER);
        until(() -> robot.lookup("#connect-result").query().isVisible());
        assertEquals("This key belongs to lindenhof (office@lindenhof.example).", label(robot, "#connect-account"));
        assertEquals(List.of("Your own event types: 2 event types", "Team Salon Lindenhof: 18 event types",
                "All teams of Haarwerk: this key may not list them"),
                robot.lookup("#connect-offers .radio-button").queryAllAs(RadioButton.class).stream()
                        .map(RadioButton::getText).toList());
        assertEquals("Everything can be changed there from here but: Price.", label(robot, "#connect-ability"));
        robot.clickOn("#next-link").clickOn("#connect-now");
        until(() -> ports.done.contains("connect https://api.cal.com/v2 team:12 LINK"));
        until(() -> robot.listWindows().size() == 1);
    }

    @Test
    void an_address_that_is_none_is_told_before_anything_is_asked(FxRobot robot) {
        openConnect(robot);
        robot.clickOn("#server-own").clickOn("#server-address").write("salon server").type(KeyCode.ENTER);
        until(() -> robot.lookup("#connect-problem").tryQuery().isPresent());
        assertTrue(label(robot, "#connect-problem .label").startsWith("This is no address of a server."));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void a_rule_shows_what_it_would_decide_before_it_is_set(FxRobot robot) throws Exception {
        robot.clickOn("#open-policies");
        until(() -> robot.lookup("#policy-name").tryQuery().isPresent());
        pick(robot, Policy.CALCOM_WINS);
        until(() -> robot.listWindows().size() == 2);
        assertTrue(
                labels(robot, ".dialog-text .label").contains("2 values of the Platform are replaced by Cal.com’s."));
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.listWindows().size() == 1);
        assertEquals(Policy.ASK, desk.salon.rules().policy(Field.NAME));
        until(() -> value(robot) == Policy.ASK);

        pick(robot, Policy.CALCOM_WINS);
        until(() -> robot.listWindows().size() == 2);
        robot.type(KeyCode.ENTER);
        until(() -> desk.salon.rules().policy(Field.NAME) == Policy.CALCOM_WINS);
        until(() -> value(robot) == Policy.CALCOM_WINS);
        desk.synchronise();
        assertEquals("Glossing", desk.service("Glossing").name());
    }

    @Test
    void a_service_s_own_rule_is_listed_with_its_reason_and_can_be_lifted(FxRobot robot) throws Exception {
        until(() -> ctx.services().loaded().get());
        robot.clickOn("#open-policies");
        assertEquals("Updo, Active: leave alone  “hidden on purpose”", label(robot, "#policy-exceptions .label"));
        robot.interact(() -> robot.lookup("#own-rule").queryButton().fire());
        until(() -> robot.lookup("#rule-rule").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#rule-rule").queryAs(ComboBox.class).getSelectionModel().select(0));
        until(() -> !robot.lookup("#set-policy").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#set-policy").queryButton().requestFocus());
        robot.type(KeyCode.ENTER);
        until(() -> label(robot, "#policy-exceptions .label").equals("None."));
    }

    @Test
    void theme_operator_and_backup_reach_the_start_up(FxRobot robot) {
        robot.clickOn("#open-appearance").clickOn("#theme-dark");
        until(() -> ports.choices().theme() == Theme.DARK);
        assertEquals(Theme.DARK, ctx.appearance().theme().get());
        robot.clickOn("#open-operator").doubleClickOn("#operator-name").write("Bea").clickOn("#role-staff")
                .clickOn("#save-operator");
        until(() -> ports.choices().operator().equals("Bea") && ports.choices().role() == Operator.Role.STAFF);
        desk.files.choose(Path.of("/backups/copy.zip"));
        robot.clickOn("#open-data").clickOn("#backup");
        assertEquals(List.of("calsync-2026-11-22.zip"), desk.files.proposed);
        until(() -> ports.done.contains("backup /backups/copy.zip"));
        until(() -> label(robot, "#data-result .label")
                .equals("The workspace was copied to /backups/copy.zip."));
    }

    @Test
    void the_pace_is_checked_at_the_field_and_kept(FxRobot robot) {
        robot.clickOn("#open-pace").doubleClickOn("#pace-poll").write("5");
        until(() -> label(robot, "#pace-problem")
                .equals("The time between two looks must be 15 to 3,600 seconds, not “5”."));
        assertTrue(robot.lookup("#save-pace").query().isDisabled());
        robot.doubleClickOn("#pace-poll").write("120").doubleClickOn("#pace-budget").write("120")
                .clickOn("#save-pace");
        until(() -> ports.choices().pace().equals(new Preferences.Pace(120, 120)));
    }

    @Test
    void receipts_are_saved_and_compared_and_a_restore_is_asked_about_first(FxRobot robot) {
        for (int files = 0; files < 3; files++) desk.files.choose(Path.of("/backups/chosen"));
        robot.clickOn("#open-data").clickOn("#save-receipt");
        until(() -> label(robot, "#data-result .label").startsWith("A receipt for 12 entries was saved to /backups/"));
        robot.clickOn("#compare-receipt");
        until(() -> label(robot, "#data-result .label").startsWith("The trail is damaged."));
        assertTrue(labels(robot, "#data-result .label").get(1).startsWith("Entry 7 is the first"));
        shoot(scene, "settings-receipt-light");
        robot.clickOn("#restore");
        until(() -> robot.listWindows().size() == 2);
        assertTrue(ports.done.isEmpty(), "asked first");
        shoot(robot.lookup(".dialog-text").query().getScene(), "settings-restore-light");
        robot.interact(() -> {
            robot.lookup(".dialog-pane #restore").queryButton().fire();
            assertTrue(robot.lookup("#restore").query().isDisabled(), "one at a time");
        });
        until(() -> ports.done.contains("restore /backups/chosen"));
        until(() -> label(robot, "#data-result .label").endsWith("Nothing was replaced."));
        assertFalse(robot.lookup("#restore").query().isDisabled());
    }

    @Test
    void pictures(FxRobot robot) {
        until(() -> ctx.services().loaded().get());
        for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> ctx.appearance().theme().set(theme));
            for (String name : List.of("connection", "policies", "appearance", "operator", "pace", "data")) {
                robot.clickOn("#open-" + name);
                shoot(scene, "settings-" + name + "-" + theme.name().toLowerCase(Locale.ROOT));
            }
        }
        openConnect(robot);
        robot.write(FakePorts.GOOD).type(KeyCode.ENTER);
        until(() -> robot.lookup("#connect-result").query().isVisible());
        assertFalse(robot.lookup("#connect-problem").tryQuery().isPresent());
        shoot(robot.lookup("#connect-result").query().getScene(), "settings-connect-light");
        robot.type(KeyCode.ESCAPE);
    }

    private void openConnect(FxRobot robot) {
        robot.clickOn("#open-connection").clickOn("#connect");
        until(() -> robot.lookup("#key-secret").tryQuery().isPresent()
                && robot.lookup("#key-secret").query().isFocused());
        // The robot types into the window that it last clicked in.
        robot.clickOn("#key-secret");
    }

    @SuppressWarnings("unchecked")
    private static void pick(FxRobot robot, Policy policy) {
        robot.interact(() -> robot.lookup("#policy-name").queryAs(ComboBox.class).setValue(policy));
    }

    private static Object value(FxRobot robot) {
        return robot.lookup("#policy-name").queryAs(ComboBox.class).getValue();
    }

    private static String label(FxRobot robot, String query) {
        return labels(robot, query).getFirst();
    }

    private static List<String> labels(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
