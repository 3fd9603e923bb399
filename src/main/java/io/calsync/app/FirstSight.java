package io.calsync.app;

import java.lang.management.ManagementFactory;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the log how long a person waited for the first services, so that everyone can measure it. UI thread only.
final class FirstSight extends AnimationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(FirstSight.class);

    private final TableView<?> table;
    private Subscription filling = Subscription.EMPTY;
    private boolean laidOut;

    private FirstSight(TableView<?> table) {
        this.table = table;
    }

    static void of(TableView<?> table) {
        var sight = new FirstSight(table);
        sight.filling = table.getItems().subscribe(sight::filled);
    }

    private void filled() {
        if (table.getItems().isEmpty()) return;
        filling.unsubscribe();
        start();
    }

    /// A pulse lays out and draws what its timers left behind, so at the next one the rows have been drawn.
    @Override
    public void handle(long now) {
        if (laidOut) {
            stop();
            long took = ManagementFactory.getRuntimeMXBean().getUptime();
            LOG.info("window filled with {} services after {} ms since JVM start", table.getItems().size(), took);
        }
        laidOut = true;
    }
}
