package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Operator;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javafx.scene.control.TableCell;
import org.junit.jupiter.api.Test;

/// A Cal.com that goes away and comes back while a person works: the real window, store, scheduler and HTTP.
class OfflineWindowTest extends SandboxWindow {
    @Test
    void aViewerSeesWhatSomebodyChangedAtCalcomAndNothingIsWritten() throws Exception {
        var settings = new SettingsFile(folder);
        settings.save(settings.load().withPace(15, 60));
        var changed = views().getFirst();
        sandbox.world().edit(changed.row().link().eventTypeId(), doc -> doc.put("title", "Theirs"));
        sandbox.log().clear();
        window(Operator.Role.VIEWER);
        until(() -> text("#review-count").equals("1"));
        assertEquals(services(), count(SyncStatus.SYNCED), "the store knows nothing of it");
        sandbox.world().delete(views().get(1).row().link().eventTypeId());
        elsewhere("update services set name = 'Renamed elsewhere' where id = " + views().get(2).id());
        elsewhere("update services set deleted_at = current_timestamp where id = " + views().get(3).id());
        until(() -> text("#review-count").equals("2") && table().getItems().size() == services() - 1);
        until(() -> robot.lookup(".table-cell").queryAllAs(TableCell.class).stream()
                .anyMatch(cell -> "Renamed elsewhere".equals(cell.getText())));
        assertEquals(List.of(), sandbox.log().writes());
    }

    /// Somebody else writes into the database.
    private void elsewhere(String sql) throws SQLException {
        String url = "jdbc:h2:async:" + folder.resolve("console").toAbsolutePath() + ";IFEXISTS=TRUE";
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    @Test
    void workGoesOnWithoutCalcomAndTheQueueRunsWhenItIsBack() throws Exception {
        manager();
        int port = sandbox.port();
        sandbox.close();
        var view = views().getFirst();
        workspace.service().editing().save(view.id(), view.values(), Patch.of(Field.BUFFER_BEFORE, 25L));
        until(() -> shows("#unreachable-banner") && textBelow("#unreachable-banner")
                .contains(texts.count("unreachable.waiting", 1)));
        String said = textBelow("#unreachable-banner");
        assertTrue(tells(said, "unreachable.since") && tells(said, "unreachable.age"), said);
        picture("offline");

        sandbox = SandboxServer.start(options().port(port));
        until(() -> !shows("#unreachable-banner") && count(SyncStatus.SYNCED) == services());
        assertTrue(!shows("#problem-banner"));
    }
}
