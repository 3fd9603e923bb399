package io.calsync.ui.shell;

import io.calsync.sync.Guard;
import io.calsync.sync.Problem;
import io.calsync.sync.SyncOptions;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Dialogs.Question;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// What made a run stop: what was seen, what would have been done, and the way on. It stands until a run goes through.
final class GuardBanner {
    private final UiContext ui;
    private final Words words;

    GuardBanner(UiContext ui) {
        this.ui = ui;
        this.words = ui.words();
    }

    /// A look that only a manager may let pass.
    ///
    /// @param near a node of the window, for the question
    Banner of(Guard guard, Node near) {
        boolean may = ui.operator().role().mayDecide();
        String on = words.say(may ? "guard.pass" : "guard.pass.manager");
        return parts("guard-banner", words.say(guard.saw()), words.say(guard.wouldDo()), on)
                .part(words.say("guard.part.command"), "calsync sync --pass-guard " + guard.code())
                .with(services(guard))
                .with(pass(guard, near));
    }

    /// A Cal.com that will not let this workspace in, or answers as none does: nobody can let that pass.
    Banner of(Problem problem, String lastLook) {
        return parts("refused-banner", words.say(problem.message()), lastLook, words.say("guard.refused.on"));
    }

    private Banner parts(String id, String saw, String would, String on) {
        return new Banner(id, Banner.Tone.WARNING)
                .say(words.say("guard.head"))
                .part(words.say("guard.part.saw"), saw)
                .part(words.say("guard.part.would"), would)
                .part(words.say("guard.part.on"), on);
    }

    private Button services(Guard guard) {
        var show = Action.SHOW_SERVICES.button(words, () -> ui.navigation().show(Filter.only(guard.services())));
        show.setText(words.texts().count("guard.services", guard.services().size()));
        return show;
    }

    private Button pass(Guard guard, Node near) {
        var pass = Action.LET_PASS.button(words, () -> ask(guard, near));
        String refusal = ui.refusal(ui.operator().role().mayDecide());
        String running = ui.runs().running() ? words.say("run.under-way") : null;
        Action.LET_PASS.available(pass, words, refusal == null ? running : refusal);
        return pass;
    }

    private void ask(Guard guard, Node near) {
        var question = new Question(words.say("guard.ask"), List.of(words.say(guard.saw()), words.say(guard.then())),
                Action.CONTINUE, Action.CANCEL);
        ui.dialogs().ask(near, question, () -> ui.runs().sync(new SyncOptions(Set.of(), guard.code())));
    }
}
