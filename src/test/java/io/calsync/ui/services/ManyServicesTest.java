package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.ProblemException;
import io.calsync.ui.Workspace;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;

/// Ten thousand services, which the window must show as quickly as forty.
class ManyServicesTest extends ServicesTest {
    private static final int MANY = 10_000;

    @Override
    protected Workspace workspace() {
        return Workspace.of(MANY);
    }

    @Test
    void tenThousandAreUsableWithinThreeSeconds() {
        long from = System.nanoTime();
        robot.interact(ui.services()::load);
        until(() -> rows().size() == MANY);
        var took = Duration.ofNanos(System.nanoTime() - from);
        assertTrue(took.compareTo(Duration.ofSeconds(3)) < 0, "it took " + took);
    }

    @Test
    void typingNeverStalls() {
        until(() -> rows().size() == MANY);
        String typed = "";
        var field = find("#search-field", TextInputControl.class);
        long longest = 0;
        for (char letter : "service 9999".toCharArray()) {
            typed += letter;
            String text = typed;
            longest = Math.max(longest, onUiThread(() -> field.setText(text)));
        }
        until(() -> rows().size() == 1);
        assertTrue(longest < 100, "a key took " + longest + " ms of the UI thread");
    }

    @Test
    void sortingKeepsTheWindowFree() {
        until(() -> rows().size() == MANY);
        var column = table().getColumns().get(Column.PRICE.ordinal());
        long took = onUiThread(() -> table().getSortOrder().setAll(List.of(column)));
        until(() -> rows().getFirst().price() == rows().stream().mapToLong(RowData::price).min().orElseThrow());
        assertTrue(took < 100, "the header took " + took + " ms of the UI thread");
    }

    @Test
    void anEditShowsAtOnceAmongThemAll() throws ProblemException {
        until(() -> rows().size() == MANY);
        var row = table().getItems().getFirst();
        var view = row.get().view();
        long from = System.nanoTime();
        workspace.sync.editing().save(view.id(), view.values(), Patch.of(Field.DURATION, 25L));
        until(() -> row.get().status() == SyncStatus.PENDING);
        long took = (System.nanoTime() - from) / 1_000_000;
        assertTrue(took < 1_000, "it took " + took + " ms");
    }

    private long onUiThread(Runnable task) {
        var took = new long[1];
        robot.interact(() -> {
            long from = System.nanoTime();
            task.run();
            took[0] = (System.nanoTime() - from) / 1_000_000;
        });
        return took[0];
    }
}
