package io.calsync.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.ui.Shots;
import io.calsync.ui.WindowTest;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.services.ServicesScreen;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class GermanWindowTest extends WindowTest {
    @Override
    protected void open(Stage window, UiContext context) {
        MainWindow.show(window, context, screens(ServicesScreen::new));
    }

    @Override
    protected Locale locale() {
        return Locale.GERMAN;
    }

    @Test
    void theWindowSpeaksGerman() {
        until(() -> ui.services().loaded().get() && shows("#services-table .table-row-cell"));
        robot.interact(() -> ui.navigation().open(Screen.SERVICES, 5));
        until(() -> shows("#details"));
        assertEquals("Jetzt abgleichen", text("#sync"));
        assertTrue(text("#chip-synced").startsWith("abgeglichen"));
        assertEquals("Plattform → Cal.com", text("#bar-direction"));
        String all = robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(labeled -> String.valueOf(labeled.getText()))
                .collect(Collectors.joining("\n"));
        assertTrue(all.contains("€"), all);
        assertFalse(all.contains("["), "a missing text shows as its key in brackets: " + all);
        Shots.shoot(stage.getScene(), "services-german");
    }
}
