package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Journal;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.ui.Workspace;
import io.calsync.ui.kit.Screen;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Adding, duplicating and switching off a service.
class NewServiceTest extends ServicesTest {
    @Test
    void invalidValuesAreNamedAtTheirFieldsAndTheDialogStays() {
        untilLoaded();
        int services = ui.services().all().size();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> shows("#new-place"));
        type(".dialog-pane #field-name", "x".repeat(256));
        type(".dialog-pane #field-duration_minutes", "0");
        type(".dialog-pane #field-price", "viel");
        type(".dialog-pane #field-slug", "Mit Leerzeichen");
        robot.clickOn(".dialog-pane #add");
        assertEquals("At most 255 characters; this has 256.", text(".dialog-pane #message-name"));
        assertEquals("Between 1 and 1440 minutes; this is 0.", text(".dialog-pane #message-duration_minutes"));
        assertEquals("“viel” is no value for Price.", text(".dialog-pane #message-price"));
        assertTrue(text(".dialog-pane #message-slug").contains("“Mit Leerzeichen” has something else"));
        assertTrue(shows("#new-place"), "the dialog is still there, with all that was typed");
        assertEquals(services, ui.services().all().size());
        type(".dialog-pane #field-name", "Kopfmassage");
        type(".dialog-pane #field-duration_minutes", "20");
        type(".dialog-pane #field-price", "18,50");
        type(".dialog-pane #field-slug", "kopfmassage");
        robot.interact(() -> find(".dialog-pane #add", Button.class).fire());
        until(() -> shows("#details") && text("#details-name").equals("Kopfmassage"));
        var added = ui.services().all().stream().filter(view -> view.name().equals("Kopfmassage")).findFirst()
                .orElseThrow();
        assertEquals(20L, added.values().get(Field.DURATION));
        assertEquals(SyncStatus.NEVER, added.status());
    }

    @Test
    void pressingAddTwiceAddsOneService() throws ProblemException {
        untilLoaded();
        int services = ui.services().all().size();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> shows("#new-place"));
        type(".dialog-pane #field-name", "Nur einmal");
        robot.interact(() -> {
            var add = find(".dialog-pane #add", Button.class);
            add.fire();
            add.fire();
        });
        until(() -> shows("#details") && text("#details-name").equals("Nur einmal"));
        assertEquals(services + 1, workspace.sync.catalogue().all().size());
    }

    @Test
    void escapeAddsNothing() {
        untilLoaded();
        int entries = workspace.salon.entries(Journal.Query.newest(1000)).size();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> shows("#new-place"));
        type(".dialog-pane #field-name", "Doch nicht");
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#new-place"));
        assertEquals(entries, workspace.salon.entries(Journal.Query.newest(1000)).size());
    }

    @Test
    void aDuplicateHasTheSameValuesAnotherNameAndNoLink() {
        untilLoaded();
        var original = first(SyncStatus.SYNCED);
        select(original.id());
        robot.clickOn("#duplicate");
        until(() -> shows("#new-place"));
        assertEquals(original.name() + " (copy)", find(".dialog-pane #field-name", TextInputControl.class).getText());
        assertFalse(find("#new-place", ComboBox.class).getSelectionModel().isEmpty());
        robot.clickOn(".dialog-pane #add");
        until(() -> shows("#details") && text("#details-name").equals(original.name() + " (copy)"));
        var copy = ui.services().all().stream().filter(view -> view.name().equals(original.name() + " (copy)"))
                .findFirst().orElseThrow();
        assertFalse(copy.row().link().linked(), "two services never share an event type");
        assertEquals(original.values().get(Field.DURATION), copy.values().get(Field.DURATION));
        assertEquals(original.values().get(Field.PRICE), copy.values().get(Field.PRICE));
        assertEquals(original.service().companyId(), copy.service().companyId());
        assertEquals(original.service().branchId(), copy.service().branchId());
    }

    @Test
    void switchingOffAsksSaysWhatItMeansAndCanBeSwitchedOnAgain() {
        untilLoaded();
        var service = first(SyncStatus.SYNCED);
        select(service.id());
        robot.clickOn("#deactivate");
        until(() -> textBelow(".dialog-pane").contains("Deactivate “" + service.name() + "”?"));
        assertTrue(textBelow(".dialog-pane").contains(ui.words().say("look.inactive.means")));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows(".dialog-pane"));
        assertEquals("active", text("#badge-active"));
        robot.clickOn("#deactivate");
        robot.clickOn(".dialog-pane #deactivate");
        until(() -> text("#badge-active").equals("inactive"));
        assertEquals("pending", text("#badge-sync"), "Cal.com hears of it with the next push");
        assertTrue(textBelow("#details-notice").contains(ui.words().say("bookable.no.inactive")));
        robot.clickOn("#activate");
        robot.clickOn(".dialog-pane #activate");
        until(() -> text("#badge-active").equals("active") && text("#badge-sync").equals("synced"));
    }

    @Nested
    class WithoutAnyCompany extends ServicesTest {
        @Override
        protected Workspace workspace() {
            return new Workspace(List.of(), Operator.Role.MANAGER);
        }

        @Test
        void itSaysThatTheConnectionMakesTheFirstAndLeadsThere() {
            until(() -> shows("#empty-none"));
            robot.push(KeyCode.CONTROL, KeyCode.N);
            until(() -> textBelow(".dialog-pane").contains("Connect your Cal.com: that makes the first one."));
            robot.push(KeyCode.ESCAPE);
            until(() -> !shows(".dialog-pane"));
            assertEquals(Screen.SERVICES, ui.navigation().place().get().screen());
            robot.clickOn("#empty-none #add");
            robot.clickOn(".dialog-pane #connect");
            assertEquals(Screen.SETTINGS, ui.navigation().place().get().screen());
        }
    }
}
