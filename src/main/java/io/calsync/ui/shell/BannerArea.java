package io.calsync.ui.shell;

import io.calsync.sync.Guard;
import io.calsync.sync.Problem;
import io.calsync.sync.SyncOptions;
import io.calsync.sync.SyncState;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The strips above the screen: what stopped a run, what went wrong, that Cal.com does not answer, and that this is the
/// sample. The graver stands higher.
final class BannerArea {
    private final VBox box;
    private final UiContext ui;
    private final Words words;
    private @Nullable Problem unreachable;

    BannerArea(VBox box, UiContext ui) {
        this.box = box;
        this.ui = ui;
        this.words = ui.words();
        ui.runs().guard().subscribe(_ -> show());
        ui.notices().problem().subscribe(_ -> show());
        ui.state().state().subscribe(this::follow);
    }

    /// Takes over what a run of the scheduler met.
    private void follow(@Nullable SyncState state) {
        if (state == null) return;
        if (state.guard() != null && !ui.runs().running()) ui.runs().guard().set(state.guard());
        if (Objects.equals(unreachable, state.problem())) return;
        unreachable = state.problem();
        show();
    }

    private void show() {
        var banners = new ArrayList<Banner>();
        if (ui.runs().guard().get() instanceof Guard guard) banners.add(guard(guard));
        if (ui.notices().problem().get() instanceof Problem problem && !problem.equals(unreachable))
            banners.add(problem(problem));
        if (unreachable instanceof Problem problem && !(problem instanceof Problem.Stopped))
            banners.add(unreachable(problem));
        if (ui.sample()) banners.add(sample());
        box.getChildren().setAll(banners);
    }

    /// What was seen, what would have been done, and the way on for a manager.
    private Banner guard(Guard guard) {
        var pass =
                Action.LET_PASS.button(words, () -> ui.runs().sync(new SyncOptions(Set.of(), guard.code()), _ -> {}));
        boolean may = ui.operator().role().mayDecide();
        Action.LET_PASS.available(pass, words, ui.refusal(may));
        return new Banner("guard-banner", Banner.Tone.WARNING)
                .say(words.say("guard.head"))
                .say(words.say(guard.saw()))
                .say(words.say(guard.wouldDo()))
                .say(words.say(may ? "guard.pass" : "guard.pass.manager"))
                .with(pass)
                .with(close(() -> ui.runs().guard().set(null)));
    }

    private Banner problem(Problem problem) {
        var banner = new Banner("problem-banner", Banner.Tone.DANGER).say(words.say(problem.message()));
        steps(problem).forEach(banner::with);
        return banner.with(close(() -> ui.notices().problem().set(null)));
    }

    private Banner unreachable(Problem problem) {
        var banner = new Banner("unreachable-banner", Banner.Tone.WARNING).say(words.say(problem.message()));
        if (ui.state().get() instanceof SyncState state && state.checked() != null) {
            var times = words.times();
            banner.say(words.say("unreachable.age", times.ago(state.checked(), ui.now().get()),
                    times.exact(state.checked())));
        }
        steps(problem).forEach(banner::with);
        return banner;
    }

    /// What the person can do about it, one switch for all problems.
    private List<Button> steps(Problem problem) {
        return switch (problem) {
            case Problem.KeyRefused _,Problem.KeyMissing _,Problem.NotConnected _,Problem.WrongRoute _ ->
                    List.of(connect());
            case Problem.Unreachable _,Problem.ServerFailed _,Problem.UnreadableAnswer _ ->
                    List.of(Action.SYNC.button(words, () -> ui.runs().sync(SyncOptions.PLAIN, _ -> {})));
            case Problem.TooManyRequests _,Problem.Rejected _,Problem.SlugTaken _,Problem.NotFound _,Problem.NotAllowed _,Problem.Invalid _,Problem.Stale _,Problem.NotPossible _,Problem.Stopped _,Problem.StoreFailed _,Problem.StoreInUse _,Problem.StoreUnusable _ ->
                    List.of();
        };
    }

    private Banner sample() {
        return new Banner("sample-banner", Banner.Tone.INFO).say(words.say("sample.banner")).with(connect());
    }

    private Button connect() {
        return Action.CONNECT.button(words, () -> ui.navigation().open(Screen.SETTINGS));
    }

    private Button close(Runnable perform) {
        return Action.CLOSE.iconButton(words, perform);
    }
}
