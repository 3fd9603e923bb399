package io.calsync.app;

import io.calsync.app.Settings.WindowState;
import io.calsync.sync.ProblemException;
import java.util.List;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the window stands, from one start to the next.
final class WindowPlace {
    private static final Logger LOG = LoggerFactory.getLogger(WindowPlace.class);

    private WindowPlace() {}

    static WindowState of(Stage stage) {
        return new WindowState(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    /// Where it stood, unless the screen that it stood on is gone; what is larger than the screen fills it.
    ///
    /// @param state null before the first end of a window
    static void take(Stage stage, @Nullable WindowState state) {
        if (state != null && !screens(state.x(), state.y(), state.width(), state.height()).isEmpty()) {
            stage.setX(state.x());
            stage.setY(state.y());
            stage.setWidth(state.width());
            stage.setHeight(state.height());
        }
        var screens = screens(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        boolean fits = screens.stream().map(Screen::getVisualBounds).anyMatch(
                room -> room.getWidth() >= stage.getWidth() && room.getHeight() >= stage.getHeight());
        stage.setMaximized(state != null && state.maximized() || !fits);
    }

    /// A window that cannot be remembered stands elsewhere next time.
    static void keep(SettingsFile settings, WindowState state) {
        try {
            settings.save(settings.load().with(state));
        } catch (ProblemException notSaved) {
            LOG.warn("window state not saved: {}", notSaved.getMessage());
        }
    }

    private static List<Screen> screens(double x, double y, double width, double height) {
        return Screen.getScreensForRectangle(x, y, width, height);
    }
}
