package io.calsync.ui.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.services.ServicesScreen;
import io.calsync.ui.shell.MainWindow;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class OverviewTest extends WindowTest {
    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context,
                Map.of(Screen.SERVICES, ServicesScreen::new, Screen.OVERVIEW, OverviewView::new));
    }

    @Test
    void everyNumberLeadsToTheServicesItCounts() {
        until(() -> ui.services().loaded().get());
        overview();
        assertEquals(count(SyncStatus.ERROR) + " could not be pushed", accessible("#overview-error"));
        long bookable = ui.services().all().stream().filter(view -> view.outlook().bookable()).count();
        robot.clickOn("#overview-bookable");
        until(() -> shown() == bookable);
        overview();
        long company = ui.services().companies().getFirst().id();
        long conflicts = ui.services().all().stream()
                .filter(view -> view.service().companyId() == company && view.status() == SyncStatus.CONFLICT)
                .count();
        assertTrue(conflicts > 0);
        robot.clickOn("#bar-" + company + "-conflict");
        until(() -> shown() == conflicts);
        var filter = ui.navigation().place().get().filter();
        assertTrue(filter != null && filter.values(Facet.COMPANY).equals(Set.of(Long.toString(company))));
    }

    @Test
    void theLastDaysAreToldAndTheirPictureIsTaken() {
        until(() -> ui.services().loaded().get());
        overview();
        assertTrue(text("#overview-summary").startsWith("In the last 30 days"), text("#overview-summary"));
        Shots.shoot(stage.getScene(), "overview-light");
        robot.interact(() -> ui.appearance().theme().set(Theme.DARK));
        Shots.shoot(stage.getScene(), "overview-dark");
    }

    private void overview() {
        robot.interact(() -> ui.navigation().open(Screen.OVERVIEW));
        until(() -> shows("#overview-screen") && shows("#overview-error"));
    }

    private long count(SyncStatus status) {
        return ui.services().all().stream().filter(view -> view.status() == status).count();
    }

    private String accessible(String query) {
        return find(query, Node.class).getAccessibleText();
    }

    private int shown() {
        return robot.lookup("#services-table").queryAs(TableView.class).getItems().size();
    }
}
