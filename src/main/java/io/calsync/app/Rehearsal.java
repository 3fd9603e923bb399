package io.calsync.app;

import io.calsync.cli.Cli;
import io.calsync.cli.Host.Target;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Window;

/// Run once while the image is made, without a display: a command, the reading of many services, and the window on the
/// sample. What it loads and warms up here is in the image's start-up cache from then on.
final class Rehearsal {
    private static final int READINGS = 150;

    private Rehearsal() {}

    static void main() throws Exception {
        LogFile.silence();
        var secrets = new Secrets(new Keychain(Duration.ZERO), Map.of());
        try (var wiring = new Wiring(InstantSource.system(), Workspaces.ofThisMachine(), secrets)) {
            var out = new PrintWriter(new StringWriter());
            new Cli(wiring, InstantSource.system(), out, out).run(List.of("--sample", "sync", "--check-only"),
                    Locale.ENGLISH);
            window(wiring);
        }
        System.exit(0);
    }

    private static void window(Wiring wiring) throws Exception {
        var closed = new CompletableFuture<Void>();
        var workspace = wiring.open(new Target(null, true, null));
        for (int i = 0; i < READINGS; i++) workspace.service().catalogue().all();
        Platform.startup(() -> {
            new WindowSession(wiring, Locale.ENGLISH, () -> false, closed).begin(Arrival.of(workspace));
            new Curtain().start();
        });
        closed.get();
    }

    /// Closes the window as soon as it shows the services.
    private static final class Curtain extends AnimationTimer {
        @Override
        public void handle(long now) {
            for (Window window : List.copyOf(Window.getWindows())) {
                boolean filled = window.getScene().lookup("#services-table") instanceof TableView<?> table
                        && !table.getItems().isEmpty();
                if (filled) window.hide();
            }
        }
    }
}
