package io.calsync.ui.review;

import io.calsync.sync.ServiceView;
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
        var scene = new Scene(pane.root(), WIDTH, HEIGHT);
        ctx.appearance().dress(scene);
        stage.setScene(scene);
        stage.setTitle(ctx.words().say("review.dialog", view.name()));
        if (near.getScene() != null) over(near.getScene().getWindow(), stage);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setOnHidden(_ -> end.run());
        stage.show();
        pane.focus();
    }

    /// In the middle of its window, as every dialog is.
    private static void over(Window owner, Stage stage) {
        stage.initOwner(owner);
        stage.setX(owner.getX() + (owner.getWidth() - WIDTH) / 2);
        stage.setY(owner.getY() + Math.max(0, (owner.getHeight() - HEIGHT) / 2));
    }
}
