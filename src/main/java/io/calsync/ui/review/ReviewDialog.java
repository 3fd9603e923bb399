package io.calsync.ui.review;

import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Room;
import io.calsync.ui.kit.UiContext;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The side-by-side dialog of one service, opened from anywhere.
public final class ReviewDialog {
    private static final double WIDTH = 1040;
    private static final double HEIGHT = 680;

    private ReviewDialog() {}

    /// Opens it on the service's newest state. Escape and closing decide nothing.
    ///
    /// @param near a node of the window that it belongs to
    public static void open(UiContext ctx, Node near, long serviceId) {
        ctx.background().call(() -> ctx.sync().catalogue().get(serviceId))
                .result(view -> show(ctx, near, view))
                .start();
    }

    private static void show(UiContext ctx, Node near, ServiceView view) {
        var stage = new Stage();
        var pane = new DecisionPane(ctx, view, _ -> stage.close(), stage::close);
        var end = ctx.services().listen(change -> change.changed().stream()
                .filter(changed -> changed.id() == view.id())
                .forEach(pane::update));
        stage.setTitle(ctx.words().say("review.dialog", view.name()));
        if (near.getScene() != null) stage.initOwner(near.getScene().getWindow());
        var room = Room.before(stage.getOwner());
        var scene = new Scene(Room.scrolling(pane.root()), Math.min(ctx.appearance().enlarged(WIDTH), room.getWidth()),
                Math.min(ctx.appearance().enlarged(HEIGHT), room.getHeight()));
        ctx.appearance().dress(scene);
        stage.setScene(scene);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setOnHidden(_ -> end.run());
        if (stage.getOwner() instanceof Window owner) {
            stage.setX(owner.getX() + (owner.getWidth() - scene.getWidth()) / 2);
            stage.setY(owner.getY() + Math.max(0, (owner.getHeight() - scene.getHeight()) / 2));
        }
        stage.show();
        Room.place(stage);
        pane.focus();
    }
}
