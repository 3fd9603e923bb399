package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.ui.UiWatch;
import io.calsync.ui.Workspace;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testfx.util.WaitForAsyncUtils;

/// How long the UI thread is held up while a person works with very many services: the benchmark with `-Dmany=100000
/// -Dbound=50 -Dsearch=100`, a short form of it in every build.
class UiTasksTest extends ServicesTest {
    private static final Logger LOG = LoggerFactory.getLogger(UiTasksTest.class);
    private static final int MANY = Integer.getInteger("many", 20_000);
    /// Milliseconds of processor time for one handler or task, and until a search is shown. Generous without properties,
    /// because a machine that builds is a busy one.
    private static final int BOUND = Integer.getInteger("bound", 100);
    private static final int SEARCH_BOUND = Integer.getInteger("search", 1_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 2);
    private static final int CHANGED = 300;

    /// Of each step the least disturbed round, in milliseconds: the longest task, and until a search was shown.
    private final Map<String, Double> fastest = new TreeMap<>();
    @SuppressWarnings("NullAway.Init") private UiWatch watch;

    @Override
    protected Workspace workspace() {
        return Workspace.of(MANY);
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void noTaskHoldsTheWindowUp() throws Exception {
        watch = WaitForAsyncUtils.waitForAsyncFx(10_000, UiWatch::ofThisThread);
        until(() -> rows().size() == MANY);
        for (int round = 0; round < ROUNDS; round++) {
            search();
            sort();
            filterAndGroup();
            selectAll();
            sync();
        }
        LOG.info("{}", fastest);
        fastest.forEach((name, millis) -> assertTrue(millis <= (name.equals("search") ? SEARCH_BOUND : BOUND),
                name + ": " + millis + " ms"));
    }

    private void search() {
        var field = find("#search-field", TextInputControl.class);
        String typed = "";
        for (char digit : "98765".toCharArray()) {
            typed += digit;
            String text = typed;
            double took = lines("search " + text, () -> field.setText(text));
            assertTrue(rows().stream().allMatch(row -> row.search().contains(text)), text);
            fastest.merge("search", took, Math::min);
        }
        lines("search cleared", () -> field.setText(""));
        assertEquals(MANY, rows().size());
    }

    private void sort() {
        for (Column column : List.of(Column.PRICE, Column.CATEGORY, Column.NAME)) {
            var made = table().getColumns().get(column.ordinal());
            robot.interact(() -> made.setSortType(TableColumn.SortType.DESCENDING));
            lines("sort by " + column, () -> table().getSortOrder().setAll(List.of(made)));
            assertTrue(column.order().compare(rows().getFirst(), rows().getLast()) > 0);
        }
    }

    private void filterAndGroup() {
        lines("filter", () -> ui.navigation().show(Filter.of(Facet.CATEGORY, "Färben")));
        assertEquals(MANY / 5, rows().size());
        lines("filter cleared", () -> ui.navigation().show(Filter.NONE));
        lines("group", () -> group(Grouping.CATEGORY));
        assertEquals(MANY + 5, rows().size());
        lines("group cleared", () -> group(Grouping.NONE));
    }

    private void group(Grouping grouping) {
        var menu = find("#view-menu", MenuButton.class);
        menu.getOnShowing().handle(null);
        menu.getItems().stream().filter(item -> "group-by".equals(item.getId())).map(Menu.class::cast)
                .forEach(item -> item.getItems().get(grouping.ordinal()).fire());
    }

    private void selectAll() {
        robot.interact(table()::requestFocus);
        var model = table().getSelectionModel();
        var field = find("#search-field", TextInputControl.class);
        task("select all", model::selectAll);
        assertEquals(MANY, model.getSelectedItems().size());
        lines("search with all selected", () -> field.setText("9"));
        lines("search cleared with many selected", () -> field.setText(""));
        task("select all", model::selectAll);
        task("select one", () -> model.clearAndSelect(3));
        task("select all", model::selectAll);
        task("select none", model::clearSelection);
        assertTrue(model.getSelectedItems().isEmpty());
    }

    private void sync() throws Exception {
        for (long id = 1; id <= CHANGED; id++) {
            var view = workspace.sync.catalogue().get(id);
            long buffer = view.values().get(Field.BUFFER_AFTER).equals(5L) ? 10 : 5;
            workspace.sync.editing().save(id, view.values(), Patch.of(Field.BUFFER_AFTER, buffer));
        }
        var done = new CompletableFuture<Boolean>();
        robot.interact(() -> ui.runs().step().subscribe((before, now) -> {
            if (before != null && now == null) done.complete(true);
        }));
        begin();
        robot.push(KeyCode.F5);
        done.get(5, TimeUnit.MINUTES);
        until(() -> CHANGED == ui.services().all().stream().limit(CHANGED)
                .filter(view -> view.status() == SyncStatus.SYNCED).count());
        end("sync");
    }

    /// Waits until other lines are in the table, without asking the UI thread for anything meanwhile.
    ///
    /// @return milliseconds until they were there
    private double lines(String name, Runnable begin) {
        var there = new CompletableFuture<Long>();
        ListChangeListener<ServiceRow> listener = _ -> there.complete(System.nanoTime());
        robot.interact(() -> table().getItems().addListener(listener));
        begin();
        long from = System.nanoTime();
        ui.background().onUi(begin);
        double took = (there.orTimeout(2, TimeUnit.MINUTES).join() - from) / 1e6;
        end(String.format(Locale.ROOT, "%-34s there after %4.0f ms", name, took));
        robot.interact(() -> table().getItems().removeListener(listener));
        return took;
    }

    private void task(String name, Runnable task) {
        begin();
        var done = new CompletableFuture<Boolean>();
        var threads = ManagementFactory.getThreadMXBean();
        ui.background().onUi(() -> {
            long from = threads.getCurrentThreadCpuTime();
            task.run();
            fastest.merge(name + " by itself", (threads.getCurrentThreadCpuTime() - from) / 1e6, Math::min);
            done.complete(true);
        });
        done.orTimeout(2, TimeUnit.MINUTES).join();
        end(name);
    }

    private void begin() {
        WaitForAsyncUtils.waitForFxEvents();
        watch.begin();
    }

    private void end(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        var task = watch.task();
        LOG.info(String.format(Locale.ROOT, "%-56s longest task %4.0f ms (%3.0f of processor), pulse %4.0f (%3.0f) %s",
                name,
                task.millis(), task.processor(), watch.pulse().millis(), watch.pulse().processor(),
                task.processor() > 5 ? task.where() : ""));
        String key = name.replaceAll(" +there.*", "");
        fastest.merge(key, task.processor(), Math::min);
    }
}
