package io.calsync.ui.shell;

import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Two minutes through the window: each step goes to a screen, marks the real control there and says what it is for. UI
/// thread only.
final class Tour {
    private static final double MARGIN = 3;

    private final UiContext ui;
    private final Pane root;
    private final VBox box;
    private final List<Step> steps;
    private final Region mark = new Region();
    private int at;
    private Subscription following = Subscription.EMPTY;

    /// A place to see. Its sentences are `tour.NAME` and `tour.NAME.means`.
    enum Step {
        TABLE(Screen.SERVICES, "#services-table"),
        CHIPS(Screen.SERVICES, ".chips"),
        SYNC(Screen.SERVICES, "#sync"),
        REVIEW(Screen.REVIEW, "#inbox"),
        HISTORY(Screen.HISTORY, "#history-table"),
        PALETTE(Screen.SERVICES, "#palette");

        private final Screen screen;
        private final String target;

        Step(Screen screen, String target) {
            this.screen = screen;
            this.target = target;
        }

        String target() {
            return target;
        }

        private String key() {
            return "tour." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param box     where the sentences stand
    /// @param screens those that there are
    Tour(UiContext ui, Pane root, VBox box, Set<Screen> screens) {
        this.ui = ui;
        this.root = root;
        this.box = box;
        mark.getStyleClass().add("tour-mark");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        this.steps = Arrays.stream(Step.values()).filter(step -> screens.contains(step.screen)).toList();
    }

    void start() {
        at = 0;
        show();
    }

    boolean running() {
        return !box.getChildren().isEmpty();
    }

    void end() {
        unmark();
        box.getChildren().clear();
    }

    private void next() {
        at++;
        show();
    }

    private void show() {
        var words = ui.words();
        var step = steps.get(at);
        unmark();
        boolean last = at == steps.size() - 1;
        var go = last ? Action.TOUR_END.button(words, this::end) : Action.TOUR_NEXT.button(words, this::next);
        go.getStyleClass().add("accent");
        var banner = new Banner("tour-banner", Banner.Tone.INFO)
                .say(words.say("tour.step", at + 1, steps.size(), words.say(step.key())))
                .say(words.say(step.key() + ".means"))
                .with(go);
        if (!last) banner.with(Action.TOUR_END.button(words, this::end));
        box.getChildren().setAll(banner);
        if (ui.navigation().place().get().screen() != step.screen) ui.navigation().open(step.screen);
        ui.background().onUi(() -> point(step, go));
    }

    /// When the screen is there and has taken the focus.
    private void point(Step step, Button go) {
        go.requestFocus();
        if (!(root.lookup(step.target) instanceof Node target)) return;
        root.getChildren().add(mark);
        following = target.localToSceneTransformProperty().subscribe(_ -> surround(target))
                .and(target.layoutBoundsProperty().subscribe(_ -> surround(target)));
    }

    private void surround(Node target) {
        var place = root.sceneToLocal(target.localToScene(target.getLayoutBounds()));
        mark.resizeRelocate(place.getMinX() - MARGIN, place.getMinY() - MARGIN, place.getWidth() + 2 * MARGIN,
                place.getHeight() + 2 * MARGIN);
    }

    private void unmark() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        root.getChildren().remove(mark);
    }
}
