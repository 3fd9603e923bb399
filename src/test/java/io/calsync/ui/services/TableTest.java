package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.SyncStatus;
import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/// Sorting, search and chips of the table, and that its columns have room.
class TableTest extends ServicesTest {
    @Test
    void everyColumnSortsBothWaysByWhatItMeans() {
        untilLoaded();
        for (Column column : Column.values()) {
            var expected = meaning(column);
            sort(column, TableColumn.SortType.ASCENDING);
            until(() -> ordered(rows(), expected));
            sort(column, TableColumn.SortType.DESCENDING);
            until(() -> ordered(rows(), expected.reversed()));
        }
    }

    @Test
    void aSecondColumnOrdersWhatTheFirstLeavesEqual() {
        untilLoaded();
        robot.interact(() -> table().getSortOrder()
                .setAll(List.of(column(Column.CATEGORY), column(Column.DURATION))));
        until(() -> ordered(rows(), meaning(Column.CATEGORY).thenComparing(meaning(Column.DURATION))));
    }

    @Test
    void searchAndChipsNarrowTogetherAndTheChipsCountTheRest() {
        untilLoaded();
        type("#search-field", "färben");
        Set<Long> found = ui.services().all().stream().filter(view -> view.values().text(Field.CATEGORY)
                .equals("Färben") || view.name().toLowerCase(Locale.ROOT).contains("färben"))
                .map(view -> view.id()).collect(Collectors.toSet());
        until(() -> ids().containsAll(found) && ids().size() < ui.services().all().size());
        var all = ids();
        long conflicts = rows().stream().filter(row -> row.status() == SyncStatus.CONFLICT).count();
        assertTrue(conflicts > 0 && conflicts < all.size());
        robot.interact(() -> find("#chip-conflict", ToggleButton.class).fire());
        until(() -> rows().size() == conflicts);
        assertTrue(all.containsAll(ids()));
        until(() -> text("#chip-all").endsWith(" " + all.size()));
        type("#search-field", "");
        until(() -> rows().size() == ui.services().conflicts().get());
        robot.interact(() -> find("#chip-all", ToggleButton.class).fire());
        until(() -> rows().size() == ui.services().all().size());
    }

    @Test
    void aChipPressedAgainStaysOn() {
        untilLoaded();
        robot.interact(() -> find("#chip-error", ToggleButton.class).fire());
        robot.interact(() -> find("#chip-error", ToggleButton.class).fire());
        assertTrue(find("#chip-error", ToggleButton.class).isSelected());
        until(() -> rows().stream().allMatch(row -> row.status() == SyncStatus.ERROR));
    }

    @Test
    void theSortingStaysWhenTheSearchChanges() {
        untilLoaded();
        sort(Column.PRICE, TableColumn.SortType.DESCENDING);
        type("#search-field", "schnitt");
        until(() -> rows().size() < ui.services().all().size() && !rows().isEmpty()
                && ordered(rows(), meaning(Column.PRICE).reversed()));
    }

    private void sort(Column column, TableColumn.SortType way) {
        robot.interact(() -> {
            column(column).setSortType(way);
            table().getSortOrder().setAll(List.of(column(column)));
        });
    }

    private TableColumn<ServiceRow, ?> column(Column column) {
        return table().getColumns().get(column.ordinal());
    }

    private Set<Long> ids() {
        return rows().stream().map(RowData::id).collect(Collectors.toSet());
    }

    private static boolean ordered(List<RowData> rows, Comparator<RowData> order) {
        for (int i = 1; i < rows.size(); i++) if (order.compare(rows.get(i - 1), rows.get(i)) > 0) return false;
        return rows.size() > 1;
    }

    /// What a person expects of a column, told from the service itself.
    private static Comparator<RowData> meaning(Column column) {
        var collator = Collator.getInstance(Locale.ENGLISH);
        return switch (column) {
            case SYNC -> Comparator.comparing(row -> row.view().status());
            case ACTIVE -> Comparator.comparing(row -> row.view().values().flag(Field.ACTIVE));
            case ONLINE -> Comparator.comparing(row -> row.view().values().flag(Field.ONLINE));
            case BOOKABLE -> Comparator.comparing(row -> row.view().outlook().bookable());
            case NAME -> Comparator.comparing(row -> row.view().name(), collator);
            case CATEGORY -> Comparator.comparing(row -> row.view().values().text(Field.CATEGORY), collator);
            case PLACE -> Comparator.comparing(row -> row.company() + " " + row.branch(), collator);
            case DURATION -> Comparator.comparing(row -> (Long) row.view().values().get(Field.DURATION));
            case PRICE -> Comparator.comparing(row -> ((Money) row.view().values().get(Field.PRICE)).amount());
            case BUFFER -> Comparator.comparing(row -> (Long) row.view().values().get(Field.BUFFER_AFTER));
            case EVENT_TYPE -> Comparator.comparingLong(row -> row.view().row().link().eventTypeId());
            case LAST_SYNC -> Comparator.comparing(
                    row -> Objects.requireNonNullElse(row.view().row().times().lastSync(), Instant.MIN));
        };
    }
}
