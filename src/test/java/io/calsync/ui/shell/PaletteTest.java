package io.calsync.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.ui.WindowTest;
import io.calsync.ui.history.HistoryView;
import io.calsync.ui.kit.Command;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.services.ServicesScreen;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest extends WindowTest {
    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context,
                Map.of(Screen.SERVICES, ServicesScreen::new, Screen.HISTORY, HistoryView::new));
    }

    @Test
    void aFewLettersOfAServiceGoToIt() {
        open();
        find("kertn", "Keratin-Behandlung");
        robot.push(KeyCode.ENTER);
        until(() -> shows("#details-name") && text("#details-name").equals("Keratin-Behandlung"));
    }

    @Test
    void anActionOfAnotherScreenGoesThereAndIsDone() {
        robot.interact(() -> ui.navigation().open(Screen.HISTORY));
        open();
        find("new serv", "New service");
        robot.push(KeyCode.ENTER);
        until(() -> shows("#new-place"));
        assertEquals(Screen.SERVICES, ui.navigation().place().get().screen());
    }

    @Test
    void aMenusItemIsDoneAndTheKeysOfAFieldAreIts() {
        open();
        find("search", "Search");
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup("#search-field").query().isFocused());
        open();
        find("export what", "Export what is shown …");
        assertFalse(list().getItems().getFirst().about().isEmpty());
    }

    @Test
    void whatCannotBeDoneNowSaysWhyAndIsNotDone() {
        var gate = new CountDownLatch(1);
        workspace.calcom.holdWrites(gate);
        robot.push(KeyCode.F5);
        until(() -> ui.runs().running());
        open();
        find("sync now", "Sync now");
        assertFalse(list().getItems().getFirst().usable());
        assertTrue(list().getItems().getFirst().about().contains("under way"), list().getItems().getFirst().about());
        assertTrue(robot.lookup("#run-command").query().isDisabled());
        gate.countDown();
    }

    @ParameterizedTest
    @CsvSource({"prem, Premium Cut, 5", "cut, Premium Cut, 4", "mium, Premium Cut, 3", "pmc, Premium Cut, 2",
            "fohn, Föhnen, 5", "cut prem, Premium Cut, 8", "zebra, Premium Cut, 0", "prem zebra, Premium Cut, 0"})
    void theBeginningOfAWordCountsMost(String typed, String text, int score) {
        assertEquals(score, Fuzzy.of(typed).score(text));
    }

    private void open() {
        until(() -> ui.services().loaded().get());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> shows("#palette-list") && !list().getItems().isEmpty());
    }

    private void find(String typed, String first) {
        robot.interact(() -> robot.lookup("#palette-field").queryTextInputControl().setText(typed));
        until(() -> names().stream().findFirst().filter(first::equals).isPresent());
    }

    private List<String> names() {
        return list().getItems().stream().map(Command::name).toList();
    }

    @SuppressWarnings("unchecked")
    private ListView<Command> list() {
        return find("#palette-list", ListView.class);
    }
}
