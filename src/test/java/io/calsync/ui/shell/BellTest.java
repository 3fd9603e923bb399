package io.calsync.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.SyncOptions;
import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import io.calsync.ui.kit.Happenings.Happening;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.review.ReviewView;
import io.calsync.ui.services.ServicesScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class BellTest extends WindowTest {
    private final List<Happening> told = new ArrayList<>();

    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context, Map.of(Screen.SERVICES, ServicesScreen::new, Screen.REVIEW, ReviewView::new));
        context.happenings().listen(told::addAll);
    }

    @Test
    void aNewConflictIsCountedToldAndLeadsToItsReview() throws Exception {
        until(() -> ui.services().loaded().get());
        assertEquals("News", text("#news"), "what was there before is no news");
        var view = ui.services().all().stream().filter(one -> one.status() == SyncStatus.SYNCED).findFirst()
                .orElseThrow();
        workspace.calcom.edit(view.row().link().eventTypeId(), Field.NAME, "Theirs");
        robot.push(KeyCode.F5);
        until(() -> told.stream().anyMatch(one -> one.serviceId() == view.id()));
        until(() -> text("#news").equals("News: " + told.size()));
        robot.clickOn("#news");
        until(() -> shows("#news-" + view.id()));
        Shots.shoot(stage.getScene(), "bell-window-light");
        Shots.shoot(Window.getWindows().getLast().getScene(), "bell-light");
        robot.interact(() -> ((ContextMenu) Window.getWindows().getLast()).getItems().stream()
                .filter(item -> item.getId().equals("news-" + view.id())).forEach(MenuItem::fire));
        until(() -> ui.navigation().place().get().screen() == Screen.REVIEW);
        assertEquals(view.id(), ui.navigation().place().get().serviceId());
        assertEquals("News", text("#news"), "looked at");
        workspace.calcom.edit(view.row().link().eventTypeId(), Field.NAME, view.name());
        robot.interact(() -> ui.runs().sync(SyncOptions.PLAIN));
        until(() -> ui.happenings().all().stream().noneMatch(one -> one.serviceId() == view.id()));
        assertTrue(
                told.stream().allMatch(one -> one.status() == SyncStatus.CONFLICT || one.status() == SyncStatus.ERROR));
    }
}
