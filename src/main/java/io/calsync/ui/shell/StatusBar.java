package io.calsync.ui.shell;

import io.calsync.sync.Connection;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Scope;
import io.calsync.sync.SyncState;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Appearance;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Steps;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import io.calsync.ui.kit.Wrap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The line at the bottom: which way changes flow, whose Cal.com it is, when it was last looked at, what waits, how much
/// of the request budget is used, and the run under way.
final class StatusBar {
    private static final double WIDEST = 400;
    /// A little more than half, for lines end where words do.
    private static final double TWO_LINES = 0.58;
    private static final double MOST = 0.7;
    private static final double STEP = 240;

    private final UiContext ui;
    private final Words words;
    private final Wrap root;
    private final UndoRedo undoRedo;

    @FXML private Label connection;

    @FXML private Label checked;

    @FXML private Label waiting;

    @FXML private HBox budgetPart;

    @FXML private Label budget;

    @FXML private Label done;

    @FXML private HBox connectionPart;

    @FXML private HBox checkedPart;

    @FXML private HBox waitingPart;

    @FXML private Button offered;

    @FXML private MenuButton steps;

    @FXML private HBox run;

    @FXML private ProgressBar progress;

    @FXML private Label step;

    @FXML private Button cancel;

    @FXML private Button help;

    /// @param tour starts the tour
    StatusBar(UiContext ui, Runnable tour) {
        this.ui = ui;
        this.words = ui.words();
        this.root = (Wrap) Fxml.load(this, words.texts());
        Action.CANCEL_RUN.dress(cancel, words);
        Action.HELP.dress(help, words);
        cancel.setOnAction(_ -> {
            cancel.setDisable(true);
            ui.runs().cancel();
        });
        help.setOnAction(_ -> new HelpDialog(ui, tour).show(help));
        ui.state().state().subscribe(this::show);
        ui.now().moment().subscribe(_ -> show(ui.state().get()));
        ui.runs().step().subscribe(this::show);
        ui.notices().done().subscribe(this::say);
        root.widthProperty().subscribe((_, _) -> fit());
        ui.appearance().textSize().subscribe((_, _) -> say(ui.notices().done().get()));
        undoRedo = new UndoRedo(ui, steps);
        ui.notices().offered().subscribe(this::offer);
    }

    /// Leaves out whole parts where there is no room for all, the one that is missed least first, so that no text is cut.
    /// Large text goes on in a second line instead.
    private void fit() {
        var parts = new ArrayList<Node>(List.of(connectionPart, checkedPart, waitingPart));
        if (ui.state().get() instanceof SyncState state && state.budget() != null) parts.add(2, budgetPart);
        parts.forEach(part -> visible(part, true));
        // What has just appeared is as wide as its looks make it.
        root.applyCss();
        int lines = ui.appearance().textSize().get() > Appearance.TEXT_SIZES.getFirst() ? 2 : 1;
        for (Node part : parts) if (needed() > root.getWidth() * lines) visible(part, false);
    }

    /// The width of all of it on one line; what can be shorter counts with its least.
    private double needed() {
        double needed = root.snappedLeftInset() + root.snappedRightInset() - root.getHgap();
        for (Node part : root.getChildren()) {
            boolean grows = HBox.getHgrow(part) == Priority.ALWAYS;
            if (part.isManaged()) needed += root.getHgap() + (grows ? part.minWidth(-1) : part.prefWidth(-1));
        }
        return needed;
    }

    private static void visible(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    UndoRedo undoRedo() {
        return undoRedo;
    }

    private void say(@Nullable String text) {
        done.setText(text == null ? "" : text);
        done.setTooltip(text == null ? null : wrapped(text));
        done.setAccessibleText(text);
        // Its width is that of the size of text in use, which may just have changed.
        root.applyCss();
        // News goes before what stands there always, and on in a second line for which the bar has the height.
        double whole = text == null ? 0 : Math.ceil(done.prefWidth(-1));
        done.setMinWidth(
                Math.min(whole, Math.clamp(whole * TWO_LINES, WIDEST, Math.max(WIDEST, root.getWidth() * MOST))));
        fit();
    }

    /// The way back from what was just done, or on to what it found.
    private void offer(@Nullable Action way) {
        visible(offered, way != null);
        if (way != null) {
            way.dress(offered, words);
            // The news beside it says what it is about.
            if (way == Action.UNLINKED) offered.setText("");
            offered.setOnAction(_ -> {
                if (way == Action.UNLINKED) ui.navigation().unlinked();
                else undoRedo.perform(way);
            });
        }
        fit();
    }

    Parent root() {
        return root;
    }

    private void show(@Nullable SyncState state) {
        if (state == null) return;
        connection.setText(state.connection() instanceof Connection to ? place(to) : words.say("bar.not-connected"));
        checked.setText(state.checked() instanceof Instant then
                ? words.say("bar.checked", words.times().ago(then, ui.now().get()))
                : words.say("bar.unchecked"));
        if (state.checked() instanceof Instant then) checked.setTooltip(new Tooltip(words.times().exact(then)));
        waiting.setText(waiting(state));
        waiting.setTooltip(wrapped(words.say(state.waiting() == 0 ? "bar.nothing-waits.tip" : "bar.waiting.tip")));
        show(state.budget());
        show(ui.runs().step().get());
    }

    private String waiting(SyncState state) {
        if (state.waiting() == 0) return words.say("bar.nothing-waits");
        return pause(state).filter(_ -> !ui.runs().running())
                .map(seconds -> words.say("bar.waiting.limit", state.waiting(), seconds))
                .orElseGet(() -> words.say("bar.waiting", state.waiting(), words.times().about(state.eta())));
    }

    /// For how many seconds Cal.com's request limit holds everything up, empty where it does not.
    private static Optional<Long> pause(@Nullable SyncState state) {
        if (state == null || !(state.budget() instanceof EventTypes.Budget budget)) return Optional.empty();
        return Optional.of(budget.untilFree().toSeconds()).filter(seconds -> seconds > 0);
    }

    private String place(Connection to) {
        String server = to.server().getHost();
        String account = to.account().username();
        return to.scope() instanceof Scope.User ? words.say("bar.connection.own", server, account)
                : words.say("bar.connection", server, account, words.scope(to.scope(), ""));
    }

    private void show(EventTypes.@Nullable Budget requests) {
        visible(budgetPart, requests != null);
        if (requests == null) return;
        budget.setText(words.say("bar.budget", requests.used(), requests.perMinute()));
        budget.setTooltip(wrapped(words.say("bar.budget.tip", requests.used(), requests.perMinute())));
    }

    private void show(Steps.@Nullable Step now) {
        visible(run, now != null);
        visible(done, now == null);
        if (now == null) cancel.setDisable(false);
        else tell(now);
        fit();
    }

    private void tell(Steps.Step now) {
        progress.setProgress(now.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) now.done() / now.total());
        step.setText(progress(now, ui.state().get()));
        // The name of a service may be long, everything else is to be read whole.
        step.setMinWidth(now.total() == 0 || pause(ui.state().get()).isPresent() ? Region.USE_PREF_SIZE : STEP);
    }

    private String progress(Steps.Step now, @Nullable SyncState state) {
        var pause = pause(state);
        if (pause.isPresent()) return words.say("bar.limit", now.done(), pause.get());
        if (now.total() == 0 || state == null) return words.say("bar.looking");
        return words.say("bar.step", now.done(), now.total(), now.service(), words.times().about(state.eta()));
    }

    private static Tooltip wrapped(String text) {
        var tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        return tip;
    }
}
