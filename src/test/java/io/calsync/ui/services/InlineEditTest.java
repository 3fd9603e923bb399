package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.sync.ProblemException;
import io.calsync.ui.Shots;
import io.calsync.ui.Workspace;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Values edited in their place in the table, with and without a mouse.
class InlineEditTest extends ServicesTest {
    @Override
    protected Workspace workspace() {
        return Workspace.of(5);
    }

    @Test
    void tabSavesAndGoesFromCellToCellAndEscapeLeavesTheLastAsItWas() {
        begun(1);
        until(() -> focused("inline-name"));
        over("Anders");
        robot.push(KeyCode.TAB);
        until(() -> focused("inline-duration_minutes"));
        assertEquals("Anders", value(1, Field.NAME));
        over("50");
        robot.push(KeyCode.TAB);
        until(() -> focused("inline-price"));
        over("12,5");
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        until(() -> focused("inline-duration_minutes"));
        assertEquals(Money.parse("12.50 EUR"), value(1, Field.PRICE));
        over("99");
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#inline-editor"));
        assertEquals(50L, value(1, Field.DURATION));
        assertTrue(table().isFocused());
        robot.push(KeyCode.F2);
        until(() -> focused("inline-duration_minutes"));
        robot.push(KeyCode.ENTER);
        until(() -> !shows("#inline-editor"));
    }

    @Test
    void aRefusedValueStaysOpenWithItsReason() {
        begun(2);
        robot.push(KeyCode.TAB);
        until(() -> focused("inline-duration_minutes"));
        over("2000");
        robot.push(KeyCode.ENTER);
        assertEquals("Between 1 and 1440 minutes; this is 2000.", text("#inline-editor #message-duration_minutes"));
        assertTrue(focused("inline-duration_minutes"));
        Shots.shoot(stage.getScene(), "inline-refused");
        robot.interact(() -> table().requestFocus());
        assertTrue(shows("#inline-editor"), "what may not be saved is not lost by going elsewhere");
        robot.interact(() -> find("#inline-duration_minutes", Node.class).requestFocus());
        over("40");
        robot.push(KeyCode.ENTER);
        until(() -> value(2, Field.DURATION).equals(40L) && !shows("#inline-editor"));
    }

    @Test
    void aDoubleClickEditsTheCellUnderItAndGoingElsewhereSaves() {
        untilLoaded();
        select(3);
        robot.doubleClickOn(cell(3, Column.ACTIVE));
        until(() -> focused("inline-is_active"));
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.ENTER);
        until(() -> value(3, Field.ACTIVE).equals(false));
        robot.doubleClickOn(cell(3, Column.NAME));
        until(() -> focused("inline-name"));
        over("Neu");
        robot.interact(() -> find("#search-field", Node.class).requestFocus());
        until(() -> value(3, Field.NAME).equals("Neu") && !shows("#inline-editor"));
        assertTrue(focused("search-field"));
        robot.doubleClickOn(cell(3, Column.CATEGORY));
        until(() -> shows("#problem-banner"));
        assertTrue(textBelow("#problem-banner").contains("Category"), textBelow("#problem-banner"));
    }

    @Test
    void someoneElseSavedFirstShowsBothVersions() throws ProblemException {
        begun(4);
        over("Mine");
        var theirs = workspace.sync.catalogue().get(4);
        workspace.sync.editing().save(4, theirs.values(), Patch.of(Field.NAME, "Theirs"));
        until(() -> value(4, Field.NAME).equals("Theirs"));
        robot.push(KeyCode.ENTER);
        until(() -> shows("#stale-table"));
        robot.interact(() -> table().requestFocus());
        robot.clickOn("#keep-editing");
        until(() -> !shows("#stale-table"));
        assertTrue(shows("#inline-editor"), "asked once, and what was typed is still there");
        robot.interact(() -> find("#inline-name", Node.class).requestFocus());
        robot.push(KeyCode.ENTER);
        until(() -> shows("#stale-table"));
        robot.clickOn("#save-over");
        until(() -> value(4, Field.NAME).equals("Mine") && !shows("#inline-editor"));
    }

    private void begun(long id) {
        untilLoaded();
        select(id);
        robot.interact(() -> table().requestFocus());
        robot.push(KeyCode.F2);
        until(() -> shows("#inline-editor"));
    }

    private void over(String text) {
        robot.interact(() -> ((TextInputControl) stage.getScene().getFocusOwner()).setText(text));
    }

    private boolean focused(String id) {
        var owner = stage.getScene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private Object value(long id, Field field) {
        return ui.services().get(id).orElseThrow().values().get(field);
    }
}
