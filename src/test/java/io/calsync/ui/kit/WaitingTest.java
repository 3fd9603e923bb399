package io.calsync.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// Long work as a person sees it: how far it is, how long it takes, and that it can be ended.
class WaitingTest extends WindowTest {
    @Override
    protected void open(Stage window, UiContext context) {
        var scene = new Scene(new VBox(), 400, 300);
        context.appearance().dress(scene);
        window.setScene(scene);
        window.show();
    }

    @Test
    void workThatTakesLongerTellsHowFarItIsHowLongItTakesAndIsEnded() {
        var halfway = new CountDownLatch(1);
        var outcome = new AtomicReference<>("");
        robot.interact(() -> new Waiting(ui, stage.getScene().getRoot()).during("Undoing …", progress -> {
            progress.at(200, 1_000, "Balayage");
            await(halfway);
            progress.at(400, 1_000, "Gloss");
            while (!progress.cancelled()) Thread.onSpinWait();
            return "ended";
        }, outcome::set));
        until(() -> shows("#file-progress") && textBelow("#file-progress").equals("200 of 1,000   Balayage"));
        workspace.salon.advance(Duration.ofSeconds(8));
        halfway.countDown();
        until(() -> textBelow("#file-progress").equals("400 of 1,000, about 12 s left   Gloss"));
        Shots.shoot(Window.getWindows().getLast().getScene(), "waiting");
        robot.clickOn("#cancel-run");
        until(() -> outcome.get().equals("ended"));
        assertTrue(robot.lookup("#file-progress").tryQuery().isEmpty());
        assertEquals(1, Window.getWindows().size());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
