package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the tooltips say of each status: why, since when, which event type, and what comes next.
class SyncTipTest extends ServicesTest {
    @Test
    void syncedSaysWhenWhichWayAndWithWhat() {
        untilLoaded();
        var edited = first(SyncStatus.PENDING);
        robot.push(KeyCode.F5);
        until(() -> now(edited).status() == SyncStatus.SYNCED);
        passing(Duration.ofHours(2));
        String told = told(edited, Column.SYNC);
        var at = Objects.requireNonNull(now(edited).row().times().lastSync());
        assertTrue(told.startsWith("Both sides agree."), told);
        assertTrue(told.contains("Synced 2 hours ago, Platform → Cal.com\non " + exact(at)), told);
        assertTrue(told.contains("Event type #" + edited.row().link().eventTypeId()), told);
        assertFalse(told.contains("Last try"), "the last try is that success");
    }

    @Test
    void pendingSaysSinceWhenAndItsPlaceInTheQueue() {
        untilLoaded();
        var before = ui.services().all().stream().filter(view -> view.status() == SyncStatus.PENDING).count();
        passing(Duration.ofMinutes(3));
        var edited = save(first(SyncStatus.SYNCED), 35);
        passing(Duration.ofMinutes(4));
        until(() -> ui.state().get() != null && ui.state().get().waiting() == before + 1);
        String told = told(edited, Column.SYNC);
        assertTrue(told.startsWith("Waiting for its push to Cal.com."), told);
        assertTrue(told.contains("Changed 4 minutes ago (" + exact(now(edited).row().times().platformChanged())), told);
        assertTrue(told.contains("Number " + (before + 1) + " in the queue, " + time(before + 1)), told);
        var first = ui.services().all().stream()
                .filter(view -> view.status() == SyncStatus.PENDING && view.id() != edited.id()).findFirst()
                .orElseThrow();
        assertTrue(told(first, Column.SYNC).contains("Number 1 in the queue, " + time(1)), "the time is its own");
        assertTrue(told.contains("Not bookable:"), told);
    }

    @Test
    void anAttemptThatFailedIsToldBesideTheLastSuccess() {
        untilLoaded();
        var service = save(first(SyncStatus.SYNCED), 35);
        var success = Objects.requireNonNull(service.row().times().lastSync());
        workspace.calcom.failWrites(new Problem.ServerFailed(502, "Bad Gateway"));
        passing(Duration.ofMinutes(1));
        robot.push(KeyCode.F5);
        until(() -> now(service).row().attempt().failures() > 0);
        until(() -> !ui.runs().running());
        String told = told(service, Column.SYNC);
        assertTrue(told.contains("It failed: "), told);
        assertTrue(told.contains("502"), told);
        assertTrue(told.contains("on " + exact(success)), "the last success stays what it was: " + told);
        assertTrue(told.contains("Last try "), told);
        assertTrue(told.contains("Next try in "), told);
    }

    @Test
    void anErrorSaysWhatIsWrongAndThatItIsNotBookable() {
        untilLoaded();
        var service = first(SyncStatus.ERROR);
        String told = told(service, Column.SYNC);
        assertTrue(told.startsWith("Could not be pushed to Cal.com."), told);
        for (var error : service.outlook().errors()) assertTrue(told.contains(ui.words().say(error)), told);
        assertTrue(told.contains("Not bookable:"), told);
    }

    @Test
    void aConflictSaysWhenItWasFirstSeenEveryOpenFieldAndTheKey() {
        untilLoaded();
        passing(Duration.ofHours(1));
        var service = ui.services().all().stream()
                .filter(view -> view.status() == SyncStatus.CONFLICT && view.outlook().open().size() > 1).findFirst()
                .orElseThrow();
        String told = told(service, Column.SYNC);
        assertTrue(told.startsWith("Waiting for a decision."), told);
        for (Field field : service.outlook().open())
            assertTrue(told.contains(ui.words().texts().label(field)), field + " in " + told);
        if (service.row().times().calcomChanged() instanceof Instant seen)
            assertTrue(told.contains("First seen 1 hour ago (" + exact(seen)), told);
        assertTrue(told.endsWith("Enter: review"), told);
    }

