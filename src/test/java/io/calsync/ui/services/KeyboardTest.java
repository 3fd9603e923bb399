package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The services screen without a mouse: every way in, every way out, and that Escape leaves everything as it was.
class KeyboardTest extends ServicesTest {
    @Test
    void fromTheSearchToAnEditedAndSyncedService() {
        untilLoaded();
        var wanted = first(SyncStatus.SYNCED);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("#" + wanted.row().link().eventTypeId());
        until(() -> rows().size() == 1);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.HOME);
        until(() -> shows("#details") && text("#details-name").equals(wanted.name()));
        robot.push(KeyCode.ENTER);
        until(() -> focused("field-name"));
        robot.push(KeyCode.TAB);
        until(() -> focused("field-duration_minutes"));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("55");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> text("#badge-sync").equals("pending"));
        robot.push(KeyCode.F5);
        until(() -> text("#badge-sync").equals("synced"));
        assertEquals(55L, workspace.calcom.value(wanted.row().link().eventTypeId(), Field.DURATION));
    }

    @Test
    void theArrowsMoveThroughTheListAndTheDetailsFollow() {
        untilLoaded();
        robot.interact(table()::requestFocus);
        robot.push(KeyCode.HOME);
        until(() -> shows("#details") && text("#details-name").equals(rows().getFirst().view().name()));
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        until(() -> text("#details-name").equals(rows().get(2).view().name()));
        robot.push(KeyCode.UP);
        until(() -> text("#details-name").equals(rows().get(1).view().name()));
        robot.push(KeyCode.END);
        until(() -> text("#details-name").equals(rows().getLast().view().name()));
    }

    @Test
    void escapeEmptiesTheSearchThenClosesTheDetails() {
        untilLoaded();
        select(rows().getFirst().id());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("gloss");
        until(() -> rows().size() < ui.services().all().size());
        robot.push(KeyCode.ESCAPE);
        assertEquals("", find("#search-field", TextInputControl.class).getText());
        assertTrue(shows("#details"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#details"));
        assertTrue(table().isFocused(), "the focus is where the arrows work");
    }

    @Test
    void theHelpOpensWithF1AndClosesWithEscape() {
        untilLoaded();
        robot.push(KeyCode.F1);
        until(() -> shows("#shortcuts"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#shortcuts"));
    }

    @Test
    void escapeInThePlanLeavesEverythingAsItWas() {
        untilLoaded();
        int entries = entries();
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        until(() -> shows("#plan-table"));
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#plan-table"));
        assertEquals(entries, entries());
    }

    @Test
    void escapeWithUnsavedTextAsksAndASecondEscapeKeepsTheText() {
        untilLoaded();
        var service = first(SyncStatus.SYNCED);
        select(service.id());
        type("#field-name", "Half don");
        robot.interact(table()::requestFocus);
        robot.push(KeyCode.ESCAPE);
        until(() -> shows("#keep-editing"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#keep-editing"));
        assertTrue(shows("#details"));
        assertEquals("Half don", find("#field-name", TextInputControl.class).getText());
        assertEquals(service.name(), ui.services().get(service.id()).orElseThrow().name());
    }

    @Test
    void escapeFromAStaleEditSavesNeitherAndKeepsBoth() throws ProblemException {
        untilLoaded();
        var service = first(SyncStatus.SYNCED);
        select(service.id());
        type("#field-duration_minutes", "41");
        workspace.sync.editing().save(service.id(), service.values(), Patch.of(Field.DURATION, 42L));
        robot.interact(() -> find("#field-name", Node.class).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> shows("#stale-table"));
        String versions = textBelow("#stale-table");
        assertTrue(versions.contains("41 min") && versions.contains("42 min"), versions);
        int entries = entries();
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#stale-table"));
        assertEquals(entries, entries());
        assertEquals("41", find("#field-duration_minutes", TextInputControl.class).getText());
        assertEquals(42L, workspace.sync.catalogue().get(service.id()).values().get(Field.DURATION));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> shows("#stale-table"));
        robot.clickOn("#take-theirs");
        until(() -> find("#field-duration_minutes", TextInputControl.class).getText().equals("42"));
    }

    @Test
    void tabLeavesTheLongTextInsteadOfTypingIntoIt() {
        untilLoaded();
        select(first(SyncStatus.SYNCED).id());
        String before = find("#field-description", TextInputControl.class).getText();
        robot.interact(() -> find("#field-description", Node.class).requestFocus());
        robot.push(KeyCode.TAB);
        until(() -> !focused("field-description"));
        assertEquals(before, find("#field-description", TextInputControl.class).getText());
    }

    @Test
    void savingNothingSavesNothing() {
        untilLoaded();
        select(first(SyncStatus.SYNCED).id());
        int entries = entries();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertEquals(entries, entries());
        assertFalse(shows(".dialog-pane"));
    }

    private boolean focused(String id) {
        var owner = stage.getScene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private int entries() {
        return workspace.salon.entries(Journal.Query.newest(1000)).size();
    }
}
