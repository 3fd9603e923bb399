package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Journal;
import io.calsync.ui.kit.Screen;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ServicesScreenTest extends ServicesTest {
    @Test
    void everyChipCountsWhatItShows() {
        untilLoaded();
        for (SyncStatus status : SyncStatus.values()) {
            long expected = ui.services().all().stream().filter(view -> view.status() == status).count();
            robot.interact(() -> find("#chip-" + status.name().toLowerCase(Locale.ROOT), ToggleButton.class).fire());
            until(() -> rows().size() == expected && rows().stream().allMatch(row -> row.status() == status));
            until(() -> text("#chip-" + status.name().toLowerCase(Locale.ROOT)).endsWith(" " + expected));
        }
        robot.interact(() -> find("#chip-not-bookable", ToggleButton.class).fire());
        until(() -> !rows().isEmpty() && rows().stream().noneMatch(RowData::bookable));
    }

    @Test
    void theSearchLooksAtNameDescriptionCategoryEventTypeAndPlace() {
        untilLoaded();
        type("#search-field", "fohnen WASCHEN");
        until(() -> rows().size() == 1 && rows().getFirst().view().name().equals("Waschen, schneiden, föhnen"));
        type("#search-field", "#1020");
        until(() -> rows().size() == 1 && rows().getFirst().eventTypeId() == 1020);
        type("#search-field", "lindenblick studio pflege");
        until(() -> !rows().isEmpty() && rows().stream().allMatch(row -> row.branch().equals("Lindenblick Studio")));
        until(() -> text("#chip-all").endsWith(" " + rows().size()));
    }

    @Test
    void nothingFoundOffersTheWayBack() {
        untilLoaded();
        type("#search-field", "there is no such service");
        until(() -> shows("#empty-filtered"));
        robot.clickOn("#clear-filters");
        until(() -> rows().size() == ui.services().all().size());
    }

    @Test
    void whatIsOpenBesideTheTableStaysAndSaysWhereTheListLeavesItOut() {
        untilLoaded();
        select(rows().getFirst().id());
        until(() -> shows("#details") && !shows("#details-unlisted"));
        type("#search-field", "there is no such service");
        until(() -> shows("#details-unlisted"));
        type("#search-field", "");
        until(() -> shows("#details") && !shows("#details-unlisted"));
    }

    @Test
    void aHeaderSortsByTheColumnsOwnOrder() {
        untilLoaded();
        robot.interact(() -> {
            var duration = table().getColumns().get(Column.DURATION.ordinal());
            table().getSortOrder().setAll(List.of(duration));
        });
        var byDuration = Comparator.<RowData>comparingLong(row -> row.minutes(Field.DURATION));
        until(() -> rows().equals(rows().stream().sorted(byDuration).toList())
                && rows().getFirst().minutes(Field.DURATION) < 20);
    }

    @Test
    void theTooltipOfAConflictSaysWhatChangedAndWhatToDo() {
        untilLoaded();
        var conflict = ui.services().all().stream()
                .filter(view -> view.row().link().eventTypeId() == 1020)
                .findFirst()
                .orElseThrow();
        String told = cell(conflict.id(), Column.SYNC).told();
        assertTrue(told.startsWith("Waiting for a decision."), told);
        assertTrue(told.contains("Cal.com changed Active."), told);
        assertTrue(told.contains("Event type #1020"), told);
        assertTrue(told.contains("Open: Active"), told);
        assertTrue(told.contains("Not bookable:"), told);
        assertTrue(told.contains("Enter: review"), told);
    }

    @Test
    void theTimeOfTheLastSyncStaysTrueWhileTheWindowIsOpen() {
        untilLoaded();
        var synced = rows().stream().filter(row -> row.status() == SyncStatus.SYNCED).findFirst().orElseThrow();
        var then = synced.lastSync();
        assertTrue(then != null);
        var at = workspace.salon.instant();
        workspace.salon.advance(Duration.between(at, then.plus(Duration.ofHours(50))));
        robot.interact(ui.now()::renew);
        String told = cell(synced.id(), Column.SYNC).told();
        assertTrue(told.contains("Synced 2 days ago"), told);
        assertTrue(told.contains(ui.words().times().exact(then)), "the exact local time stands below: " + told);
        until(() -> cell(synced.id(), Column.SYNC).isVisible());
        assertEquals("2 days ago", Column.LAST_SYNC.text(synced, ui.words(), ui.now().get()));
    }

    @Test
    void theKeyboardReachesSearchTableReviewAndBack() {
        untilLoaded();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertTrue(find("#search-field", TextField.class).isFocused());
        robot.write("Ansatz");
        until(() -> rows().size() == 1);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.HOME);
        until(() -> shows("#details"));
        robot.push(KeyCode.ENTER);
        assertEquals(Screen.REVIEW, ui.navigation().place().get().screen());
        assertEquals(rows().getFirst().id(), ui.navigation().place().get().serviceId());
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#details"));
    }

    @Test
    void checkOnlyShowsThePlanAndWritesNothing() {
        untilLoaded();
        int entries = workspace.salon.entries(Journal.Query.newest(1000)).size();
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        until(() -> shows("#plan-table"));
        assertTrue(text("#plan-summary").contains("to ask you about"), text("#plan-summary"));
        assertTrue(text("#plan-summary").endsWith("1 request, nothing written."), text("#plan-summary"));
        assertEquals(entries, workspace.salon.entries(Journal.Query.newest(1000)).size());
    }

    @Test
    void syncNowPushesWhatWaitsAndSaysSo() {
        untilLoaded();
        assertFalse(rows().stream().noneMatch(row -> row.status() == SyncStatus.PENDING));
        robot.push(KeyCode.F5);
        until(() -> rows().stream().noneMatch(row -> row.status() == SyncStatus.PENDING));
        until(() -> text("#bar-done").contains("pushed"));
    }
}
