package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.sync.ProblemException;
import io.calsync.ui.Workspace;
import io.calsync.ui.kit.OutcomeTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What waits for its push, above the table.
class PendingBarTest extends ServicesTest {
    @Override
    protected Workspace workspace() {
        return Workspace.of(6);
    }

    @Test
    void editsAreCountedShownWithOldAndNewAndPushed() throws ProblemException {
        untilLoaded();
        assertFalse(shows("#pending-bar"));
        edit(1, Map.of(Field.DURATION, 45L, Field.NAME, "Anders"));
        edit(2, Map.of(Field.BUFFER_AFTER, 10L));
        until(() -> shows("#pending-bar")
                && textBelow("#pending-bar").equals("2 services, 3 fields wait for Cal.com."));
        robot.interact(() -> find("#show-waiting", Button.class).fire());
        until(() -> shows("#outcome-table"));
        until(() -> lines().size() == 3);
        assertTrue(lines().contains(new OutcomeTable.Line("Anders", "Duration", "Cal.com changes", "20 min", "45 min")),
                lines().toString());
        robot.push(KeyCode.ENTER);
        until(() -> !shows("#pending-bar"));
        assertEquals(45L, workspace.calcom.value(100_001L, Field.DURATION));
        assertEquals(10L, workspace.calcom.value(100_002L, Field.BUFFER_AFTER));
    }

    @Test
    void itIsPushedByOnePressWhichWaitsForARunUnderWay() throws ProblemException {
        untilLoaded();
        edit(3, Map.of(Field.DURATION, 50L));
        until(() -> shows("#pending-bar") && textBelow("#pending-bar").equals("1 service, 1 field waits for Cal.com."));
        var gate = new CountDownLatch(1);
        workspace.calcom.holdWrites(gate);
        robot.interact(() -> find("#push-now", Button.class).fire());
        until(() -> find("#push-now", Button.class).isDisabled());
        gate.countDown();
        until(() -> !shows("#pending-bar"));
    }

    private void edit(long id, Map<Field, Object> values) throws ProblemException {
        workspace.sync.editing().save(id, workspace.sync.catalogue().get(id).values(), new Patch(values));
    }

    private List<OutcomeTable.Line> lines() {
        TableView<OutcomeTable.Line> table = robot.lookup("#outcome-table").queryTableView();
        return List.copyOf(table.getItems());
    }
}
