package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sync.Operator;
import org.junit.jupiter.api.Test;

/// Each kind of guard as a person at the window meets it: what was seen, what was not done, and the way on.
class GuardWindowTest extends SandboxWindow {
    private static final String LIST = "/v2/event-types";

    @Test
    void anEmptyListStandsUntilALookShowsTheEventTypesAgain() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.EMPTY_LIST).on("GET", LIST).times(1_000));
        manager();
        guarded("guard.empty.saw", "guard.deleted.would", 12);
        picture("guard-empty");
        press("#let-pass");
        until(() -> shows("#continue"));
        assertTrue(tells(textBelow(".dialog-pane"), "guard.deleted.then", 12), textBelow(".dialog-pane"));
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
        guarded("guard.missing.saw", "guard.deleted.would", 5, 12);
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
        guarded("guard.changed.saw", "guard.changed.would", 12, 12);
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
        guarded("guard.identity.account", "guard.identity.would", "bob", 77);
        press("#let-pass");
        until(() -> shows("#continue"));
        assertTrue(tells(textBelow(".dialog-pane"), "guard.identity.then", 12));
        picture("guard-identity-ask");
        press("#continue");
        until(() -> !shows("#guard-banner"));
        until(() -> count(SyncStatus.SYNCED) == 0);
    }

    @Test
    void whoMayNotDecideReadsWhy() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.EMPTY_LIST).on("GET", LIST).times(1_000));
        window(Operator.Role.STAFF);
        until(() -> shows("#guard-banner"));
        assertTrue(textBelow("#guard-banner").contains(texts.say("guard.pass.manager")));
        assertTrue(button("#let-pass").isDisabled());
        assertEquals(texts.say("problem.not-allowed.staff"), button("#let-pass").getTooltip().getText());
        picture("guard-staff");
    }

    @Test
    void aRefusedKeyAndAnAnswerThatIsNotCalcomsCannotBeLetPass() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.UNAUTHORIZED).times(1_000));
        manager();
        refused("problem.key-refused");
        picture("guard-key");
        sandbox.faults().clear();
        sandbox.faults().add(Fault.of(FaultKind.FORBIDDEN).times(1_000));
        look();
        refused("problem.key-refused", "{0}", "Forbidden resource");
        sandbox.faults().clear();
        sandbox.faults().add(Fault.of(FaultKind.HTML).times(1_000));
        look();
        refused("problem.unreadable-answer");
        picture("guard-shape");
        sandbox.faults().clear();
        look();
        until(() -> !shows("#refused-banner"));
        assertEquals(SERVICES, count(SyncStatus.SYNCED));
    }

    /// @param seen what was seen how often; the first number also counts what would have been done
    private void guarded(String saw, String would, Object... seen) {
        until(() -> shows("#guard-banner"));
        String said = textBelow("#guard-banner");
        assertTrue(tells(said, saw, seen), said);
        assertTrue(tells(said, would, seen[0] instanceof Integer count ? count : "{0}"), said);
        assertTrue(said.matches("(?s).*calsync sync --pass-guard [0-9a-f]{6}.*"), said);
    }

    private void refused(String saw, Object... args) {
        until(() -> shows("#refused-banner") && tells(textBelow("#refused-banner"), saw, args));
        assertTrue(textBelow("#refused-banner").contains(texts.say("guard.refused.on")));
        assertTrue(!shows("#let-pass"));
    }
}
