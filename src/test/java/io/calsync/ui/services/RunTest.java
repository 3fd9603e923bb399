package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.ui.history.HistoryView;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.review.ReviewView;
import io.calsync.ui.shell.MainWindow;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// A run as a person at the window sees it: progress, cancel, retry, and what waits for them afterwards.
class RunTest extends ServicesTest {
    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context, Map.of(Screen.SERVICES, ServicesScreen::new, Screen.REVIEW, ReviewView::new,
                Screen.HISTORY, HistoryView::new));
    }

    @Test
    void aRunShowsHowFarItIsAndTheServiceAtHand() {
        untilLoaded();
        var gate = new CountDownLatch(1);
        workspace.calcom.holdWrites(gate);
        robot.push(KeyCode.F5);
        until(() -> shows("#bar-run") && text("#bar-step").matches("[0-9]+ of [0-9]+: .+"));
        double share = robot.from(robot.lookup("#bar-run").queryAll()).lookup(".progress-bar")
                .queryAs(ProgressBar.class).getProgress();
        assertTrue(share >= 0 && share < 1, "progress " + share);
        for (String id : new String[]{"#sync", "#check"}) {
            assertTrue(find(id, Button.class).isDisabled(), id);
            assertTrue(find(id, Button.class).getTooltip().getText().startsWith("A run is under way."), id);
        }
        gate.countDown();
        until(() -> !shows("#bar-run"));
        assertFalse(find("#sync", Button.class).isDisabled());
        until(() -> text("#bar-done").contains("pushed"));
    }

    @Test
    void cancelEndsAfterTheServiceAtHandAndTheRestStillWaits() {
        untilLoaded();
        long waiting = pending();
        assertTrue(waiting > 2);
        var gate = new CountDownLatch(1);
        workspace.calcom.holdWrites(gate);
        robot.push(KeyCode.F5);
        until(() -> shows("#bar-run") && text("#bar-step").matches("[0-9]+ of [0-9]+: .+"));
        robot.clickOn("#cancel-run");
        assertTrue(find("#cancel-run", Button.class).isDisabled(), "it has heard");
        gate.countDown();
        until(() -> text("#bar-done").startsWith("cancelled"));
        until(() -> pending() < waiting);
        assertTrue(pending() > 0, "the rest still waits");
        robot.push(KeyCode.F5);
        until(() -> pending() == 0);
    }

    @Test
    void aSecondPressWhileARunIsUnderWayStartsNothing() {
        untilLoaded();
        var gate = new CountDownLatch(1);
        workspace.calcom.holdWrites(gate);
        robot.push(KeyCode.F5);
        until(() -> text("#bar-step").matches("[0-9]+ of [0-9]+: .+"));
        int requests = workspace.calcom.requests();
        robot.push(KeyCode.F5);
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        assertEquals(requests, workspace.calcom.requests());
        gate.countDown();
        until(() -> !ui.runs().running());
        assertFalse(shows("#plan-table"));
    }

    @Test
    void aFieldThatCalcomRefusesIsAnErrorUntilItIsRetried() throws ProblemException {
        untilLoaded();
        var service = first(SyncStatus.SYNCED);
        workspace.sync.editing().save(service.id(), service.values(), Patch.of(Field.BUFFER_BEFORE, 25L));
        workspace.calcom.keep(Field.BUFFER_BEFORE);
        robot.push(KeyCode.F5);
        until(() -> now(service).status() == SyncStatus.ERROR);
        select(service.id());
        String why = textBelow("#details-notice");
        assertTrue(why.contains("Not bookable:"), why);
        assertTrue(cell(service.id(), Column.SYNC).told().contains("Buffer before"));
        workspace.calcom.keep(null);
        until(() -> !ui.runs().running());
        robot.clickOn("#retry");
        until(() -> now(service).status() == SyncStatus.SYNCED);
        assertEquals(25L, workspace.calcom.value(service.row().link().eventTypeId(), Field.BUFFER_BEFORE));
        until(() -> robot.lookup("#details #retry").tryQuery().isEmpty());
    }

    @Test
    void theBadgeOnReviewFollowsWhatWaits() throws ProblemException {
        untilLoaded();
        int waiting = ui.services().conflicts().get();
        assertNotEquals(0, waiting);
        until(() -> text("#review-count").equals(Integer.toString(waiting)));
        assertTrue(find("#go-review", ToggleButton.class).getAccessibleText()
                .contains(Integer.toString(waiting)));
        var service = first(SyncStatus.SYNCED);
        workspace.calcom.edit(service.row().link().eventTypeId(), Field.BUFFER_AFTER, 45L);
        robot.push(KeyCode.F5);
        until(() -> now(service).status() == SyncStatus.CONFLICT);
        until(() -> !ui.runs().running() && text("#review-count").equals(Long.toString(open())));
        long before = open();
        assertTrue(before > waiting, "one more");
        workspace.sync.links().unlink(service.id());
        until(() -> text("#review-count").equals(Long.toString(before - 1)));
    }

    private long open() {
        return ui.services().all().stream().filter(view -> view.status() == SyncStatus.CONFLICT).count();
    }

    private long pending() {
        return ui.services().all().stream().filter(view -> view.status() == SyncStatus.PENDING).count();
    }

    private ServiceView now(ServiceView service) {
        return ui.services().get(service.id()).orElseThrow();
    }
}
