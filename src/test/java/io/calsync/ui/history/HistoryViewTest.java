package io.calsync.ui.history;

import static io.calsync.ui.Shots.shoot;
import static io.calsync.ui.Shots.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.Operator;
import io.calsync.sync.ServiceView;
import io.calsync.ui.Desk;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HistoryViewTest {
    private Desk desk;
    private UiContext ctx;
    private Scene scene;
    private HistoryView view;

    @Start
    void start(Stage stage) throws Exception {
        desk = Desk.of(Operator.Role.MANAGER);
        desk.salon.advance(Duration.ofHours(2));
        edit("Balayage", Field.PRICE, Money.parse("49.00 EUR"));
        edit("Updo", Field.DURATION, 75L);
        desk.changeAtCalcom("Premium Cut", Field.NAME, "Standard Cut");
        desk.synchronise();
        desk.salon.advance(Duration.ofMinutes(20));
        var conflict = desk.service("Premium Cut");
        desk.sync.review().decide(conflict.id(), conflict.row().version(), Map.of(Field.NAME, Choice.CALCOM),
                "as on the new menu");
        desk.salon.advance(Duration.ofMinutes(20));
        ctx = desk.context(Theme.LIGHT, Locale.ENGLISH);
        view = new HistoryView(ctx);
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
    void a_decision_is_taken_back_after_a_preview_and_the_question_opens_again(FxRobot robot) throws Exception {
        choose(robot, Cause.Source.DECISION);
        assertTrue(texts(robot, "#entry-details .label").contains("as on the new menu"));
        robot.clickOn("#undo");
        until(() -> robot.listWindows().size() == 2);
        var said = texts(robot, ".dialog-text .label");
        assertTrue(said.contains("Name becomes “Premium Cut” again."), said.toString());
        assertTrue(said.contains("The question about Name opens again."), said.toString());
        robot.type(KeyCode.ENTER);
        until(() -> service("Premium Cut").status() == SyncStatus.CONFLICT);
        until(() -> table(robot).getItems().getFirst().cause().source() == Cause.Source.UNDO);
    }

    @Test
    void an_edit_is_taken_back_and_due_at_cal_com_again(FxRobot robot) throws Exception {
        choose(robot, entry -> entry.cause().source() == Cause.Source.EDIT && entry.service().equals("Updo"));
        robot.clickOn("#undo");
        until(() -> robot.listWindows().size() == 2);
        robot.type(KeyCode.ENTER);
        until(() -> service("Updo").status() == SyncStatus.PENDING);
        desk.synchronise();
        assertEquals(30L, desk.atCalcom("Updo", Field.DURATION));
    }

    @Test
    void decisions_taken_together_are_taken_back_together_and_their_run_is_shown_alone(FxRobot robot) throws Exception {
        for (String name : List.of("Gloss", "Perm")) desk.changeAtCalcom(name, Field.DURATION, 90L);
        desk.synchronise();
        desk.salon.advance(Duration.ofMinutes(5));
        desk.sync.review().decideMany(desk.sync.review().conflicts(), Set.of(Field.DURATION), Choice.CALCOM, "");
        robot.interact(() -> view.shown(0));
        choose(robot, entry -> entry.cause().source() == Cause.Source.DECISION && entry.service().equals("Perm"));
        robot.clickOn("#show-run");
        until(() -> table(robot).getItems().size() == 2);
        choose(robot, entry -> entry.service().equals("Gloss"));
        robot.clickOn("#undo-all");
        until(() -> robot.listWindows().size() == 2);
        assertTrue(texts(robot, ".dialog-text .label").contains("2 questions open again."));
        robot.type(KeyCode.ENTER);
        until(() -> service("Gloss").status() == SyncStatus.CONFLICT
                && service("Perm").status() == SyncStatus.CONFLICT);
        robot.clickOn("#only-run");
        choose(robot, AuditEntry::isReport);
        robot.clickOn("#show-run");
        until(() -> robot.lookup("#run-report").query().isVisible());
        String report = text(robot, "#run-report");
        assertTrue(report.contains("Sync: pushed 0, waiting for a decision 3, failed 0"), report);
        shoot(scene, "history-run-light");
    }

    @Test
    void what_cannot_be_taken_back_says_why(FxRobot robot) {
        choose(robot, Cause.Source.DRIFT);
        assertTrue(robot.lookup("#undo").queryAs(Button.class).isDisabled());
        assertEquals("This notes what was seen at Cal.com. Decide it in the review, or change it back at Cal.com.",
                text(robot, "#undo-reason"));
        choose(robot, Cause.Source.LINK);
        assertEquals("An import or a link is undone by unlinking the service.", text(robot, "#undo-reason"));
    }

    @Test
    void the_whole_trail_verifies_in_words_and_a_damaged_one_says_what_does_not_fit(FxRobot robot) {
        robot.clickOn("#verify");
        until(() -> robot.lookup("#trail-verdict").tryQuery().isPresent());
        int count = desk.trail().size();
        assertEquals("The trail is whole: " + count + " entries, none changed, removed or inserted.",
                texts(robot, "#trail-verdict .label").getFirst());
        desk.salon.damageTrail(Message.of("undo.unknown", 7));
        robot.clickOn("#verify");
        until(() -> texts(robot, "#trail-verdict .label").getFirst().startsWith("The trail is damaged."));
        assertEquals("There is no entry with the number 7.", texts(robot, "#trail-verdict .label").get(1));
    }

    @Test
    void text_kind_and_service_narrow_the_trail(FxRobot robot) {
        until(() -> !table(robot).getItems().isEmpty());
        assertTrue(table(robot).getItems().size() < desk.trail().size(), "the sync's own notes are hidden at first");
        robot.clickOn("#history-bookkeeping");
        until(() -> table(robot).getItems().size() == desk.trail().size());
        robot.clickOn("#history-search").write("new menu");
        until(() -> table(robot).getItems().size() == 1);
        assertEquals("1 of " + desk.trail().size() + " loaded entries", text(robot, "#history-count"));
        robot.eraseText(8);
        robot.interact(() -> robot.lookup("#history-source").queryAs(ComboBox.class).getSelectionModel().select(1));
        until(() -> table(robot).getItems().size() == 2);
        robot.interact(() -> robot.lookup("#history-source").queryAs(ComboBox.class).getSelectionModel().select(0));
        until(() -> ctx.services().loaded().get());
        robot.interact(() -> view.shown(service("Updo").id()));
        until(() -> !table(robot).getItems().isEmpty()
                && table(robot).getItems().stream().allMatch(entry -> entry.service().equals("Updo")));
        assertEquals("Only Updo", robot.lookup("#only-service").queryAs(Button.class).getText());
        robot.clickOn("#only-service");
        until(() -> table(robot).getItems().size() == desk.trail().size());
    }

    @Test
    void a_long_trail_comes_in_pages(FxRobot robot) throws Exception {
        for (int i = 0; i < Trail.PAGE + 10; i++)
            desk.salon.note(new Cause(Cause.Source.RUN, desk.operator, "r" + i, ""), Message.of("guard.passed", i));
        robot.clickOn("#history-bookkeeping");
        robot.interact(() -> view.shown(0));
        until(() -> table(robot).getItems().size() == Trail.PAGE);
        robot.clickOn("#history-more");
        until(() -> table(robot).getItems().size() == desk.trail().size());
        assertFalse(robot.lookup("#history-more").query().isVisible());
        assertEquals(1, table(robot).getItems().getLast().seq());
    }

    @Test
    void pictures(FxRobot robot) {
        robot.interact(() -> ctx.appearance().theme().set(Theme.DARK));
        choose(robot, Cause.Source.DECISION);
        robot.clickOn("#verify");
        until(() -> robot.lookup("#trail-verdict").tryQuery().isPresent());
        shoot(scene, "history-dark");
        robot.interact(() -> ctx.appearance().theme().set(Theme.LIGHT));
        shoot(scene, "history-light");
    }

    private void edit(String name, Field field, Object value) throws Exception {
        var service = desk.service(name);
        desk.sync.editing().save(service.id(), service.values(), Patch.of(field, value));
    }

    private void choose(FxRobot robot, Cause.Source source) {
        choose(robot, entry -> entry.cause().source() == source);
    }

    private void choose(FxRobot robot, Predicate<AuditEntry> wanted) {
        until(() -> table(robot).getItems().stream().anyMatch(wanted));
        robot.interact(() -> table(robot).getSelectionModel()
                .select(table(robot).getItems().stream().filter(wanted).findFirst().orElseThrow()));
    }

    private ServiceView service(String name) {
        return ctx.services().all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static TableView<AuditEntry> table(FxRobot robot) {
        return robot.lookup("#history-table").queryAs(TableView.class);
    }

    private static String text(FxRobot robot, String query) {
        return texts(robot, query).getFirst();
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
