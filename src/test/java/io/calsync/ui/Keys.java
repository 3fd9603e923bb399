package io.calsync.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A person without a mouse: keys go to where the focus really is, and nothing else moves it.
public final class Keys {
    private static final int MOST_STEPS = 80;

    private final FxRobot robot = new FxRobot();

    public void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    public void press(KeyCode key, int times) {
        for (int i = 0; i < times; i++) press(key);
    }

    /// Types over whatever the focused field holds.
    public void write(String text) {
        press(KeyCode.CONTROL, KeyCode.A);
        text.chars().forEach(one -> robot.interact(() -> typed(Character.toString(one))));
    }

    /// Tab until the focus is on a control.
    public void tabTo(String id) {
        walk(id, KeyCode.TAB);
    }

    public void tabBackTo(String id) {
        walk(id, KeyCode.SHIFT, KeyCode.TAB);
    }

    /// Waits until the focus is on a control.
    public void at(String id) {
        try {
            Shots.until(() -> id.equals(place()));
        } catch (AssertionError late) {
            assertEquals(id, focus());
            throw late;
        }
    }

    /// Id of the control that has the focus, of the nearest that has one around it.
    public String focus() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, Keys::place);
    }

    /// The window on top that keys go to.
    public static Window window() {
        return Window.getWindows().stream().filter(Window::isFocused).filter(open -> !(open instanceof PopupWindow))
                .reduce((_, later) -> later).orElseThrow(() -> new AssertionError("no window has the focus"));
    }

    private static void typed(String character) {
        Event.fireEvent(window().getScene().getFocusOwner(), new KeyEvent(KeyEvent.KEY_TYPED, character, "",
                KeyCode.UNDEFINED, false, false, false, false));
    }

    private void walk(String id, KeyCode... keys) {
        var path = new ArrayList<String>();
        while (!id.equals(focus())) {
            path.add(focus());
            if (path.size() > MOST_STEPS) throw new AssertionError(id + " is not on the way " + path);
            press(keys);
        }
    }

    private static String place() {
        Node node = window().getScene().getFocusOwner();
        while (node != null && node.getId() == null) node = node.getParent();
        return node == null ? "" : node.getId();
    }
}
