package io.calsync.ui.kit;

import javafx.animation.PauseTransition;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows the tooltip of a control that is disabled, so that the reason can be seen. JavaFX itself sends a disabled control
/// no mouse events and therefore never shows its tooltip.
final class Reasons {
    private static final double BELOW_POINTER = 16;

    private final PauseTransition rest = new PauseTransition(Duration.millis(350));
    private @Nullable Control shown;

    private Reasons() {}

    /// @param place a scene, or the root of one
    static void watch(EventTarget place) {
        var reasons = new Reasons();
        place.addEventFilter(MouseEvent.MOUSE_MOVED, reasons::moved);
        place.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, _ -> reasons.hide());
    }

    private void moved(MouseEvent mouse) {
        var under = mouse.getPickResult().getIntersectedNode();
        var control = under == null ? null : disabled(under, mouse.getSceneX(), mouse.getSceneY());
        if (control == shown) return;
        hide();
        shown = control;
        if (control == null) return;
        rest.setOnFinished(_ -> show(control, mouse.getScreenX(), mouse.getScreenY() + BELOW_POINTER));
        rest.playFromStart();
    }

    private static void show(Control control, double x, double y) {
        boolean open = control.getScene() != null && control.getScene().getWindow() != null;
        if (open && control.getTooltip() != null) control.getTooltip().show(control, x, y);
    }

    private void hide() {
        rest.stop();
        if (shown != null && shown.getTooltip() != null) shown.getTooltip().hide();
        shown = null;
    }

    /// The disabled control with a tooltip at a point, at or below a node.
    private static @Nullable Control disabled(Node node, double x, double y) {
        if (!node.isVisible() || !node.contains(node.sceneToLocal(x, y))) return null;
        if (node.isDisabled() && node instanceof Control control && control.getTooltip() != null) return control;
        if (!(node instanceof Parent parent)) return null;
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (disabled(child, x, y) instanceof Control control) return control;
        }
        return null;
    }
}
