package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.ui.Keys;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Every dialog of the product opened, used and closed by keys alone: where the focus is when it opens, that Escape does
/// nothing, what its button does, and that the focus comes back to where the person was.
class DialogsTest extends Journey {
    private static final String SYNCED = "Waschen & Styling";

    @Test
    void legendPlanAndNewService() {
        keys.press(KeyCode.DOWN);
        keys.press(KeyCode.F1);
        until(() -> shows("#shortcuts"));
        keys.press(KeyCode.RIGHT);
        until(() -> shows("#legend"));
        picture("legend");
        keys.press(KeyCode.ESCAPE);
        until(() -> !shows("#legend"));
        keys.at("services-table");

        keys.tabBackTo("check");
        keys.press(KeyCode.SPACE);
        until(() -> shows("#plan-table"));
        keys.at("plan-table");
        keys.press(KeyCode.DOWN, 3);
        picture("plan");
        keys.press(KeyCode.ESCAPE);
        until(() -> !shows("#plan-table"));
        keys.at("check");

        keys.press(KeyCode.CONTROL, KeyCode.N);
        keys.at("field-name");
        picture("new-service");
        keys.press(KeyCode.ENTER);
        until(() -> shows(".dialog-pane #message-name"));
        keys.at("field-name");
        picture("new-service-wrong");
        escape("field-name", "check");
        keys.press(KeyCode.CONTROL, KeyCode.N);
        keys.at("field-name");
        keys.write("Bart färben");
        keys.tabTo("field-duration_minutes");
        keys.write("25");
        keys.press(KeyCode.ENTER);
        until(() -> shows("#details-name") && text("#details-name").equals("Bart färben"));
        keys.at("services-table");
    }

    @Test
    void theDialogsOfOneService() throws Exception {
        choose(SYNCED);
        keys.tabTo("duplicate");
        keys.press(KeyCode.SPACE);
        keys.at("field-name");
        picture("duplicate");
        escape("field-name", "duplicate");

        keys.press(KeyCode.TAB);
        keys.at("deactivate");
        keys.press(KeyCode.SPACE);
        question("deactivate", "deactivate");
        escape("deactivate", "deactivate");
        keys.press(KeyCode.SPACE);
        keys.press(KeyCode.ENTER);
        until(() -> !view(SYNCED).active());
        keys.at("activate");

        keys.tabTo("field-duration_minutes");
        keys.write("55");
        var opened = view(SYNCED);
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        question("discard", "leave-unsaved");
        escape("discard", "field-duration_minutes");
        workspace.service().editing().save(opened.id(), opened.values(), Patch.of(Field.DURATION, 35L));
        keys.press(KeyCode.CONTROL, KeyCode.S);
        until(() -> shows("#stale-table"));
        keys.at("save-over");
        picture("stale");
        escape("save-over", "field-duration_minutes");
        keys.press(KeyCode.CONTROL, KeyCode.S);
        until(() -> shows("#stale-table"));
        keys.tabTo("take-theirs");
        keys.press(KeyCode.SPACE);
        keys.at("field-duration_minutes");
        assertEquals(35L, view(SYNCED).values().get(Field.DURATION));
    }

    @Test
    void linkingAndUnlinking() {
        choose(SYNCED);
        keys.tabTo("details-tabs");
        keys.press(KeyCode.RIGHT);
        until(() -> shows("#calcom-head"));
        picture("details-calcom");
        keys.tabTo("unlink");
        keys.press(KeyCode.SPACE);
        question("unlink", "unlink");
        escape("unlink", "unlink");
        keys.press(KeyCode.SPACE);
        keys.press(KeyCode.ENTER);
        until(() -> status(SYNCED) == SyncStatus.NEVER);
        keys.at("create");
        picture("details-unlinked");
        keys.press(KeyCode.SPACE);
        question("create", "create");
        escape("create", "create");
        keys.press(KeyCode.SPACE);
        keys.press(KeyCode.ENTER);
        question("link", "create-taken");
        escape("link", "create");
        keys.press(KeyCode.CONTROL, KeyCode.L);
        keys.at("suggestions");
        picture("link");
        escape("suggestions", "create");
        keys.press(KeyCode.CONTROL, KeyCode.L);
        keys.at("suggestions");
        keys.press(KeyCode.ENTER);
        until(() -> view(SYNCED).row().link().linked());
        keys.at("unlink");
    }

