package io.calsync.ui.shell;

import io.calsync.sync.Guard;
import io.calsync.sync.Problem;
import io.calsync.sync.SyncOptions;
import io.calsync.sync.SyncState;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The strips above the screen: what stopped a run, what went wrong, that Cal.com does not answer, and that this is the
/// sample. The graver stands higher.
final class BannerArea {
    private final VBox box;
    private final UiContext ui;
    private final Words words;
    private final GuardBanner guards;
    private final @Nullable Runnable tour;
    private @Nullable Guard guard;
    private @Nullable Problem standing;
    private int waiting;
    private boolean running;

    /// @param tour starts the tour for a person who is new, null where it is not offered
    BannerArea(VBox box, UiContext ui, @Nullable Runnable tour) {
        this.tour = tour;
        this.box = box;
        this.ui = ui;
        this.words = ui.words();
        this.guards = new GuardBanner(ui);
        ui.runs().step().subscribe(_ -> {
            boolean before = running;
            running = ui.runs().running();
            if (running != before && guard != null) show();
        });
        ui.notices().problem().subscribe(_ -> show());
        ui.notices().told().subscribe(_ -> show());
        ui.state().state().subscribe(this::follow);
    }

    /// Takes over what a run of the scheduler met.
    private void follow(@Nullable SyncState state) {
        if (state == null) return;
        boolean same = Objects.equals(guard, state.guard()) && Objects.equals(standing, state.problem());
        if (same && (standing == null || waiting == state.waiting())) return;
        // What a person's own try met is over as well when Cal.com answers again.
        if (state.problem() == null && ui.notices().problem().get() instanceof Problem told && told.isOutage())
            ui.notices().problem().set(null);
        guard = state.guard();
        standing = state.problem();
        waiting = state.waiting();
        show();
    }

    private void show() {
        var banners = new ArrayList<Banner>();
        if (guard != null) banners.add(guards.of(guard, box));
        if (ui.notices().problem().get() instanceof Problem problem && !problem.equals(standing))
            banners.add(problem(problem));
        if (!ui.notices().told().get().isEmpty()) banners.add(told(ui.notices().told().get()));
        if (standing != null) banners.add(standing(standing));
        if (ui.sample()) banners.add(sample());
        box.getChildren().setAll(banners);
    }

    private Banner problem(Problem problem) {
        var banner = new Banner("problem-banner", Banner.Tone.DANGER).say(words.say(problem.message()));
        steps(problem).forEach(banner::with);
        return banner.with(close(() -> ui.notices().problem().set(null)));
    }

    private Banner told(List<String> sentences) {
        var banner = new Banner("told-banner", Banner.Tone.INFO);
        sentences.forEach(banner::say);
        return banner.with(close(() -> ui.notices().tell(List.of())));
    }

    private Banner standing(Problem problem) {
        var banner = switch (problem) {
            case Problem.KeyRefused _,Problem.KeyMissing _,Problem.OtherAccount _,Problem.WrongRoute _,Problem.UnreadableAnswer _ ->
                    guards.of(problem, words.say("guard.refused.would") + " " + age());
            case Problem.NotConnected _ ->
                    new Banner("unreachable-banner", Banner.Tone.INFO).say(words.say(problem.message())).say(queue());
            case Problem other when !other.isOutage() && !(other instanceof Problem.TooManyRequests) ->
                    new Banner("problem-banner", Banner.Tone.DANGER).say(words.say(problem.message()));
            default -> new Banner("unreachable-banner", Banner.Tone.WARNING).say(outage()).say(age() + " " + queue())
                    .say(words.say(problem.message()));
        };
        steps(problem).forEach(banner::with);
        return banner;
    }

    private String outage() {
        var since = ui.state().get() instanceof SyncState state ? state.since() : null;
        if (since == null) return words.say("unreachable.head");
        return words.say("unreachable.since", words.times().clock(since, ui.now().get()));
    }

    private String queue() {
        return waiting == 0 ? words.say("unreachable.edits") : words.texts().count("unreachable.waiting", waiting);
    }

    /// How old that is which the window shows of Cal.com.
    private String age() {
        if (!(ui.state().get() instanceof SyncState state) || state.checked() == null)
            return words.say("unreachable.never");
        var times = words.times();
        return words.say("unreachable.age", times.clock(state.checked(), ui.now().get()));
    }

    /// What the person can do about it, one switch for all problems.
    private List<Button> steps(Problem problem) {
        return switch (problem) {
            case Problem.KeyMissing _,Problem.NotConnected _ -> List.of(connect());
            case Problem.KeyRefused _,Problem.OtherAccount _,Problem.WrongRoute _ -> List.of(again(), connect());
            case Problem.Unreachable _,Problem.ServerFailed _,Problem.UnreadableAnswer _ -> List.of(again());
            case Problem.TooManyRequests _,Problem.Rejected _,Problem.SlugTaken _,Problem.NotFound _,Problem.NotAllowed _,Problem.Invalid _,Problem.Stale _,Problem.NotPossible _,Problem.NotVerified _,Problem.Stopped _,Problem.StoreFailed _,Problem.StoreFull _,Problem.StoreInUse _,Problem.StoreDamaged _,Problem.StoreUnusable _ ->
                    List.of();
        };
    }

    private Banner sample() {
        var banner = new Banner("sample-banner", Banner.Tone.INFO).say(words.say("sample.banner"));
        if (tour != null) banner.with(Action.TOUR.button(words, tour));
        return banner.with(connect());
    }

    private Button again() {
        var again = Action.SYNC.button(words, () -> ui.runs().sync(SyncOptions.PLAIN));
        Action.SYNC.available(again, words, ui.refusal(ui.operator().role().mayEdit()));
        return again;
    }

    private Button connect() {
        return Action.CONNECT.button(words, ui.navigation()::connect);
    }

    private Button close(Runnable perform) {
        return Action.CLOSE.iconButton(words, perform);
    }
}
