package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sync.Operator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Each kind of guard as a person at the window meets it: what was seen, what was not done, and the way on.
class GuardWindowTest extends SandboxWindow {
    private static final String LIST = "/v2/event-types";

    @Test
    void anEmptyListStandsUntilALookShowsTheEventTypesAgain() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.EMPTY_LIST).on("GET", LIST).times(1_000));
        manager();
        guarded("listed no event type at all, but 12 services are linked", "marked 12 services as deleted");
        picture("guard-empty");
        press("#let-pass");
        until(() -> shows("#continue"));
        assertTrue(textBelow(".dialog-pane").contains("looked up by its number first"), textBelow(".dialog-pane"));
        picture("guard-empty-ask");
        press("#cancel");
        assertTrue(shows("#guard-banner"), "a no changes nothing");
        sandbox.faults().clear();
        look();
        until(() -> !shows("#guard-banner"));
        assertEquals(SERVICES, count(SyncStatus.SYNCED));
    }

    @Test
    void tooManyMissingLeadsToTheirServicesAndOnAsDeletedOnesThatWaitForAnAnswer() throws Exception {
        for (long id : eventTypes().subList(0, 5)) sandbox.world().delete(id);
        manager();
        guarded("5 of 12 linked event types are missing", "marked 5 services as deleted");
        press("#show-services");
        until(() -> table().getItems().size() == 5);
        picture("guard-missing");
        press("#show-all");
        until(() -> table().getItems().size() == SERVICES);
        press("#let-pass");
        press("#continue");
        until(() -> !shows("#guard-banner"));
        until(() -> count(SyncStatus.CONFLICT) == 5);
    }

    @Test
    void tooManyChangedBecomeQuestionsOnlyAfterAYes() throws Exception {
        for (long id : eventTypes()) sandbox.world().edit(id, doc -> doc.put("title", "Overwritten"));
        manager();
        guarded("12 of 12 linked event types changed", "asked you about 12 services");
        assertEquals(0, count(SyncStatus.CONFLICT));
        picture("guard-changed");
        press("#let-pass");
        press("#continue");
        until(() -> count(SyncStatus.CONFLICT) == SERVICES);
        until(() -> !shows("#guard-banner"));
    }

    @Test
    void anotherAccountSaysThatEverythingBecomesAFirstLink() throws Exception {
        connect("BOB");
        manager();
        guarded("“bob” (number 77) instead of number", "event types of somebody else");
        press("#let-pass");
        until(() -> shows("#continue"));
        assertTrue(textBelow(".dialog-pane").contains("first link, which only a person decides"));
        picture("guard-identity-ask");
        press("#continue");
        until(() -> !shows("#guard-banner"));
        until(() -> count(SyncStatus.SYNCED) == 0);
    }

    @Test
    void whoMayNotDecideReadsWhy() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.EMPTY_LIST).on("GET", LIST).times(1_000));
        window(Operator.Role.STAFF, Locale.GERMAN);
        until(() -> shows("#guard-banner"));
        assertTrue(textBelow("#guard-banner").contains("kann eine Leitungskraft genau diesen Lauf"));
        assertTrue(button("#let-pass").isDisabled());
        assertEquals("Dafür braucht es eine Leitungskraft.", button("#let-pass").getTooltip().getText());
        picture("guard-staff-de");
    }

    @Test
    void aRefusedKeyAndAnAnswerThatIsNotCalcomsCannotBeLetPass() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.UNAUTHORIZED).times(1_000));
        manager();
        refused("refuses the API key");
        picture("guard-key");
        sandbox.faults().clear();
        sandbox.faults().add(Fault.of(FaultKind.FORBIDDEN).times(1_000));
        look();
        refused("refuses the API key (Forbidden");
        sandbox.faults().clear();
        sandbox.faults().add(Fault.of(FaultKind.HTML).times(1_000));
        look();
        refused("that is not Cal.com’s");
        picture("guard-shape");
        sandbox.faults().clear();
        look();
        until(() -> !shows("#refused-banner"));
        assertEquals(SERVICES, count(SyncStatus.SYNCED));
    }

    private void guarded(String saw, String would) {
        until(() -> shows("#guard-banner"));
        String said = textBelow("#guard-banner");
        assertTrue(said.contains(saw), said);
        assertTrue(said.contains(would), said);
        assertTrue(said.matches("(?s).*calsync sync --pass-guard [0-9a-f]{6}.*"), said);
    }

    private void refused(String saw) {
        until(() -> shows("#refused-banner") && textBelow("#refused-banner").contains(saw));
        assertTrue(textBelow("#refused-banner").contains("Nobody can let this pass here"));
        assertTrue(!shows("#let-pass"));
    }
}
