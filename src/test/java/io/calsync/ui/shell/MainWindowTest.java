package io.calsync.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.SyncStatus;
import io.calsync.sync.Problem;
import io.calsync.ui.WindowTest;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.services.ServicesScreen;
import java.net.URI;
import java.time.Duration;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class MainWindowTest extends WindowTest {
    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context, screens(ServicesScreen::new));
    }

    @Test
    void theSampleSaysSoAndLeadsToTheOwnAccount() {
        assertTrue(textBelow("#sample-banner").contains("This is a sample salon. Try anything."));
        robot.clickOn("#sample-banner #connect");
        assertEquals(Screen.SETTINGS, ui.navigation().place().get().screen());
    }

    @Test
    void aGuardSaysWhatItSawWhatItWouldHaveDoneAndLetsAManagerContinue() {
        until(() -> ui.services().loaded().get());
        for (var view : ui.services().all()) workspace.calcom.delete(view.row().link().eventTypeId());
        robot.push(KeyCode.F5);
        until(() -> shows("#guard-banner"));
        String said = textBelow("#guard-banner");
        assertTrue(said.contains("are missing from Cal.com’s list.") || said.contains("listed no event type at all"),
                said);
        assertTrue(said.contains("It would have marked"), said);
        assertTrue(said.contains("let just this run continue"), said);
        robot.clickOn("#let-pass");
        until(() -> shows("#continue"));
        robot.clickOn("#continue");
        until(() -> !shows("#guard-banner"));
    }

    @Test
    void withoutCalcomTheWindowSaysHowOldWhatItShowsIs() {
        until(() -> ui.services().loaded().get());
        robot.push(KeyCode.F5);
        until(() -> text("#bar-checked").startsWith("checked"));
        workspace.calcom.fail(new Problem.Unreachable(URI.create("https://api.cal.com/v2"), "timed out"));
        workspace.salon.advance(Duration.ofMinutes(5));
        robot.interact(ui.now()::renew);
        robot.push(KeyCode.F5);
        until(() -> shows("#unreachable-banner"));
        String said = textBelow("#unreachable-banner");
        assertTrue(said.contains("api.cal.com does not answer (timed out)"), said);
        assertTrue(said.startsWith("Cal.com cannot be reached since 10:19"), said);
        assertTrue(said.contains("is from 10:14"), said);
        workspace.calcom.fail(null);
        robot.push(KeyCode.F5);
        until(() -> !shows("#unreachable-banner") && !shows("#problem-banner"));
    }

    @Test
    void theStatusBarTellsDirectionConnectionQueueAndBudget() {
        until(() -> text("#bar-waiting").contains("waiting"));
        assertEquals("Platform → Cal.com", text("#bar-direction"));
        assertEquals("api.cal.com, lindenhof", text("#bar-connection"));
        assertEquals("not checked yet", text("#bar-checked"));
        long pending = ui.services().all().stream().filter(view -> view.status() == SyncStatus.PENDING).count();
        assertTrue(text("#bar-waiting").startsWith(pending + " waiting, about"), text("#bar-waiting"));
        assertTrue(text("#bar-budget").endsWith("of 60 requests this minute"), text("#bar-budget"));
    }

    @Test
    void theHelpListsEveryKeyEveryStatusAndTheWords() {
        robot.push(KeyCode.F1);
        until(() -> shows("#shortcuts"));
        String keys = textBelow("#shortcuts");
        for (Action action : Action.values())
            if (action.keys() != null) assertTrue(keys.contains(ui.words().show(action.keys())), action.name());
        robot.interact(() -> find("#help-tabs", TabPane.class).getSelectionModel().select(2));
        until(() -> shows("#glossary"));
        assertTrue(textBelow("#glossary").contains("source of truth"));
        robot.interact(() -> find("#help-tabs", TabPane.class).getSelectionModel().select(1));
        until(() -> shows("#legend"));
        String legend = textBelow("#legend");
        for (SyncStatus status : SyncStatus.values()) {
            assertTrue(legend.contains(ui.words().say(StatusLook.of(status).meaning())), status.name());
        }
        assertTrue(legend.contains("telephone"), "what offline means for a customer");
    }

    @Test
    void onlyScreensThatThereAreStandInTheNavigation() {
        assertTrue(shows("#go-services"));
        assertFalse(shows("#go-review"));
        assertFalse(shows("#go-history"));
    }
}
