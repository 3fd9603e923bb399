package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Keys;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal;
import io.calsync.ui.Shots;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The main job as a person does it by keys alone, from the first start to the audit trail.
class JourneyTest extends Journey {
    @Test
    void fromTheFirstStartToEditedAndSynced() throws Exception {
        picture("services");
        choose("Waschen & Styling");
        keys.press(KeyCode.ENTER);
        keys.at("field-name");
        keys.tabTo("field-duration_minutes");
        keys.write("2000");
        assertEquals("Between 1 and 1440 minutes; this is 2000.", label("#message-duration_minutes"));
        keys.write("50");
        picture("details");
        keys.press(KeyCode.CONTROL, KeyCode.S);
        Shots.until(() -> base("Waschen & Styling", Field.DURATION).equals(50L));
        Shots.until(() -> label("#badge-sync").equals("synced"));
        assertTrue(trail("Waschen & Styling").containsAll(List.of("EDIT", "PUSH")));
        keys.at("field-duration_minutes");

        keys.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        keys.at("history-table");
        Shots.until(() -> !find("#history-table", TableView.class).getItems().isEmpty());
        keys.press(KeyCode.DOWN);
        Shots.until(() -> shows("#entry-details .entry-kind"));
        picture("history");
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        keys.at("open-connection");
        Shots.until(() -> shows("#connection-facts .label"));
        picture("settings");
    }

    @Test
    void aConflictIsResolvedBothWaysByKeys() throws Exception {
        choose("Globale Blondierung");
        keys.press(KeyCode.ENTER);
        keys.at("choose-platform-requires_confirmation");
        keys.press(KeyCode.DIGIT1);
        keys.press(KeyCode.ENTER);
        Shots.until(() -> status("Globale Blondierung") == SyncStatus.SYNCED);
        assertEquals(true, view("Globale Blondierung").row().calcom().get(Field.CONFIRMATION));
        keys.at("services-table");

        choose("Keratin-Behandlung");
        keys.press(KeyCode.ENTER);
        keys.at("choose-platform-before_event_buffer");
        keys.press(KeyCode.DIGIT2);
        keys.press(KeyCode.ESCAPE);
        keys.at("services-table");
        assertEquals(SyncStatus.CONFLICT, status("Keratin-Behandlung"));
        keys.press(KeyCode.ENTER);
        keys.at("choose-platform-before_event_buffer");
        keys.press(KeyCode.DIGIT2);
        keys.press(KeyCode.ENTER);
        Shots.until(() -> status("Keratin-Behandlung") == SyncStatus.SYNCED);
        assertEquals(10L, view("Keratin-Behandlung").values().get(Field.BUFFER_BEFORE));
        assertTrue(trail("Globale Blondierung").contains("DECISION"));
        assertTrue(workspace.service().history().verify().whole());
    }

    @Test
    void theButtonsForAllAndForLaterAreReachedByTab() {
        choose("Premium Cut");
        keys.press(KeyCode.ENTER);
        keys.at("choose-platform-name");
        keys.tabTo("all-platform");
        keys.press(KeyCode.SPACE);
        assertEquals("all-platform", keys.focus());
        assertTrue(label("#apply").startsWith("Apply "), label("#apply"));
        keys.tabTo("decide-later");
        keys.press(KeyCode.SPACE);
        keys.at("services-table");
        assertEquals(SyncStatus.CONFLICT, status("Premium Cut"));

        keys.press(KeyCode.ENTER);
        keys.at("choose-platform-name");
        keys.tabTo("all-calcom");
        keys.press(KeyCode.SPACE);
        keys.tabTo("apply");
        keys.press(KeyCode.SPACE);
        Shots.until(() -> shows("#badge-sync") && label("#badge-sync").equals("synced"));
        keys.at("services-table");
    }

    @Test
    void theReviewScreenDecidesAllForThePlatformAndGoesToTheNext() {
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        Shots.until(() -> shows("#inbox"));
        for (int i = 0; i < SERVICES && !label("#heading-name").equals("Premium Cut"); i++) keys.press(KeyCode.J);
        keys.at("choose-platform-name");
        keys.press(KeyCode.DIGIT2);
        assertTrue(label("#apply").contains("1"));
        picture("review");
        keys.press(KeyCode.ESCAPE);
        keys.at("inbox");
        assertEquals("Premium Cut", label("#heading-name"));
        assertEquals(SyncStatus.CONFLICT, status("Premium Cut"));
        keys.press(KeyCode.SHIFT, KeyCode.DIGIT1);
        keys.press(KeyCode.ENTER);
        Shots.until(() -> status("Premium Cut") != SyncStatus.CONFLICT);
        Shots.until(() -> !label("#heading-name").equals("Premium Cut"));
        Shots.until(() -> status("Premium Cut") == SyncStatus.SYNCED);
    }

    @Test
    void tenConflictsAreClearedFromTheInbox() throws Exception {
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        Shots.until(() -> shows("#inbox"));
        for (int cleared = 0; cleared < 10;) {
            String name = label("#heading-name");
            boolean question = view(name).row().link().state() == Link.State.PRESENT;
            keys.press(question ? new KeyCode[]{KeyCode.SHIFT, cleared % 2 == 0 ? KeyCode.DIGIT1 : KeyCode.DIGIT2}
                    : new KeyCode[]{KeyCode.J});
            if (question && !find("#apply", Button.class).isDisabled()) {
                keys.press(KeyCode.ENTER);
                cleared++;
            } else if (question) keys.press(KeyCode.J);
            Shots.until(() -> !label("#heading-name").equals(name));
        }
        var decisions =
                workspace.service().history().entries(new Journal.Query(0, Cause.Source.DECISION, null, 0, 50, ""));
        assertEquals(10, decisions.size(), decisions.toString());
        Shots.until(() -> label("#review-title").startsWith("6 "));
        assertTrue(workspace.service().history().verify().whole());
    }

    @Test
    void aWrongKeyIsSaidAtItsFieldAndTheRightOneConnects() throws Exception {
        var known = Keys.only(Map.of("cal_right", Account.ANN));
        try (var server = SandboxServer.start(SandboxOptions.hosted().keys(known))) {
            keys.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            keys.at("open-connection");
            keys.tabTo("connect");
            keys.press(KeyCode.SPACE);
            keys.at("key-secret");
            keys.tabBackTo("server-calcom");
            keys.press(KeyCode.RIGHT);
            keys.press(KeyCode.RIGHT);
            keys.at("server-own");
            keys.tabTo("server-address");
            keys.write(server.baseUrl());
            assertEquals(server.baseUrl(), find("#server-address", TextInputControl.class).getText());
            keys.tabTo("key-secret");
            keys.write("cal_wrong");
            keys.press(KeyCode.ENTER);
            Shots.until(() -> shows("#connect-problem"));
            assertTrue(label("#connect-problem .label").contains("refuses the API key"),
                    label("#connect-problem .label"));
            keys.at("key-secret");
            assertEquals("cal_wrong", find("#key-secret", TextInputControl.class).getText());
            picture("wrong-key");
            keys.write("cal_right");
            keys.press(KeyCode.ENTER);
            keys.at("connect-offers");
            picture("connect-found");
            keys.press(KeyCode.ENTER);
            Shots.until(() -> label("#bar-connection").startsWith("127.0.0.1"));
            keys.at("services-table");
        }
    }
}
