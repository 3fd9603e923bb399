package io.calsync.ui.kit;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/// One screen as the main window shows it. Made once, when it is first opened; all calls are on the UI thread.
public interface View {
    Parent root();

    /// It has just become visible.
    ///
    /// @param serviceId the service to select, 0 = leave everything as it is
    default void shown(long serviceId) {}

    /// The person wants to see just these services in it; called before [#shown].
    default void narrowed(Filter filter) {}

    /// What a person can do on it by its name alone, wherever they are.
    default List<Command> commands() {
        return List.of();
    }

    /// A key that nothing in the window has used, wherever the focus is; a view consumes the ones it knows.
    default void shortcut(KeyEvent key) {}

    /// Asked before the person leaves it or closes the window. A view with unsaved work asks, and calls `leave` when the
    /// person agrees.
    default void leaving(Runnable leave) {
        leave.run();
    }
}