    @Test
    void decidingManyAndUndoing() throws Exception {
        choose("Premium Cut");
        keys.press(KeyCode.CONTROL, KeyCode.R);
        keys.at("choose-platform-name");
        picture("review-dialog");
        escape("choose-platform-name", "services-table");

        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> shows("#inbox"));
        keys.tabTo("decide-many");
        keys.press(KeyCode.SPACE);
        keys.at("bulk-field");
        assertTrue(tells(text("#bulk-apply"), "review.apply.many"), "the preview is there from the beginning");
        picture("bulk");
        escape("bulk-field", "decide-many");
        keys.press(KeyCode.SPACE);
        keys.at("bulk-field");
        keys.press(KeyCode.DOWN);
        keys.tabTo("bulk-platform");
        keys.press(KeyCode.DOWN);
        keys.at("bulk-calcom");
        keys.tabTo("bulk-apply");
        keys.press(KeyCode.SPACE);
        until(() -> shows("#bulk-result"));
        assertEquals(texts.say("review.bulk.done", 2, 2), text("#bulk-result"));
        picture("bulk-done");
        keys.press(KeyCode.ESCAPE);
        keys.at("decide-many");

        keys.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        keys.at("history-table");
        until(() -> !find("#history-table", TableView.class).getItems().isEmpty());
        keys.press(KeyCode.DOWN);
        until(() -> shows("#undo") && !find("#undo", Node.class).isDisabled());
        keys.press(KeyCode.CONTROL, KeyCode.Z);
        question("undo", "undo");
        escape("undo", "history-table");
        keys.tabTo("undo");
        keys.press(KeyCode.SPACE);
        until(() -> shows(".dialog-pane"));
        keys.press(KeyCode.ENTER);
        until(() -> tells(text("#bar-done"), "history.undone"));
        keys.at("history-table");
        keys.tabBackTo("verify");
        keys.press(KeyCode.SPACE);
        until(() -> shows("#trail-verdict"));
        picture("history-verified");
        keys.at("verify");
        keys.press(KeyCode.ESCAPE);
        until(() -> !shows("#trail-verdict"));
    }

    @Test
    void theSettings() {
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        keys.at("open-connection");
        keys.tabTo("connect");
        keys.press(KeyCode.SPACE);
        keys.at("key-secret");
        picture("connect");
        escape("key-secret", "connect");
        keys.tabBackTo("open-connection");
        for (String subject : SUBJECTS) {
            keys.press(KeyCode.DOWN);
            keys.at("open-" + subject);
            keys.press(KeyCode.SPACE);
            until(() -> shows("#settings-" + subject));
            picture("settings-" + subject);
        }
        keys.press(KeyCode.UP, SUBJECTS.size() - 1);
        keys.press(KeyCode.SPACE);
        keys.tabTo("policy-name");
        keys.press(KeyCode.DOWN);
        question("set-policy", "policy");
        escape("set-policy", "policy-name");
        assertEquals("ASK", String.valueOf(find("#policy-name", ComboBox.class).getValue()));
        keys.press(KeyCode.DOWN);
        keys.at("set-policy");
        keys.press(KeyCode.ENTER);
        until(() -> String.valueOf(find("#policy-name", ComboBox.class).getValue()).equals("PLATFORM_WINS"));
        keys.at("policy-name");
    }

    @Test
    void whatNobodyForesaw() {
        var main = Keys.window();
        var _ = WaitForAsyncUtils.asyncFx(() -> Thread.currentThread().getUncaughtExceptionHandler()
                .uncaughtException(Thread.currentThread(), new IllegalStateException("on purpose")));
        until(() -> shows("#error-code"));
        keys.at("error-code");
        picture("error");
        keys.tabTo("copy");
        keys.press(KeyCode.SPACE);
        keys.press(KeyCode.ESCAPE);
        until(() -> !shows("#error-code"));
        keys.at("services-table");
        assertEquals(main, Keys.window());
    }

    /// A question asks with its own button ready.
    private void question(String button, String name) {
        keys.at(button);
        assertFalse(Keys.window().getScene().getRoot().lookup(".dialog-pane") == null, "it is asked in a dialog");
        picture("question-" + name);
    }

    /// Escape closes the dialog in which the focus is, and puts it back.
    private void escape(String inside, String back) {
        var dialog = Keys.window();
        assertEquals(inside, keys.focus());
        keys.press(KeyCode.ESCAPE);
        until(() -> !dialog.isShowing());
        keys.at(back);
        assertEquals(1, Window.getWindows().size(), "nothing is left open");
    }
}
