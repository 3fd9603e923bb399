package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.ui.Shots;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.shell.MainWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Views from the menu: chosen, saved, renamed, passed on, and there again at the next start.
class ViewsTest extends ServicesTest {
    @TempDir private Path folder;

    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context, screens(ui -> new ServicesScreen(ui, ViewsFile.of(folder))));
    }

    @Test
    void theViewsThatComeWithItShowWhatTheirNamesSayAndCannotBeTakenAway() {
        untilLoaded();
        assertEquals(List.of("All services", "Needs review", "Errors", "Not bookable"), views());
        choose("Needs review");
        until(() -> rows().size() == ui.services().conflicts().get());
        choose("Errors");
        until(() -> rows().stream().allMatch(row -> row.status() == SyncStatus.ERROR));
        choose("Not bookable");
        until(() -> rows().size() > 1 && rows().stream().noneMatch(RowData::bookable));
        for (String item : List.of("save-view-item", "rename-view-item", "delete-view-item"))
            assertTrue(item(item).isDisable(), item);
        choose("All services");
        until(() -> rows().size() == ui.services().all().size());
    }

    @Test
    void aChangedViewSaysSoAndIsSavedUnderANameWithColumnsAndOrder() {
        untilLoaded();
        assertEquals("All services", text("#view-menu"));
        save("Färben, teuer zuerst", this::arrange);
        var colouring = rows().stream().map(RowData::id).toList();
        choose("All services");
        until(() -> rows().size() == ui.services().all().size());
        assertTrue(column(Column.BUFFER).isVisible());
        assertEquals(Column.SYNC, TableLayout.column(table().getColumns().getFirst()));
        choose("Färben, teuer zuerst");
        until(() -> rows().stream().map(RowData::id).toList().equals(colouring));
        assertFalse(column(Column.BUFFER).isVisible());
        assertEquals(Column.PRICE, TableLayout.column(table().getColumns().getFirst()));
        assertEquals(133, column(Column.CATEGORY).getWidth());

        robot.interact(() -> find("#chip-synced", ToggleButton.class).fire());
        untilChanged("Färben, teuer zuerst");
        fire("reset-view-item");
        until(() -> !shows("#view-changed") && rows().stream().map(RowData::id).toList().equals(colouring));
        robot.interact(() -> find("#chip-synced", ToggleButton.class).fire());
        fire("save-view-item");
        until(() -> !shows("#view-changed"));
        assertTrue(rows().stream().allMatch(row -> row.status() == SyncStatus.SYNCED));
    }

    @Test
    void theLastViewIsShownAgainWithItsColumnsAsTheyWereLeft() throws IOException {
        untilLoaded();
        save("Short ones", () -> type("#search-field", "schnitt"));
        robot.interact(() -> column(Column.PLACE).setVisible(false));
        until(() -> shows("#view-changed"));
        type("#search-field", "");
        untilKept("\"chosen\" : \"Short ones\"");
        robot.interact(() -> open(stage, ui));
        until(() -> !rows().isEmpty() && rows().size() < ui.services().all().size());
        assertEquals("schnitt", find("#search-field", TextField.class).getText());
        untilChanged("Short ones");
        assertFalse(column(Column.PLACE).isVisible());
    }

    @Test
    void closedGroupsBelongToAViewAndAreClosedAtTheNextStart() throws IOException {
        untilLoaded();
        robot.interact(() -> ((Menu) item("group-by")).getItems().get(Grouping.CATEGORY.ordinal()).fire());
        until(() -> table().getItems().getFirst() instanceof GroupRow);
        var head = ((GroupRow) table().getItems().getFirst()).head();
        save("First closed", () -> robot.clickOn(table().lookup(".group-head")));
        until(() -> isClosed(head.value()));
        choose("All services");
        untilLoaded();
        choose("First closed");
        until(() -> isClosed(head.value()));
        untilKept("\"chosen\" : \"First closed\"");
        robot.interact(() -> open(stage, ui));
        until(() -> !table().getItems().isEmpty() && isClosed(head.value()));
        assertFalse(shows("#view-changed"));
        long inside =
                ui.services().all().stream().filter(view -> view.values().text(Field.CATEGORY).equals(head.value()))
                        .findFirst().orElseThrow().id();
        select(inside);
        until(() -> table().getSelectionModel().getSelectedItem() instanceof ServiceRow row
                && row.get().id() == inside);
        until(() -> shows("#view-changed"));
    }

    private boolean isClosed(String group) {
        return table().getItems().stream().anyMatch(line -> line instanceof GroupRow row && row.head().closed()
                && row.head().value().equals(group));
    }

    @Test
    void namesAreOnceEachAndAViewIsRenamedAndDeleted() {
        untilLoaded();
        save("One", () -> type("#search-field", "schnitt"));
        fire("save-view-as-item");
        until(() -> shows("#view-name"));
        for (String taken : List.of("errors", "ONE", "  ", "x".repeat(61))) {
            type("#view-name", taken);
            assertTrue(find("#save-view-as", Node.class).isDisabled(), taken);
        }
        robot.clickOn("#cancel");
        fire("rename-view-item");
        until(() -> shows("#view-name"));
        type("#view-name", "Cuts");
        robot.clickOn("#rename-view");
        until(() -> text("#view-menu").equals("Cuts"));
        assertEquals(5, views().size());
        fire("delete-view-item");
        until(() -> shows("#delete-view"));
        robot.clickOn("#delete-view");
        until(() -> text("#view-menu").equals("All services") && rows().size() == ui.services().all().size());
        assertEquals(4, views().size());
    }

    @Test
    void aViewGoesToAFileAndComesBackBesideTheOneOfItsName() throws IOException {
        untilLoaded();
        save("Colour: 1", () -> ui.navigation().show(Filter.of(Facet.CATEGORY, "Färben")));
        var file = folder.resolve("shared.json");
        files.choose(file);
        fire("export-view-item");
        until(() -> text("#bar-done").equals("View “Colour: 1” saved to shared.json"));
        assertEquals(List.of("Colour_ 1.json"), files.proposed);
        files.choose(file);
        fire("import-views-item");
        until(() -> text("#view-menu").equals("Colour: 1 (2)"));
        assertTrue(rows().stream().allMatch(row -> row.view().values().text(Field.CATEGORY).equals("Färben")));

        files.choose(file);
        fire("export-views-item");
        until(() -> text("#bar-done").equals("Own views saved to shared.json: 2"));
        assertEquals("Views.json", files.proposed.getLast());
        files.choose(file);
        fire("import-views-item");
        until(() -> text("#bar-done").equals("2 views imported"));
        assertEquals(8, views().size());
        choose("Colour: 1 (2)");

        Files.writeString(file, Files.readString(file).replace("\"version\" : 2", "\"version\" : 3"));
        files.choose(file);
        fire("import-views-item");
        until(() -> textBelow("#problem-banner").contains("newer Calsync Console"));
        assertEquals("Colour: 1 (2)", text("#view-menu"));
    }

    @Test
    void pictures() {
        untilLoaded();
        save("Färben, teuer zuerst", this::arrange);
        robot.interact(() -> find("#chip-synced", ToggleButton.class).fire());
        until(() -> shows("#view-changed"));
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(() -> ui.appearance().theme().set(theme));
            Shots.shoot(stage.getScene(), "views-" + theme);
            robot.interact(() -> find("#view-menu", MenuButton.class).show());
            until(() -> Window.getWindows().size() > 1);
            Shots.shoot(Window.getWindows().getLast().getScene(), "views-menu-" + theme);
            robot.interact(() -> find("#view-menu", MenuButton.class).hide());
        }
        fire("save-view-as-item");
        until(() -> shows("#view-name"));
        type("#view-name", "Errors");
        Shots.shoot(Window.getWindows().getLast().getScene(), "views-name");
    }

    private void arrange() {
        find("#search-field", TextField.class).setText("färben");
        column(Column.BUFFER).setVisible(false);
        var columns = table().getColumns();
        var price = column(Column.PRICE);
        columns.remove(price);
        columns.addFirst(price);
        column(Column.CATEGORY).setPrefWidth(133);
        price.setSortType(TableColumn.SortType.DESCENDING);
        table().getSortOrder().setAll(List.of(price));
    }

    private void save(String name, Runnable change) {
        robot.interact(change);
        until(() -> shows("#view-changed"));
        fire("save-view-as-item");
        until(() -> shows("#view-name"));
        type("#view-name", name);
        robot.interact(() -> find("#save-view-as", Button.class).fire());
        until(() -> text("#view-menu").equals(name));
    }

    private void untilChanged(String name) {
        until(() -> shows("#view-changed"));
        assertEquals(name, text("#view-menu"));
    }

    private List<String> views() {
        return items().stream().filter(item -> item.getId() != null && item.getId().startsWith("view-item-"))
                .map(MenuItem::getText).toList();
    }

    private void choose(String name) {
        fire("view-item-" + name);
    }

    private void fire(String id) {
        robot.interact(() -> item(id).fire());
    }

    private MenuItem item(String id) {
        return items().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    private List<MenuItem> items() {
        var menu = find("#view-menu", MenuButton.class);
        robot.interact(() -> {
            menu.show();
            menu.hide();
        });
        return menu.getItems();
    }

    private TableColumn<ServiceRow, ?> column(Column column) {
        return table().getColumns().stream().filter(made -> TableLayout.column(made) == column).findFirst()
                .orElseThrow();
    }

    private void untilKept(String text) throws IOException {
        until(() -> {
            try {
                return Files.exists(folder.resolve("views.json"))
                        && Files.readString(folder.resolve("views.json")).contains(text);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
