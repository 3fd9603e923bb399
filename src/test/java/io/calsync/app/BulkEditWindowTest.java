package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.sync.Editing;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.ServiceView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The prices of twenty-five services rise by five percent, rounded to half a euro, as office staff do it by keys alone;
/// one of them is taken back.
class BulkEditWindowTest extends SandboxWindow {
    @Override
    int services() {
        return 50;
    }

    @Test
    void twentyFivePricesRiseByFivePercentAndOneIsTakenBack() throws Exception {
        var before = priced();
        window(Operator.Role.STAFF);
        keys.press(KeyCode.CONTROL, KeyCode.F);
        keys.write("bitte");
        until(() -> table().getItems().size() == 25);
        keys.press(KeyCode.DOWN);
        keys.press(KeyCode.CONTROL, KeyCode.A);
        until(() -> text("#marked-bar .label").equals(texts.say("marked.count", 25)));
        picture("bulk-marked");
        keys.press(KeyCode.CONTROL, KeyCode.E);
        keys.at("bulk-field");
        picture("bulk-empty");
        keys.tabTo("bulk-operation");
        keys.press(KeyCode.DOWN, 2);
        assertEquals(texts.say("bulk-edit.operation.percent"), chosen("#bulk-operation"));
        keys.tabTo("bulk-number");
        keys.write("5");
        keys.tabTo("bulk-step");
        keys.write(String.format(language, "%.2f", 0.5));
        until(() -> text("#change-many").equals(texts.count("bulk-edit.apply", 25)));
        picture("bulk-preview");
        assertEquals(before, prices(), "a preview writes nothing");
        keys.press(KeyCode.ENTER);
        until(() -> !shows("#bulk-edit"));
        String price = texts.label(Field.PRICE);
        assertEquals(texts.say("bulk-edit.done", price, 25), text("#bar-done"));

        picture("bulk-done");
        var steps = robot.lookup("#steps").queryAs(MenuButton.class);
        robot.interact(steps::show);
        until(() -> steps.getItems().getFirst().getText()
                .startsWith(texts.say("action.undo-step") + ": " + texts.say("steps.many", price, 25)));
        picture("undo-menu");
        robot.interact(steps::hide);
        var raised = prices();
        var expected = new TreeMap<>(before);
        described().forEach(name -> expected.computeIfPresent(name, (_, was) -> risen(was)));
        assertEquals(expected, raised);

        keys.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        keys.at("history-table");
        keys.press(KeyCode.DOWN);
        until(() -> shows("#entry-details #undo-all"));
        picture("bulk-history");
        String back = text("#entry-details .strong");
        keys.tabTo("undo");
        keys.press(KeyCode.SPACE);
        until(() -> shows(".dialog-pane #undo"));
        keys.press(KeyCode.ENTER);
        expected.put(back, before.get(back));
        until(() -> expected.equals(now()));
        assertTrue(workspace.service().history().verify().whole());
    }

    /// Every service costs something.
    private Map<String, Money> priced() throws ProblemException {
        var edits = views().stream()
                .map(view -> new Editing.Edit(view.id(), view.values(), Patch.of(Field.PRICE, first(view)))).toList();
        assertEquals(Map.of(), workspace.service().editing().saveMany(edits, Progress.NONE).refused());
        return prices();
    }

    private static Money first(ServiceView view) {
        return Money.of(new BigDecimal("19.90").add(BigDecimal.valueOf(view.id() * 3)), "EUR");
    }

    private static Money risen(Money price) {
        long fives = Math.round(price.minor() * 1.05 / 50);
        return new Money(fives * 50, "EUR");
    }

    private List<String> described() throws ProblemException {
        return views().stream().filter(view -> view.values().text(Field.DESCRIPTION).contains("bitte"))
                .map(ServiceView::name).toList();
    }

    private Map<String, Money> prices() throws ProblemException {
        return views().stream().collect(Collectors.toMap(ServiceView::name,
                view -> (Money) view.values().get(Field.PRICE), (one, _) -> one, TreeMap::new));
    }

    private Map<String, Money> now() {
        try {
            return prices();
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private String chosen(String box) {
        return String.valueOf(robot.lookup(box).queryAs(ComboBox.class).getValue());
    }
}
