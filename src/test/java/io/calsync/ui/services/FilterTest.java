package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class FilterTest extends ServicesTest {
    @Test
    void everyValueOfEveryFacetShowsAsManyAsItSays() {
        untilLoaded();
        var now = workspace.salon.instant();
        for (Facet facet : Facet.values()) {
            var counts = rowsOf(_ -> true).stream().collect(
                    Collectors.groupingBy(row -> Facets.value(facet, row, now), Collectors.counting()));
            counts.forEach((value, count) -> {
                robot.interact(() -> ui.navigation().show(Filter.of(facet, value)));
                until(() -> rows().size() == count
                        && rowsOf(row -> Facets.value(facet, row, now).equals(value)).size() == count);
            });
            robot.interact(() -> ui.navigation().show(Filter.NONE));
            until(() -> rows().size() == ui.services().all().size());
        }
    }

    private List<RowData> rowsOf(Predicate<RowData> wanted) {
        return rows().stream().filter(wanted).toList();
    }

    @Test
    void theMenuAddsACriterionByKeysAndSaysItInWords() {
        untilLoaded();
        robot.interact(() -> find("#add-filter", MenuButton.class).requestFocus());
        robot.push(KeyCode.SPACE);
        for (int i = 0; i <= Facet.CATEGORY.ordinal(); i++) robot.push(KeyCode.DOWN);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SPACE);
        until(() -> shows("#facet-category") && rows().size() < ui.services().all().size());
        Set<String> categories = rows().stream().map(RowData::category).collect(Collectors.toSet());
        assertEquals(1, categories.size());
        assertEquals("Category: " + categories.iterator().next(), text("#facet-category"));
    }

    @Test
    void twoValuesOfAFacetAreOneOrTheOtherAndTheChipTakesThemBack() {
        untilLoaded();
        robot.interact(() -> ui.navigation().show(Filter.of(Facet.CATEGORY, "Färben").toggled(Facet.CATEGORY, "Pflege")
                .toggled(Facet.STATUS, SyncStatus.SYNCED.name())));
        until(() -> !rows().isEmpty() && rows().size() < ui.services().all().size());
        assertTrue(rows().stream().allMatch(row -> List.of("Färben", "Pflege").contains(row.category())
                && row.status() == SyncStatus.SYNCED));
        assertEquals("Category: Färben, Pflege", text("#facet-category"));
        until(() -> text("#chip-synced").endsWith("  " + rows().size()));
        int synced = rows().size();
        robot.interact(() -> any(find("#facet-category", MenuButton.class)).fire());
        until(() -> rows().size() > synced && !shows("#facet-category"));
        robot.clickOn("#chip-all");
        until(() -> rows().size() == ui.services().all().size());
    }

    @Test
    void aRangeIsAskedForWithItsNumbersInTheLocalesForm() {
        untilLoaded();
        robot.interact(() -> item("menu-price").fire());
        until(() -> find("#range-from", TextField.class).isFocused());
        type("#range-from", "abc");
        until(() -> find("#apply-filter", Node.class).isDisabled());
        assertEquals("Please enter a number, or nothing for no limit.", text("#range-problem"));
        type("#range-from", "20.50");
        type("#range-to", "45");
        robot.clickOn("#apply-filter");
        until(() -> shows("#measure-price"));
        assertEquals("Price: 20.5 to 45", text("#measure-price"));
        until(() -> rows().stream().allMatch(row -> row.price() >= 2050 && row.price() <= 4500) && rows().size() > 3);
        assertFalse(rows().stream().noneMatch(row -> row.price() == 4500), "both ends count");
        robot.clickOn("#clear-filters");
        until(() -> rows().size() == ui.services().all().size());
    }

    @Test
    void aFieldWithARuleOfItsOwnCanBeFound() throws Exception {
        untilLoaded();
        var service = first(SyncStatus.SYNCED);
        workspace.sync.policies().own(service.id(), Field.NAME,
                new OwnPolicy(Policy.LEAVE_ALONE, "on purpose"));
        robot.interact(() -> ui.navigation().show(Filter.of(Facet.OWN_POLICY, Facet.YES)));
        until(() -> rows().stream().map(RowData::id).toList().equals(List.of(service.id())));
    }

    private static MenuItem any(MenuButton chip) {
        chip.show();
        return chip.getItems().getLast();
    }

    private MenuItem item(String id) {
        return find("#add-filter", MenuButton.class).getItems().stream().filter(item -> id.equals(item.getId()))
                .findFirst().orElseThrow();
    }
}
