package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.ui.Shots;
import io.calsync.ui.kit.Theme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// Services in groups: heads with counts, closed and opened by keys, never marked; and the dialog that arranges the table.
class GroupingTest extends ServicesTest {
    @Test
    void everyGroupHasAHeadWithItsCountAndItsServicesInOrderBelow() {
        for (Grouping grouping : List.of(Grouping.CATEGORY, Grouping.COMPANY)) {
            group(grouping);
            var values = new HashSet<String>();
            int services = 0;
            for (int i = 0; i < lines().size(); i++) {
                if (!(lines().get(i) instanceof GroupRow row)) continue;
                assertTrue(values.add(row.head().value()), "a group twice");
                var below = lines().subList(i + 1, i + 1 + row.head().services()).stream().map(ServiceRow::get)
                        .toList();
                assertTrue(below.stream().allMatch(data -> grouping.value(data).equals(row.head().value())));
                assertEquals(below.stream().sorted(Column.NAME.order()).map(RowData::id).toList(),
                        below.stream().map(RowData::id).toList());
                services += below.size();
            }
            assertEquals(ui.services().all().size(), services);
        }
    }

    @Test
    void selectingAllMarksServicesOnly() {
        group(Grouping.CATEGORY);
        robot.interact(table()::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        int all = ui.services().all().size();
        until(() -> marked().size() == all);
        assertTrue(marked().stream().noneMatch(GroupRow.class::isInstance));
        assertTrue(textBelow("#marked-bar").startsWith(all + " "), textBelow("#marked-bar"));
    }

    @Test
    void selectingAllMarksTheServicesOfClosedGroupsTooAndSaysSo() {
        group(Grouping.CATEGORY);
        var closed = ((GroupRow) lines().getFirst()).head();
        robot.interact(() -> table().getSelectionModel().clearAndSelect(1));
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);
        int all = ui.services().all().size();
        until(() -> rows().size() - heads() == all - closed.services());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        until(() -> Set.copyOf(marked()).size() == all);
        String said = all + " services marked, " + closed.services() + " of them in closed groups";
        assertTrue(textBelow("#marked-bar").startsWith(said), textBelow("#marked-bar"));
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(() -> ui.appearance().theme().set(theme));
            Shots.shoot(stage.getScene(), "marked-closed-" + theme);
        }
        robot.clickOn(robot.from(robot.lookup(".group-head").queryAll()).lookup(closed.value()).queryLabeled());
        until(() -> rows().size() - heads() == all);
        robot.interact(() -> table().getSelectionModel().clearAndSelect(2));
        assertEquals(1, marked().size());
    }

    @Test
    void leftAndRightCloseAndOpenAGroupAndTheFocusStaysAtItsHead() {
        group(Grouping.CATEGORY);
        robot.interact(() -> table().getSelectionModel().clearAndSelect(2));
        robot.push(KeyCode.LEFT);
        until(() -> focused() instanceof GroupRow);
        assertTrue(marked().isEmpty());
        int open = lines().size();
        var head = ((GroupRow) focused()).head();
        robot.push(KeyCode.LEFT);
        until(() -> lines().size() == open - head.services());
        assertEquals(head.value(), ((GroupRow) focused()).head().value());
        assertEquals(ui.services().all().size(), rows().size() + head.services() - heads(), "others stay");
        robot.push(KeyCode.RIGHT);
        until(() -> lines().size() == open);
        robot.push(KeyCode.RIGHT);
        until(() -> marked().size() == 1);
        robot.push(KeyCode.UP);
        until(() -> focused() instanceof GroupRow);
        robot.push(KeyCode.SPACE);
        until(() -> lines().size() == open - head.services());
        robot.clickOn(robot.from(robot.lookup(".group-head").queryAll()).lookup(head.value()).queryLabeled());
        until(() -> lines().size() == open);
    }

    @Test
    void markedServicesStayMarkedWhenTheLinesChange() {
        untilLoaded();
        robot.interact(() -> {
            table().getSelectionModel().clearAndSelect(4);
            table().getSelectionModel().selectRange(7, 10);
        });
        var before = Set.copyOf(marked());
        assertEquals(4, before.size());
        group(Grouping.COMPANY);
        assertEquals(before, Set.copyOf(marked()));
        robot.interact(table()::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.END);
        until(() -> marked().contains(lines().getLast()));
    }

    @Test
    void theTableIsArrangedByKeysAlone() {
        untilLoaded();
        robot.interact(() -> item("arrange-item").fire());
        until(() -> shows("#column-list") && find("#show-sync", CheckBox.class).isFocused());
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertTrue(find("#show-sync", CheckBox.class).isFocused());
        robot.push(KeyCode.SPACE);
        robot.interact(() -> pick("#arrange-grouping", Grouping.COMPANY.ordinal()));
        robot.interact(() -> pick("#arrange-sort-0", 1 + Column.PRICE.ordinal()));
        robot.interact(() -> find("#arrange-descending-0", CheckBox.class).setSelected(true));
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(() -> ui.appearance().theme().set(theme));
            Shots.shoot(Window.getWindows().getLast().getScene(), "arrange-" + theme);
        }
        robot.push(KeyCode.ENTER);
        until(() -> lines().getFirst() instanceof GroupRow);
        var shown = table().getVisibleLeafColumns().stream().map(TableLayout::column).toList();
        assertEquals(Column.ACTIVE, shown.getFirst());
        assertFalse(shown.contains(Column.SYNC));
        assertTrue(lines().get(1).get().price() >= lines().get(2).get().price());
    }

    @Test
    void pictures() {
        group(Grouping.CATEGORY);
        robot.interact(() -> table().getSelectionModel().clearAndSelect(0));
        robot.push(KeyCode.LEFT);
        until(() -> lines().stream().anyMatch(line -> line instanceof GroupRow row && row.head().closed()));
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(() -> ui.appearance().theme().set(theme));
            Shots.shoot(stage.getScene(), "grouped-" + theme);
        }
    }

    private void group(Grouping grouping) {
        until(() -> ui.services().loaded().get() && !lines().isEmpty());
        robot.interact(() -> ((Menu) item("group-by")).getItems().get(grouping.ordinal()).fire());
        until(() -> lines().getFirst() instanceof GroupRow row && row.head().by() == grouping);
    }

    private MenuItem item(String id) {
        var menu = find("#view-menu", MenuButton.class);
        menu.show();
        menu.hide();
        return menu.getItems().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    private void pick(String query, int place) {
        find(query, ComboBox.class).getSelectionModel().select(place);
    }

    private long heads() {
        return lines().stream().filter(GroupRow.class::isInstance).count();
    }

    private ServiceRow focused() {
        return table().getFocusModel().getFocusedItem();
    }

    private ObservableList<ServiceRow> lines() {
        return table().getItems();
    }

    private List<ServiceRow> marked() {
        return List.copyOf(table().getSelectionModel().getSelectedItems());
    }
}
