package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.ui.Access;
import io.calsync.ui.Shots;
import io.calsync.ui.Workspace;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// What edits many services and single cells, in German, for the eye; and that a screen reader has a name for all of it.
class EditPicturesTest extends ServicesTest {
    @Override
    protected Workspace workspace() {
        return Workspace.of(30);
    }

    @Override
    protected Locale locale() {
        return Locale.GERMAN;
    }

    @Test
    void theDialogForManyHasRoomForEveryOperation() {
        untilLoaded();
        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().selectAll();
        });
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> shows("#bulk-edit"));
        choose("#bulk-field", "Dauer");
        choose("#bulk-operation", "Addieren oder abziehen");
        type("#bulk-number", "-20");
        type("#bulk-step", "5");
        until(() -> !shows("#bulk-outcome") || text("#bulk-counts").contains("abgelehnt"));
        until(() -> text("#bulk-counts").startsWith("27 Leistungen ändern sich"));
        Shots.shoot(Window.getWindows().getLast().getScene(), "bulk-refused-de");
        choose("#bulk-field", "Beschreibung");
        Shots.shoot(Window.getWindows().getLast().getScene(), "bulk-description-de");
        choose("#bulk-operation", "Suchen und ersetzen");
        Shots.shoot(Window.getWindows().getLast().getScene(), "bulk-replace-de");
        assertEquals(List.of(), WaitForAsyncUtils.waitForAsyncFx(5_000,
                () -> Access.unnamed(robot.lookup("#bulk-edit").query())));
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> table().getSelectionModel().clearAndSelect(3));
        robot.push(KeyCode.F2);
        until(() -> shows("#inline-editor"));
        Node editor = robot.lookup("#inline-editor").query();
        assertEquals(List.of(), WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Access.unnamed(editor)));
        Shots.shoot(stage.getScene(), "inline-de");
    }

    private void choose(String box, String text) {
        robot.interact(() -> {
            ComboBox<Object> combo = robot.lookup(box).queryComboBox();
            combo.setValue(combo.getItems().stream().filter(item -> item.toString().equals(text)).findFirst()
                    .orElseThrow());
        });
    }
}
