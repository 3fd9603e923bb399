package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Review;
import io.calsync.sync.ServiceView;
import io.calsync.sync.SyncOptions;
import io.calsync.ui.Shots;
import io.calsync.ui.kit.Theme;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What a decision leaves behind stays in sight: the badge of an accepted difference, the way
/// back to the question what becomes of a service without its event type.
class BadgesTest extends ServicesTest {
    @Test
    void anAcceptedDifferenceHasABadgeAMarkAndBothValues() throws ProblemException {
        untilLoaded();
        var asked = named("Rebuild Treatment");
        workspace.sync.review().decide(asked.id(), asked.row().version(), Map.of(Field.PRICE, Choice.ACCEPT), "");
        until(() -> named("Rebuild Treatment").status() == SyncStatus.SYNCED);
        select(asked.id());

        String values = "≠ Price: €15.50 here, €0.00 at Cal.com. This difference was accepted;";
        var badge = find("#badge-accepted-price", Label.class);
        assertEquals("≠ Price differs at Cal.com", badge.getText());
        assertTrue(badge.getTooltip().getText().startsWith(values), badge.getTooltip().getText());
        var cell = cell(asked.id(), Column.SYNC);
        assertEquals("≠", cell.getText());
        assertTrue(cell.getAccessibleText().startsWith("Sync: synced. " + values), cell.getAccessibleText());
        assertTrue(cell.told().startsWith("Both sides agree, but for an accepted difference.\n" + values), cell.told());
        pictures("badge-accepted");

        workspace.calcom.edit(asked.row().link().eventTypeId(), Field.PRICE, Money.parse("16.00 EUR"));
        robot.interact(() -> ui.runs().sync(SyncOptions.PLAIN));
        until(() -> named("Rebuild Treatment").status() == SyncStatus.CONFLICT);
        until(() -> !shows("#badge-accepted-price"));
        assertFalse("≠".equals(cell(asked.id(), Column.SYNC).getText()), "what moved is asked again");
    }

    @Test
    void aDeletedEventTypeSaysSoAndItsQuestionCanBeOpenedAgainAfterWaiting() throws ProblemException {
        untilLoaded();
        var gone = ui.services().all().stream().filter(view -> view.row().link().gone()).findFirst().orElseThrow();
        select(gone.id());
        var told = cell(gone.id(), Column.SYNC).told();
        String deleted = ui.words().times().exact(Objects.requireNonNull(gone.row().link().goneSince()));
        assertTrue(
                told.startsWith("Deleted at Cal.com, waiting for a decision.\nFirst seen 40 seconds ago (" + deleted),
                told);
        assertTrue(told.contains("Not bookable:\n•  Its event type is deleted at Cal.com. Review it"), told);
        assertTrue(shows("#review"));

        workspace.sync.review().answerGone(gone.id(), gone.row().version(), Review.GoneAnswer.WAIT, "");
        until(() -> cell(gone.id(), Column.SYNC).told().startsWith("Deleted at Cal.com, waiting for it to come back."));
        told = cell(gone.id(), Column.BOOKABLE).told();
        assertTrue(told.contains("•  It waits for its deleted event type to come back. Review it"), told);
        assertFalse(told.contains("retry"), told);
        pictures("gone-waiting");
        var asked = new AtomicLong();
        robot.interact(() -> ui.navigation().reviewIn(asked::set));
        robot.interact(() -> find("#review", Button.class).fire());
        assertEquals(gone.id(), asked.getAndSet(0));
        robot.interact(table()::requestFocus);
        robot.push(KeyCode.ENTER);
        assertEquals(gone.id(), asked.get());
    }

    private ServiceView named(String name) {
        return ui.services().all().stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
    }

    private void pictures(String name) {
        Shots.shoot(stage.getScene(), name);
        robot.interact(() -> ui.appearance().theme().set(Theme.DARK));
        Shots.shoot(stage.getScene(), name + "-dark");
        robot.interact(() -> ui.appearance().theme().set(Theme.LIGHT));
    }
}
