package io.calsync.ui.kit;

import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Room for what is larger than its window: a window before the main one does not grow beyond it or the screen, and what
/// has no room in it scrolls. UI thread only.
public final class Room {
    /// The least size of the main window.
    public static final Dimension2D LEAST = new Dimension2D(900, 560);

    /// Title bar and borders of a window.
    private static final double FRAME = 40;
    /// What is seen around a node that was scrolled to.
    private static final double MARGIN = 16;

    private Room() {}

    /// Fills its place with a node, and lets it scroll where that is too small for it.
    public static ScrollPane scrolling(Node content) {
        var body = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        body.getStyleClass().add("room-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("room");
        return scroll;
    }

    /// How large the content of a window before another one may be.
    public static Dimension2D before(@Nullable Window owner) {
        var main = owner;
        while (main instanceof Stage stage && stage.getOwner() instanceof Window next) main = next;
        var screen = screen(main);
        double width = main == null ? screen.getWidth() : Math.max(main.getWidth(), LEAST.getWidth());
        double height = main == null ? screen.getHeight() : Math.max(main.getHeight(), LEAST.getHeight());
        return new Dimension2D(Math.min(width, screen.getWidth()) - FRAME,
                Math.min(height, screen.getHeight()) - FRAME);
    }

    /// Moves a window that reaches out of its screen.
    public static void place(Window window) {
        var screen = screen(window);
        window.setX(within(window.getX(), screen.getMinX(), screen.getMaxX() - window.getWidth()));
        window.setY(within(window.getY(), screen.getMinY(), screen.getMaxY() - window.getHeight()));
    }

    /// Scrolls to a node where it is out of sight.
    static void reveal(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent())
            if (at instanceof ScrollPane pane && pane.getContent() instanceof Node content) scroll(pane, content, node);
    }

    private static void scroll(ScrollPane pane, Node content, Node node) {
        var place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double room = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - room;
        if (room <= 0 || hidden <= 0) return;
        double now = pane.getVvalue() * hidden;
        double top = Math.max(place.getMinY() - MARGIN, 0);
        double wanted = Math.min(Math.max(now, place.getMaxY() + MARGIN - room), top);
        pane.setVvalue(Math.min(wanted / hidden, 1));
    }

    private static double within(double at, double least, double most) {
        return Math.max(least, Math.min(at, most));
    }

    private static Rectangle2D screen(@Nullable Window window) {
        List<Screen> screens = window == null || Double.isNaN(window.getX()) ? List.of()
                : Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), 1);
        return (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
    }
}
