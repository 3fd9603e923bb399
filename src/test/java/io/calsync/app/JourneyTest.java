package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Keys;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal;
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
        assertEquals(texts.say(Message.of("limit.minutes", 1, 1440, 2000)), text("#message-duration_minutes"));
        keys.write("50");
        picture("details");
        keys.press(KeyCode.CONTROL, KeyCode.S);
        until(() -> base("Waschen & Styling", Field.DURATION).equals(50L));
        until(() -> text("#badge-sync").equals(texts.say("status.synced")));
        assertTrue(trail("Waschen & Styling").containsAll(List.of("EDIT", "PUSH")));
        keys.at("field-duration_minutes");

        keys.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        keys.at("history-table");
        until(() -> !find("#history-table", TableView.class).getItems().isEmpty());
        keys.press(KeyCode.DOWN);
        until(() -> shows("#entry-details .entry-kind"));
        picture("history");
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        keys.at("open-connection");
        until(() -> shows("#connection-facts .label"));
        picture("settings");
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> shows("#overview-screen"));
        picture("overview");
    }

    @Test
    void aConflictIsResolvedBothWaysByKeys() throws Exception {
        choose("Globale Blondierung");
        keys.press(KeyCode.ENTER);
        keys.at("choose-platform-requires_confirmation");
        keys.press(KeyCode.DIGIT1);
        keys.press(KeyCode.ENTER);
        until(() -> status("Globale Blondierung") == SyncStatus.SYNCED);
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
        until(() -> status("Keratin-Behandlung") == SyncStatus.SYNCED);
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
        assertTrue(tells(text("#apply"), "review.apply.many"), text("#apply"));
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
        until(() -> shows("#badge-sync") && text("#badge-sync").equals(texts.say("status.synced")));
        keys.at("services-table");
    }

    @Test
    void theReviewScreenDecidesAllForThePlatformAndGoesToTheNext() {
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> shows("#inbox"));
        for (int i = 0; i < SERVICES && !text("#heading-name").equals("Premium Cut"); i++) keys.press(KeyCode.J);
        keys.at("choose-platform-name");
        keys.press(KeyCode.DIGIT2);
        assertEquals(texts.count("review.apply", 1), text("#apply"));
        picture("review");
        keys.press(KeyCode.ESCAPE);
        keys.at("inbox");
        assertEquals("Premium Cut", text("#heading-name"));
        assertEquals(SyncStatus.CONFLICT, status("Premium Cut"));
        keys.press(KeyCode.SHIFT, KeyCode.DIGIT1);
        keys.press(KeyCode.ENTER);
        until(() -> status("Premium Cut") != SyncStatus.CONFLICT);
        until(() -> !text("#heading-name").equals("Premium Cut"));
        until(() -> status("Premium Cut") == SyncStatus.SYNCED);
    }

    @Test
    void tenConflictsAreClearedFromTheInbox() throws Exception {
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> shows("#inbox"));
        for (int cleared = 0; cleared < 10;) {
            String name = text("#heading-name");
            boolean question = view(name).row().link().state() == Link.State.PRESENT;
            keys.press(question ? new KeyCode[]{KeyCode.SHIFT, cleared % 2 == 0 ? KeyCode.DIGIT1 : KeyCode.DIGIT2}
                    : new KeyCode[]{KeyCode.J});
            if (question && !find("#apply", Button.class).isDisabled()) {
                keys.press(KeyCode.ENTER);
                cleared++;
            } else if (question) keys.press(KeyCode.J);
            until(() -> !text("#heading-name").equals(name));
        }
        var decisions =
                workspace.service().history().entries(new Journal.Query(0, Cause.Source.DECISION, null, 0, 50, ""));
        assertEquals(10, decisions.size(), decisions.toString());
        until(() -> text("#review-title").equals(texts.count("review.title", 6)));
        assertTrue(workspace.service().history().verify().whole());
    }

    @Test
    void aWrongKeyIsSaidAtItsFieldAndTheRightOneConnects() throws Exception {
        var known = Keys.only(Map.of("cal_right", Account.ANN));
        try (var server = SandboxServer.start(SandboxOptions.hosted().keys(known))) {
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
            until(() -> shows("#connect-problem"));
            assertTrue(tells(text("#connect-problem .label"), "problem.key-refused"), text("#connect-problem .label"));
            keys.at("key-secret");
            assertEquals("cal_wrong", find("#key-secret", TextInputControl.class).getText());
            picture("wrong-key");
            keys.write("cal_right");
            keys.press(KeyCode.ENTER);
            keys.at("connect-offers");
            picture("connect-found");
            keys.press(KeyCode.ENTER);
            until(() -> text("#bar-connection").startsWith("127.0.0.1"));
            keys.at("close");
            keys.press(KeyCode.ESCAPE);
            keys.at("services-table");
        }
    }
}
