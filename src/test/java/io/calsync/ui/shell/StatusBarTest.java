package io.calsync.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.services.ServicesScreen;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// No text of the status bar is cut, in either language, while the request limit is used up, with a run under way and
/// without one.
class StatusBarTest {
    @Nested
    class English extends Bar {}

    @Nested
    class German extends Bar {
        @Override
        protected Locale locale() {
            return Locale.GERMAN;
        }
    }

    abstract static class Bar extends WindowTest {
        @Override
        protected void open(Stage window, UiContext context) {
            MainWindow.show(window, context, screens(ServicesScreen::new));
        }

        @Test
        void everythingThatIsShownIsWhole() {
            until(() -> ui.services().loaded().get());
            robot.push(KeyCode.F5);
            until(() -> !ui.runs().running() && ui.state().get() != null && ui.state().get().checked() != null);
            whole("standing");
            for (int percent : new int[]{200, 100}) {
                robot.interact(() -> ui.appearance().textSize().set(percent));
                whole("standing-" + percent);
            }
            workspace.calcom.limit(Duration.ofSeconds(48));
            var gate = new CountDownLatch(1);
            workspace.calcom.holdWrites(gate);
            var service = ui.services().all().iterator().next();
            robot.interact(() -> ui.background().run(() -> workspace.sync.editing().save(service.id(), service.values(),
                    Patch.of(Field.DURATION, 75L))).start());
            until(() -> text("#bar-waiting").contains("48"));
            whole("limit");
            robot.push(KeyCode.F5);
            until(() -> text("#bar-step").contains("48"));
            whole("limit-run");
            gate.countDown();
            workspace.calcom.limit(Duration.ZERO);
            until(() -> !ui.runs().running());
        }

        private void whole(String name) {
            int seen = 0;
            Shots.shoot(stage.getScene(), "status-bar-" + name + "-" + locale());
            for (Node node : robot.from(robot.lookup("#status-bar").queryAll()).lookup(".label").queryAll()) {
                if (!(node instanceof Labeled labeled) || !inSight(labeled)) continue;
                // News may be long, and says the rest in its tooltip.
                if (labeled.getText() == null || "bar-done".equals(labeled.getId()) || labeled.getText().isEmpty())
                    continue;
                assertTrue(labeled.prefWidth(-1) <= labeled.getWidth() + 1, name + ": " + labeled.getText());
                seen++;
            }
            assertTrue(seen >= 2, seen + " texts");
        }

        private static boolean inSight(Node node) {
            for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
            return true;
        }
    }
}
