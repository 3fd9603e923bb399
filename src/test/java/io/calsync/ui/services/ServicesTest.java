package io.calsync.ui.services;

import io.calsync.domain.SyncStatus;
import io.calsync.sync.ServiceView;
import io.calsync.ui.WindowTest;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.shell.MainWindow;
import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/// The services screen in its window, and what its tests ask again and again.
abstract class ServicesTest extends WindowTest {
    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context, screens(ServicesScreen::new));
    }

    final TableView<ServiceRow> table() {
        return robot.lookup("#services-table").queryTableView();
    }

    final List<RowData> rows() {
        return table().getItems().stream().map(ServiceRow::get).toList();
    }

    final void untilLoaded() {
        until(() -> ui.services().loaded().get() && (rows().size() == ui.services().all().size()));
    }

    final ServiceView first(SyncStatus status) {
        return ui.services().all().stream().filter(view -> view.status() == status).findFirst().orElseThrow();
    }

    /// Selects a service and waits for its details.
    final void select(long serviceId) {
        robot.interact(() -> ui.navigation().open(Screen.SERVICES, serviceId));
        until(() -> shows("#details") && text("#details-name").equals(named(serviceId)));
    }

    final String named(long serviceId) {
        return ui.services().get(serviceId).map(ServiceView::name).orElse("");
    }

    final void type(String query, String text) {
        robot.interact(() -> find(query, TextInputControl.class).setText(text));
    }

    /// The cell of a service that is in sight.
    final ServiceCell cell(long serviceId, Column column) {
        return robot
                .lookup(node -> node instanceof ServiceCell cell && !cell.isEmpty() && isOf(cell, serviceId, column))
                .queryAs(ServiceCell.class);
    }

    private static boolean isOf(TableCell<?, RowData> cell, long serviceId, Column column) {
        return cell.getItem() != null && cell.getItem().id() == serviceId
                && cell.getTableColumn().getUserData() == column;
    }
}
