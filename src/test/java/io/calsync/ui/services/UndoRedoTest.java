package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Cause;
import io.calsync.sync.Editing;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.ui.Workspace;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Ctrl+Z and Ctrl+Y in the window.
class UndoRedoTest extends ServicesTest {
    @Override
    protected Workspace workspace() {
        return Workspace.of(4);
    }

    @Test
    void anEditGoesBackAtOnceSaysSoAndOffersToDoItAgain() {
        edited("45");
        assertEquals("“Service 1” is saved.", text("#bar-done"));
        press("#undo-step");
        until(() -> minutes(1) == 20);
        until(() -> text("#bar-done").startsWith("Undone for “Service 1”. Duration becomes “20 min” again."));
        assertEquals("20", find("#field-duration_minutes", TextInputControl.class).getText());
        press("#redo-step");
        until(() -> minutes(1) == 45);
        until(() -> text("#bar-done").startsWith("Done again for “Service 1”."));
        robot.interact(() -> table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> minutes(1) == 20);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> minutes(1) == 45);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> minutes(1) == 20);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        until(() -> minutes(1) == 45);
    }

    @Test
    void aTextWithTheFocusKeepsItsOwnUndo() {
        edited("45");
        robot.interact(() -> find("#search-field", Node.class).requestFocus());
        robot.write("x");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("", find("#search-field", TextInputControl.class).getText());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertEquals(45, minutes(1));
        assertEquals("“Service 1” is saved.", text("#bar-done"));
    }

    @Test
    void theMenuSaysWhatItWouldTakeBackAndManyAreAskedAboutFirst() throws ProblemException {
        edited("45");
        workspace.salon.advance(Duration.ofSeconds(1));
        workspace.sync.editing().saveMany(List.of(edit(2), edit(3), edit(4)), Progress.NONE);
        workspace.salon.advance(Duration.ofSeconds(1));
        untilItem(0, "Undo: Buffer before of 3 services  (Ctrl+Z)");
        untilItem(1, "There is nothing that you took back and that can be done again.");
        robot.interact(() -> table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> shows("#undo-all"));
        assertEquals(10L, value(2, Field.BUFFER_BEFORE));
        robot.push(KeyCode.ENTER);
        until(() -> value(2, Field.BUFFER_BEFORE).equals(0L) && value(4, Field.BUFFER_BEFORE).equals(0L));
        workspace.salon.advance(Duration.ofSeconds(1));
        untilItem(0, "Undo: Duration of “Service 1”  (Ctrl+Z)");
        untilItem(1, "Redo: Buffer before of 3 services  (Ctrl+Y)");
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        until(() -> shows("#redo-all"));
        robot.push(KeyCode.ENTER);
        until(() -> value(4, Field.BUFFER_BEFORE).equals(10L));
    }

    @Test
    void whatHasMovedSinceIsSaidAndTheStepBeforeItIsNext() throws ProblemException {
        edited("45");
        workspace.sync.editing().save(2, values(2), Patch.of(Field.BUFFER_AFTER, 20L));
        workspace.salon.update(2, new Cause(Cause.Source.PLATFORM,
                Workspace.operator(Operator.Role.MANAGER), "", ""),
                row -> row.edited(row.platform().with(Field.BUFFER_AFTER, 30L), workspace.salon.instant()));
        robot.interact(() -> table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> shows("#problem-banner"));
        assertEquals(30L, workspace.sync.catalogue().get(2).values().get(Field.BUFFER_AFTER));
        assertEquals(45, minutes(1));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> minutes(1) == 20);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> text("#bar-done").startsWith("There is nothing that you did in this window"));
        assertFalse(shows("#undo-step"));
    }

    /// Changes the duration of the first service in the pane.
    private void edited(String minutes) {
        untilLoaded();
        select(1);
        type("#field-duration_minutes", minutes);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> minutes(1) == Long.parseLong(minutes) && shows("#undo-step"));
    }

    private Editing.Edit edit(long id) throws ProblemException {
        return new Editing.Edit(id, values(id), Patch.of(Field.BUFFER_BEFORE, 10L));
    }

    private Values values(long id) throws ProblemException {
        return workspace.sync.catalogue().get(id).values();
    }

    private void press(String button) {
        robot.interact(() -> find(button, Button.class).fire());
    }

    /// Opens the menu until the item says it.
    private void untilItem(int at, String text) {
        var menu = find("#steps", MenuButton.class);
        robot.interact(menu::show);
        until(() -> text.equals(menu.getItems().get(at).getText()));
        robot.interact(menu::hide);
    }

    private long minutes(long id) {
        return (Long) value(id, Field.DURATION);
    }

    private Object value(long id, Field field) {
        return ui.services().get(id).orElseThrow().values().get(field);
    }
}
