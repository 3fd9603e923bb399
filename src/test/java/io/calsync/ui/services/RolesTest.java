package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Journal;
import io.calsync.sync.Operator;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What each role may do in the services screen, and that whoever may not is told why.
class RolesTest {
    @Nested
    class Viewer extends ServicesTest {
        private static final String WHY = "As a viewer you may look, not change. Ask a manager.";

        @Override
        protected Operator.Role role() {
            return Operator.Role.VIEWER;
        }

        @Test
        void changesNothingAndIsToldWhyAtEveryControl() {
            untilLoaded();
            select(first(SyncStatus.ERROR).id());
            for (String id : new String[]{"#new-service", "#sync", "#retry", "#duplicate", "#deactivate"}) {
                assertTrue(find(id, Button.class).isDisabled(), id);
                assertTrue(tip(id).startsWith(WHY), id + ": " + tip(id));
                assertTrue(find(id, Button.class).getAccessibleHelp().startsWith(WHY), id);
            }
            for (Field field : Field.editable()) {
                var control = robot.lookup("#field-" + field.key()).query();
                boolean open = control instanceof TextInputControl text ? text.isEditable() : !control.isDisabled();
                assertFalse(open, field.key());
            }
            assertTrue(textBelow("#editor").contains(WHY), "the reason stands where others have the save button");
        }

        @Test
        void mayStillLookAtThePlanAndReview() {
            untilLoaded();
            assertFalse(find("#check", Button.class).isDisabled());
            select(first(SyncStatus.CONFLICT).id());
            assertFalse(find("#review", Button.class).isDisabled());
        }

        @Test
        void keysOpenNoWayAroundTheButtons() {
            untilLoaded();
            int entries = workspace.salon.entries(Journal.Query.newest(1000)).size();
            robot.push(KeyCode.CONTROL, KeyCode.N);
            assertFalse(shows("#new-place"));
            robot.push(KeyCode.F5);
            assertFalse(ui.runs().running());
            assertEquals(entries, workspace.salon.entries(Journal.Query.newest(1000)).size());
        }

        @Test
        void theReasonAppearsUnderThePointerThoughTheButtonIsDisabled() {
            untilLoaded();
            robot.moveTo("#new-service");
            robot.moveBy(2, 2);
            until(() -> Window.getWindows().stream()
                    .anyMatch(window -> window instanceof Tooltip tip && tip.getText().startsWith(WHY)));
            robot.moveTo("#services-table");
            until(() -> Window.getWindows().stream()
                    .noneMatch(window -> window instanceof Tooltip tip && tip.getText().startsWith(WHY)));
        }

        private String tip(String id) {
            var tip = find(id, Button.class).getTooltip();
            assertNotNull(tip, id);
            return tip.getText();
        }
    }

    @Nested
    class Staff extends ServicesTest {
        private static final String WHY = "This needs a manager.";

        @Override
        protected Operator.Role role() {
            return Operator.Role.STAFF;
        }

        @Test
        void editsAndLinksButLeavesCreatingToAManager() {
            untilLoaded();
            var unlinked = ui.services().all().stream().filter(view -> !view.row().link().linked()).findFirst()
                    .orElseThrow();
            select(unlinked.id());
            assertFalse(find("#duplicate", Button.class).isDisabled());
            assertFalse(find("#field-name", TextField.class).isDisabled());
            robot.clickOn("#tab-calcom");
            until(() -> shows("#link"));
            assertFalse(find("#link", Button.class).isDisabled());
            assertTrue(find("#create", Button.class).isDisabled());
            assertEquals(WHY, find("#create", Button.class).getAccessibleHelp());
            assertEquals(WHY, text("#calcom-why"));
        }

        @Test
        void mayNotEndALink() {
            untilLoaded();
            select(first(SyncStatus.SYNCED).id());
            robot.clickOn("#tab-calcom");
            until(() -> shows("#unlink"));
            assertTrue(find("#unlink", Button.class).isDisabled());
            assertEquals(WHY, find("#unlink", Button.class).getTooltip().getText());
            assertFalse(find("#open-web", Button.class).isDisabled());
        }

        @Test
        void mayNotLetAStoppedRunGoOn() {
            untilLoaded();
            ui.services().all().forEach(view -> workspace.calcom.delete(view.row().link().eventTypeId()));
            robot.push(KeyCode.F5);
            until(() -> shows("#guard-banner"));
            assertTrue(find("#let-pass", Button.class).isDisabled());
            assertEquals(WHY, find("#let-pass", Button.class).getTooltip().getText());
            assertTrue(textBelow("#guard-banner").contains("a manager can let just this run continue"));
        }
    }

    @Nested
    class Manager extends ServicesTest {
        @Test
        void findsNothingDisabledForTheRole() {
            untilLoaded();
            select(first(SyncStatus.SYNCED).id());
            robot.clickOn("#tab-calcom");
            until(() -> shows("#unlink"));
            for (String id : new String[]{"#new-service", "#sync", "#check", "#duplicate", "#deactivate", "#unlink"}) {
                assertFalse(find(id, Button.class).isDisabled(), id);
            }
            assertFalse(shows("#calcom-why"));
        }
    }
}
