package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Journal;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.ui.Workspace;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The counterpart at Cal.com: what is shown of it, and how a service is linked, created and unlinked.
class CalcomPaneTest extends ServicesTest {
    private static final long FREE = 5_000;

    @Test
    void aLinkedServiceShowsBothSidesAndMarksWhatDiffers() {
        untilLoaded();
        var conflict = ui.services().all().stream().filter(view -> view.row().link().eventTypeId() == 1004).findFirst()
                .orElseThrow();
        open(conflict);
        assertEquals("Linked to event type #1004", text("#calcom-head"));
        var strong = robot.from(robot.lookup("#calcom-comparison").queryAll()).lookup(".strong").queryAll();
        assertEquals(conflict.outlook().open().size(), strong.size());
        assertTrue(textBelow("#calcom-comparison").contains("15 min"), "what Cal.com holds");
    }

    @Test
    void thePageOfTheEventTypeOpensInTheBrowser() throws InterruptedException {
        untilLoaded();
        open(first(SyncStatus.SYNCED));
        robot.clickOn("#open-web");
        long eventType = first(SyncStatus.SYNCED).row().link().eventTypeId();
        assertEquals(URI.create("https://app.cal.com/event-types/" + eventType), browsed.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void theLikeliestEventTypeStandsFirstAndLinkingLeavesEveryDifferenceToAPerson() {
        untilLoaded();
        var service = unlinked();
        free(service.name(), 25);
        open(service);
        robot.clickOn("#link");
        until(() -> !suggestions().getItems().isEmpty());
        assertEquals(FREE, suggestions().getItems().getFirst().id());
        assertEquals(FREE, suggestions().getSelectionModel().getSelectedItem().id());
        robot.clickOn(".dialog-pane #link");
        until(() -> text("#badge-sync").equals("conflict"));
        assertEquals("Linked to event type #" + FREE, text("#calcom-head"));
        assertEquals(25L, workspace.calcom.value(FREE, Field.DURATION), "linking writes nothing at Cal.com");
        assertEquals(service.values().raw(Field.DURATION), now(service).values().raw(Field.DURATION));
    }

    @Test
    void escapeLeavesAServiceUnlinked() {
        untilLoaded();
        var service = unlinked();
        free(service.name(), 25);
        open(service);
        int entries = entries();
        robot.clickOn("#link");
        until(() -> !suggestions().getItems().isEmpty());
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#suggestions"));
        assertFalse(now(service).row().link().linked());
        assertEquals(entries, entries());
    }

    @Test
    void whereNothingIsFreeTheDialogSaysWhatToDoInstead() throws ProblemException {
        untilLoaded();
        for (EventType free : workspace.sync.links().unlinked()) workspace.calcom.delete(free.id());
        open(unlinked());
        robot.clickOn("#link");
        until(() -> textBelow("#suggestions").contains("Create one instead."));
        assertTrue(find(".dialog-pane #link", Button.class).isDisabled());
    }

    @Test
    void aListThatCannotBeReadClosesTheDialogAndIsSaidInWords() {
        untilLoaded();
        open(unlinked());
        workspace.calcom.fail(new Problem.Unreachable(URI.create("https://api.cal.com/v2"), "timed out"));
        robot.clickOn("#link");
        until(() -> shows("#problem-banner"));
        assertFalse(shows("#suggestions"));
        assertTrue(textBelow("#problem-banner").contains("api.cal.com does not answer"));
    }

    @Test
    void creatingAsksFirstAndLinksWhatItCreated() {
        untilLoaded();
        var service = unlinked();
        giveSlug(service, "ganz-neu");
        open(service);
        int requests = workspace.calcom.requests();
        robot.clickOn("#create");
        until(() -> textBelow(".dialog-pane").contains("cannot be undone"));
        assertEquals(requests, workspace.calcom.requests(), "nothing is sent before the answer");
        robot.clickOn(".dialog-pane #create");
        until(() -> now(service).row().link().linked());
        long created = now(service).row().link().eventTypeId();
        assertEquals("ganz-neu", workspace.calcom.value(created, Field.SLUG));
        until(() -> text("#calcom-head").equals("Linked to event type #" + created));
    }

    @Test
    void aTakenWebAddressPartIsSaidAndOffersToLinkInstead() {
        untilLoaded();
        var service = unlinked();
        giveSlug(service, "vergeben");
        workspace.calcom.put(FREE, Workspace.simple("Anders", 40).with(Field.SLUG, "vergeben"));
        open(service);
        robot.clickOn("#create");
        robot.clickOn(".dialog-pane #create");
        until(() -> textBelow(".dialog-pane").contains("Nothing was created."));
        assertTrue(textBelow(".dialog-pane").contains("vergeben"));
        robot.clickOn(".dialog-pane #link");
        until(() -> shows("#suggestions") && !suggestions().getItems().isEmpty());
        assertEquals(FREE, suggestions().getItems().getFirst().id(), "the one that holds it stands first");
        robot.clickOn(".dialog-pane #link");
        until(() -> now(service).row().link().eventTypeId() == FREE);
    }

    @Test
    void unlinkingKeepsBothSidesAndEndsThePushing() {
        untilLoaded();
        var service = first(SyncStatus.PENDING);
        long eventType = service.row().link().eventTypeId();
        var held = workspace.calcom.values(eventType);
        open(service);
        robot.clickOn("#unlink");
        until(() -> textBelow(".dialog-pane").contains("Both sides keep what they hold."));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows(".dialog-pane"));
        assertTrue(now(service).row().link().linked(), "Escape unlinks nothing");
        robot.clickOn("#unlink");
        robot.clickOn(".dialog-pane #unlink");
        until(() -> text("#badge-sync").equals("never"));
        assertEquals("Not linked to an event type", text("#calcom-head"));
        assertEquals(Link.State.UNLINKED, now(service).row().link().state());
        assertEquals(held, workspace.calcom.values(eventType));
        assertEquals(service.values(), now(service).values());
    }

    @Test
    void adeletedEventTypeIsNamedAsDeleted() {
        untilLoaded();
        var gone = ui.services().all().stream().filter(view -> view.row().link().state() == Link.State.GONE)
                .findFirst().orElseThrow();
        open(gone);
        assertEquals("Event type #" + gone.row().link().eventTypeId() + " is deleted at Cal.com", text("#calcom-head"));
    }

    private void open(ServiceView service) {
        select(service.id());
        robot.clickOn("#tab-calcom");
        until(() -> shows("#calcom-head") && !text("#calcom-head").isEmpty());
    }

    private ServiceView unlinked() {
        return ui.services().all().stream().filter(view -> !view.row().link().linked()).findFirst().orElseThrow();
    }

    private ServiceView now(ServiceView service) {
        return ui.services().get(service.id()).orElseThrow();
    }

    private void free(String name, long minutes) {
        workspace.calcom.put(FREE, Workspace.simple(name, minutes));
    }

    private void giveSlug(ServiceView service, String slug) {
        try {
            workspace.sync.editing().save(service.id(), service.values(), Patch.of(Field.SLUG, slug));
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
        until(() -> now(service).values().text(Field.SLUG).equals(slug));
    }

    private ListView<EventType> suggestions() {
        return robot.lookup("#suggestions").queryListView();
    }

    private int entries() {
        return workspace.salon.entries(Journal.Query.newest(1000)).size();
    }
}
