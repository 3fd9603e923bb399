package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Journal;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.Screen;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

class EditorTest extends ServicesTest {
    @Test
    void aValueBeyondItsLimitIsNamedAtTheFieldAndNotSaved() {
        long id = opened();
        type("#field-duration_minutes", "2000");
        assertEquals("Between 1 and 1440 minutes; this is 2000.", text("#message-duration_minutes"));
        robot.clickOn("#save");
        assertTrue(find("#field-duration_minutes", TextInputControl.class).isFocused());
        assertEquals(0, edits(id));
        type("#field-duration_minutes", "an hour");
        assertEquals("“an hour” is no value for Duration.", text("#message-duration_minutes"));
    }

    @Test
    void aClickOnAnotherServiceLeavesTheFieldForTheTable() {
        long id = opened();
        robot.clickOn("#field-duration_minutes");
        var other = rows().stream().dropWhile(row -> row.id() != id).skip(1).findFirst().orElseThrow();
        robot.clickOn(cell(other.id(), Column.NAME));
        until(() -> text("#details-name").equals(other.view().name()));
        assertTrue(table().isFocused());
    }

    @Test
    void aSaveTakesAnEarlierProblemAway() {
        long id = opened();
        robot.interact(() -> ui.notices().show(new Problem.StoreFull("here")));
        type("#field-duration_minutes", "35");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> edits(id) == 1 && ui.notices().problem().get() == null);
    }

    @Test
    void anUnusualValueIsSaidButSaved() {
        long id = opened();
        type("#field-buffer_time_minutes", "90");
        assertTrue(text("#message-buffer_time_minutes").startsWith("Unusual:"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> edits(id) == 1);
    }

    @Test
    void savingTurnsTheRowPendingWithoutTheNetwork() {
        long id = opened();
        int requests = workspace.calcom.requests();
        type("#field-duration_minutes", "35");
        type("#field-price", "21,75");
        assertEquals("Save 2 changes", text("#save"));
        robot.clickOn("#field-name");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> status(id) == SyncStatus.PENDING);
        assertEquals(List.of("duration_minutes", "price"), changed(id));
        assertEquals(requests, workspace.calcom.requests());
        assertEquals("Save", text("#save"));
        assertTrue(text("#badge-sync").equals("pending"));
    }

    @Test
    void someoneElseSavedFirstShowsBothVersionsAndLosesNothing() throws ProblemException {
        long id = opened();
        type("#field-name", "Mine");
        var other = workspace.sync.catalogue().get(id);
        workspace.sync.editing().save(id, other.values(), Patch.of(Field.NAME, "Theirs"));
        until(() -> text("#details-name").equals("Theirs"));
        assertEquals("Mine", find("#field-name", TextInputControl.class).getText());
        robot.clickOn("#save");
        until(() -> shows("#stale-table"));
        String versions = textBelow("#stale-table");
        assertTrue(versions.contains(other.name()) && versions.contains("Theirs") && versions.contains("Mine"),
                versions);
        assertEquals("Theirs", workspace.sync.catalogue().get(id).name());
        robot.clickOn("#save-over");
        until(() -> text("#details-name").equals("Mine"));
    }

    @Test
    void whatWasTypedWaitsWithItsServiceWhileAnotherIsLookedAt() {
        long id = opened();
        long other = rows().stream().mapToLong(RowData::id).filter(one -> one != id).findFirst().orElseThrow();
        type("#field-name", "Half don");
        select(other);
        assertEquals(named(other), find("#field-name", TextInputControl.class).getText());
        select(id);
        assertEquals("Half don", find("#field-name", TextInputControl.class).getText());
        robot.clickOn("#discard");
        assertEquals(named(id), find("#field-name", TextInputControl.class).getText());
    }

    @Test
    void closingTheWindowAsksAboutWhatWasTypedAtServicesThatAreNotShown() {
        long id = opened();
        long other = rows().stream().mapToLong(RowData::id).filter(one -> one != id).findFirst().orElseThrow();
        type("#field-name", "Half don");
        select(other);
        type("#field-duration_minutes", "35");
        closeWindow();
        until(() -> shows("#keep-editing"));
        String asked = textBelow(".dialog-pane");
        assertTrue(asked.contains("Discard 2 unsaved changes?") && asked.contains(named(id))
                && asked.contains(named(other)), asked);
        robot.clickOn("#keep-editing");
        until(() -> !shows("#keep-editing"));
        robot.clickOn("#discard");
        robot.clickOn("#close-details");
        until(() -> !shows("#details"));
        closeWindow();
        until(() -> shows("#keep-editing"));
        assertTrue(textBelow(".dialog-pane").contains("Discard 1 unsaved change?"));
        robot.clickOn("#keep-editing");
        select(id);
        assertEquals("Half don", find("#field-name", TextInputControl.class).getText());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.interact(() -> ui.navigation().open(Screen.SERVICES, other));
        until(() -> edits(id) == 1);
        closeWindow();
        until(() -> !stage.isShowing());
    }

    @Test
    void closingThePaneAsksBeforeTypedTextIsLost() {
        opened();
        type("#field-name", "Half don");
        robot.clickOn("#close-details");
        until(() -> shows("#keep-editing"));
        robot.clickOn("#keep-editing");
        until(() -> !shows("#keep-editing"));
        assertEquals("Half don", find("#field-name", TextInputControl.class).getText());
        robot.clickOn("#close-details");
        robot.clickOn(".dialog-pane #discard");
        until(() -> !shows("#details"));
    }

    @Test
    void protectedFieldsAreShownWithTheReasonAndHaveNoEditor() {
        opened();
        for (Field field : Field.values()) {
            boolean editable = field.kind() != Field.Kind.PROTECTED;
            assertEquals(editable, robot.lookup("#field-" + field.key()).tryQuery().isPresent(), field.key());
            assertEquals(!editable, robot.lookup("#protected-" + field.key()).tryQuery().isPresent(), field.key());
        }
        var category = robot.lookup("#protected-category").query();
        assertEquals("Category belongs to the Platform and is not changed here.", category.getAccessibleHelp());
    }

    @Test
    void aServiceIsSwitchedOffAfterAQuestion() {
        long id = opened();
        robot.clickOn("#deactivate");
        robot.clickOn(".dialog-pane #deactivate");
        until(() -> text("#badge-active").equals("inactive"));
        assertFalse(ui.services().get(id).orElseThrow().active());
    }

    @Test
    void aNewServiceNeedsANameAndIsSelectedOnceAdded() {
        untilLoaded();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> shows("#new-place"));
        robot.clickOn(".dialog-pane #add");
        until(() -> textBelow(".dialog-pane").contains("This must not be empty."));
        type(".dialog-pane #field-name", "Neu");
        robot.interact(() -> find(".dialog-pane #add", Button.class).fire());
        until(() -> shows("#details") && text("#details-name").equals("Neu"));
        assertEquals("never", text("#badge-sync"));
    }

    @Test
    void theHistoryTellsTheEdit() {
        long id = opened();
        type("#field-duration_minutes", "35");
        robot.interact(() -> find("#save", Button.class).fire());
        until(() -> edits(id) == 1);
        robot.clickOn("#tab-history");
        until(() -> textBelow("#service-history").contains("Duration: 30 min → 35 min"));
    }

    private long opened() {
        untilLoaded();
        var service = ui.services().all().stream()
                .filter(view -> view.status() == SyncStatus.SYNCED
                        && Objects.equals(view.values().raw(Field.DURATION), 30L))
                .findFirst()
                .orElseThrow();
        select(service.id());
        return service.id();
    }

    private void closeWindow() {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private SyncStatus status(long id) {
        return ui.services().get(id).orElseThrow().status();
    }

    private long edits(long id) {
        return workspace.salon.entries(Journal.Query.ofService(id, 100)).size();
    }

    private List<String> changed(long id) {
        return workspace.salon.entries(Journal.Query.ofService(id, 1)).getFirst().changes().stream()
                .filter(change -> change.aspect() == Aspect.PLATFORM)
                .map(Change::field)
                .filter(Objects::nonNull)
                .map(Field::key)
                .toList();
    }
}
