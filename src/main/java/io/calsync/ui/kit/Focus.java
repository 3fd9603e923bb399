package io.calsync.ui.kit;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Keeps the focus where the person has it, and in sight. JavaFX moves it elsewhere when its control is disabled or made
/// anew, and does not bring it back.
public final class Focus {
    private final Scene scene;
    private @Nullable Node left;
    private Subscription waiting = Subscription.EMPTY;
    private boolean pressed;

    private Focus(Scene scene) {
        this.scene = scene;
    }

    static void keep(Scene scene) {
        var focus = new Focus(scene);
        scene.focusOwnerProperty().subscribe(focus::moved);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> focus.pressed = true);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> focus.pressed = false);
    }

    /// Replaces what a box holds. If the focus was in it, it stays on the node of the same id, else at the same place.
    public static void refill(Pane box, List<? extends Node> nodes) {
        var held = box.getChildren().stream().filter(Node::isFocusWithin).findFirst().orElse(null);
        int place = box.getChildren().indexOf(held);
        box.getChildren().setAll(nodes);
        if (held == null || nodes.isEmpty()) return;
        nodes.stream().filter(node -> Objects.equals(node.getId(), held.getId())).map(Node.class::cast).findFirst()
                .orElse(nodes.get(Math.min(place, nodes.size() - 1))).requestFocus();
    }

    private void moved(@Nullable Node before, @Nullable Node now) {
        waiting.unsubscribe();
        // A control that cannot hold it any more first loses it to nobody.
        if (now == null) {
            left = before;
            return;
        }
        // What moves under the mouse would be missed by the click.
        if (!pressed) Room.reveal(now);
        var lost = before == null ? left : before;
        left = null;
        if (lost == null || lost == now) return;
        if (lost.getScene() != scene) again(lost.getId());
        else if (lost.isDisabled()) waiting = lost.disabledProperty().subscribe(off -> {
            if (!off) lost.requestFocus();
        });
    }

    private void again(@Nullable String id) {
        var successor = id == null ? null : scene.lookup("#" + id);
        if (successor != null) successor.requestFocus();
    }
}
