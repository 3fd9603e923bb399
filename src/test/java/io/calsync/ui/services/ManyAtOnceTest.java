package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.ui.Access;
import io.calsync.ui.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// One field of many services at once, in the window.
class ManyAtOnceTest extends ServicesTest {
    @Override
    protected Workspace workspace() {
        return Workspace.of(30);
    }

    @Test
    void thePreviewSaysWhatBecomesOfEachAndWhatIsRefusedBeforeAnythingIsSaved() {
        open(12);
        choose("#bulk-field", "Duration");
        choose("#bulk-operation", "Add or subtract");
        type("#bulk-number", "-20");
        until(() -> lines().size() == 12);
        assertEquals("9 services change; none is like that already; 3 are refused.", text("#bulk-counts"));
        var rows = lines();
        assertTrue(rows.getFirst().contains("Between 1 and 1440 minutes"), rows.getFirst());
        assertTrue(rows.getFirst().contains("stays"), rows.getFirst());
        assertTrue(rows.getLast().contains("25 min | 5 min"), rows.getLast());
        assertEquals("Change 9 services", text("#change-many"));
        assertEquals(20L, minutes(1));
        choose("#bulk-operation", "Set to");
        type(".dialog-pane #field-duration_minutes", "25");
        until(() -> text("#bulk-counts").equals("10 services change; 2 are like that already; none is refused."));
    }

    @Test
    void whatIsNoNumberIsSaidAndNothingCanBeApplied() {
        open(2);
        choose("#bulk-operation", "Add or subtract percent");
        type("#bulk-number", "five");
        until(() -> textBelow("#bulk-outcome").equals("“five” is no number."));
        type("#bulk-number", "+5 %");
        type("#bulk-step", "0");
        until(() -> textBelow("#bulk-outcome").startsWith("“0” is nothing to round to."));
        assertTrue(find("#change-many", Button.class).isDisabled());
        type("#bulk-step", "0,50");
        until(() -> text("#change-many").equals("Change 2 services"));
        assertEquals(List.of(), look(() -> Access.unnamed(robot.lookup("#bulk-edit").query())));
        assertEquals(List.of(), look(() -> Access.small(robot.lookup("#bulk-edit").query())));
        assertEquals(List.of(), look(() -> Access.faint(robot.lookup("#bulk-edit").query(), Color.WHITE)));
    }

    @Test
    void whatSomeoneElseChangedMeanwhileIsLeftAndNamedAndTheRestIsOneStepBack() throws ProblemException {
        open(12);
        choose("#bulk-field", "Buffer after");
        type(".dialog-pane #field-buffer_time_minutes", "10");
        until(() -> text("#change-many").equals("Change 12 services"));
        var theirs = service(rows().getFirst().id());
        workspace.sync.editing().save(theirs.id(), theirs.values(), Patch.of(Field.BUFFER_AFTER, 15L));
        robot.interact(() -> find("#change-many", Button.class).fire());
        until(() -> text("#bulk-counts").startsWith("Buffer after of 11 services was changed."));
        assertEquals(1, lines().size());
        assertTrue(lines().getFirst().contains(theirs.name()), lines().getFirst());
        workspace.salon.advance(java.time.Duration.ofSeconds(1));
        robot.interact(() -> find("#bulk-edit #undo-all", Button.class).fire());
        until(() -> robot.lookup("#undo-all").queryAll().size() == 2);
        robot.push(KeyCode.ENTER);
        until(() -> !shows("#bulk-edit"));
        assertEquals(15L, service(theirs.id()).values().get(Field.BUFFER_AFTER));
        assertEquals(29, workspace.sync.catalogue().all().stream()
                .filter(view -> view.values().get(Field.BUFFER_AFTER).equals(5L)).count());
    }

    @Test
    void textIsReplacedAndAFlagIsSwitchedByKeysAlone() throws ProblemException {
        open(3);
        choose("#bulk-field", "Name");
        choose("#bulk-operation", "Find and replace");
        type("#bulk-find", "Service");
        type("#bulk-with", "Termin");
        until(() -> text("#change-many").equals("Change 3 services"));
        robot.interact(() -> find("#bulk-with", javafx.scene.Node.class).requestFocus());
        robot.push(KeyCode.ENTER);
        until(() -> !shows("#bulk-edit"));
        until(() -> rows().stream().filter(row -> row.view().name().startsWith("Termin")).count() == 3);
        assertEquals("Name of 3 services was changed.", ui.notices().done().get());
        open(3);
        choose("#bulk-field", "Active");
        until(() -> text("#change-many").equals("Change 3 services"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#bulk-edit"));
        assertTrue(workspace.sync.catalogue().all().stream().allMatch(ServiceView::active), "Escape changes nothing");
    }

    @Test
    void eachServiceIsCountedInItsOwnMoney() throws ProblemException {
        open(2);
        choose("#bulk-operation", "Add or subtract percent");
        type("#bulk-number", "5");
        type("#bulk-step", "0.5");
        until(() -> text("#change-many").equals("Change 2 services"));
        assertFalse(text("#bulk-outcome .label").contains("goes to Cal.com"), "a price cannot be written there");
        robot.interact(() -> find("#change-many", Button.class).fire());
        until(() -> !shows("#bulk-edit"));
        assertEquals(Money.parse("21.00 EUR"), service(1).values().get(Field.PRICE));
    }

    /// Opens the dialog for the first services by name.
    private void open(int services) {
        untilLoaded();
        robot.interact(() -> {
            table().getSelectionModel().clearSelection();
            IntStream.range(0, services).forEach(row -> table().getSelectionModel().select(row));
            table().requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> shows("#bulk-edit"));
    }

    private void choose(String box, String text) {
        robot.interact(() -> {
            ComboBox<Object> combo = robot.lookup(box).queryComboBox();
            combo.setValue(combo.getItems().stream().filter(item -> item.toString().equals(text)).findFirst()
                    .orElseThrow());
        });
    }

    /// Every line of the preview as its cells say it.
    private List<String> lines() {
        return look(() -> {
            TableView<Object> preview = robot.lookup("#bulk-preview").queryTableView();
            return preview.getItems().stream().map(line -> String.join(" | ", preview.getColumns().stream()
                    .map(column -> String.valueOf(column.getCellObservableValue(line).getValue())).toList())).toList();
        });
    }

    private static <T> T look(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, what);
    }

    private ServiceView service(long id) throws ProblemException {
        return workspace.sync.catalogue().get(id);
    }

    private long minutes(long id) {
        return (Long) ui.services().get(id).orElseThrow().values().get(Field.DURATION);
    }
}