    @Test
    void neverSaysThatItIsNotLinkedAndTheNextStep() {
        untilLoaded();
        var service = ui.services().all().stream().filter(view -> !view.row().link().linked()).findFirst()
                .orElseThrow();
        String told = told(service, Column.SYNC);
        assertTrue(told.startsWith("Never compared with Cal.com.\n"), told);
        assertTrue(told.contains("Not linked to an event type."), told);
        assertTrue(told.contains("Not bookable:\n•  "), told);
        assertFalse(told.contains("Synced"), told);
    }

    @Test
    void theOtherColumnsExplainWhatTheyMeanForACustomer() {
        untilLoaded();
        var service = first(SyncStatus.SYNCED);
        assertEquals(ui.words().say("look.active.means"), told(service, Column.ACTIVE));
        assertEquals(ui.words().say("look.online.means"), told(service, Column.ONLINE));
        assertEquals(ui.words().say("look.bookable.means"), told(service, Column.BOOKABLE));
        assertEquals("2 hours ago (" + exact(service.row().times().lastSync()) + ")", told(service, Column.LAST_SYNC));
        assertTrue(told(service, Column.PLACE).startsWith("Salon Morgenrot") || told(service, Column.PLACE)
                .contains(" / "), told(service, Column.PLACE));
    }

    @Test
    void whereSeveralReasonsForbidBookingAllAreToldTheFirstToSettleFirst() {
        untilLoaded();
        var service = ui.services().all().stream()
                .filter(view -> !view.active() && view.status() != SyncStatus.SYNCED).findFirst().orElseThrow();
        var lines = told(service, Column.BOOKABLE).lines().toList();
        assertEquals(3, lines.size(), lines.toString());
        assertEquals("Not bookable:", lines.getFirst());
        assertEquals("•  " + ui.words().say("bookable.no.inactive"), lines.getLast());
    }

    @Test
    void anOpenTooltipFollowsTheClock() {
        untilLoaded();
        var service = rows().stream().filter(row -> row.status() == SyncStatus.SYNCED).findFirst().orElseThrow();
        robot.interact(() -> table().scrollTo(0));
        robot.moveTo(cell(service.id(), Column.SYNC));
        robot.moveBy(1, 1);
        until(() -> tooltip().startsWith("Both sides agree."));
        String before = tooltip();
        passing(Duration.ofDays(30));
        until(() -> !tooltip().equals(before));
        assertTrue(tooltip().matches("(?s).*Synced (1 month|[0-9]+ (days|weeks|months)) ago.*"), tooltip());
    }

    private String time(long place) {
        return ui.words().times().about(workspace.sync.runs().untilPushed((int) place));
    }

    private static String tooltip() {
        return Window.getWindows().stream().filter(Tooltip.class::isInstance).map(Tooltip.class::cast)
                .map(Tooltip::getText).findFirst().orElse("");
    }

    private String told(ServiceView service, Column column) {
        var told = new String[1];
        robot.interact(() -> {
            var row = new RowMaker(ui.services().companies(), ui.words().texts().locale()).of(now(service));
            told[0] = new SyncTip(ui).of(column, row);
        });
        return told[0];
    }

    private ServiceView save(ServiceView service, long minutes) {
        try {
            workspace.sync.editing().save(service.id(), service.values(), Patch.of(Field.DURATION, minutes));
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
        until(() -> now(service).status() == SyncStatus.PENDING);
        return now(service);
    }

    private void passing(Duration time) {
        workspace.salon.advance(time);
        robot.interact(ui.now()::renew);
    }

    private ServiceView now(ServiceView service) {
        return ui.services().get(service.id()).orElseThrow();
    }

    private String exact(@Nullable Instant at) {
        return ui.words().times().exact(Objects.requireNonNull(at));
    }
}
