package io.calsync.ui.shell;

import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.sync.WayBack;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.UndoAll;
import io.calsync.ui.kit.UndoOne;
import io.calsync.ui.kit.Words;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Takes back what the person did last in this window, and does it again, by keys and by a menu that says what that is. An
/// edit of one service goes back at once; what concerns many or a decision is asked about first.
final class UndoRedo {
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final int MOST_FIELDS = 2;

    private final UiContext ui;
    private final Words words;
    private final MenuButton menu;
    private final MenuItem undo = item(Action.UNDO_STEP);
    private final MenuItem redo = item(Action.REDO_STEP);
    private final Instant since;
    /// Steps that can neither be taken back nor stand in the way of those before them.
    private final Set<String> passed = new HashSet<>();
    private boolean busy;
    private @Nullable Action next;

    UndoRedo(UiContext ui, MenuButton menu) {
        this.ui = ui;
        this.words = ui.words();
        this.menu = menu;
        this.since = ui.clock().instant();
        Action.STEPS.dress(menu, words);
        menu.setText("");
        menu.getItems().setAll(undo, redo);
        menu.setOnShowing(_ -> ui.background().call(this::wayBack).result(this::name).start());
    }

    /// Keys in a text are that text's own.
    void keys(KeyEvent key) {
        if (key.getTarget() instanceof TextInputControl) return;
        if (matches(Action.UNDO_STEP, key)) perform(Action.UNDO_STEP);
        else if (matches(Action.REDO_STEP, key) || REDO_TOO.match(key)) perform(Action.REDO_STEP);
        else return;
        key.consume();
    }

    /// @param action [Action#UNDO_STEP] or [Action#REDO_STEP]; a second one waits for the first
    void perform(Action action) {
        next = busy ? action : null;
        if (busy) return;
        busy = true;
        ui.background().call(this::wayBack)
                .result(back -> newest(back, action).ifPresentOrElse(step -> take(step, action), () -> {
                    ui.notices().done(words.say(none(action)));
                    ended();
                }))
                .problem(problem -> {
                    ui.notices().show(problem);
                    ended();
                })
                .start();
    }

    private void ended() {
        busy = false;
        if (next instanceof Action waiting) perform(waiting);
    }

    private void take(WayBack.Step step, Action action) {
        var entry = step.first();
        if (step.isOne() && entry.cause().source() != Cause.Source.DECISION) {
            takeAtOnce(step, action);
            return;
        }
        // The next press takes the step before one that cannot be taken back.
        if (step.isOne()) new UndoOne(ui, menu, () -> {}).ask(entry, () -> passed.add(step.key()));
        else new UndoAll(ui, menu, () -> {}).ask(entry.cause().run(), action, () -> passed.add(step.key()));
        ended();
    }

    /// What came of it, and what that means now.
    private record Taken(Optional<ServiceView> view, String effects) {}

    private void takeAtOnce(WayBack.Step step, Action action) {
        var entry = step.first();
        ui.background().call(() -> taken(entry)).result(taken -> {
            taken.view.ifPresent(ui.services()::put);
            boolean undone = action == Action.UNDO_STEP;
            ui.notices().done(words.say(undone ? "steps.undone" : "steps.redone", entry.service(), taken.effects),
                    undone ? Action.REDO_STEP : Action.UNDO_STEP);
        }).problem(problem -> refused(problem, step)).always(this::ended).start();
    }

    private Taken taken(AuditEntry entry) throws ProblemException {
        var history = ui.sync().history();
        String effects = history.preview(entry.seq()).effects().stream().map(words::sayValue)
                .collect(Collectors.joining(" "));
        return new Taken(history.undo(entry.seq()), effects);
    }

    /// The next press takes the step before it.
    private void refused(Problem problem, WayBack.Step step) {
        passed.add(step.key());
        ui.notices().show(problem);
    }

    private WayBack wayBack() throws ProblemException {
        return ui.sync().history().wayBack(since);
    }

    private Optional<WayBack.Step> newest(WayBack back, Action action) {
        List<WayBack.Step> steps = action == Action.UNDO_STEP ? back.undo() : back.redo();
        return steps.reversed().stream().filter(step -> !passed.contains(step.key())).findFirst();
    }

    private void name(WayBack back) {
        name(undo, Action.UNDO_STEP, back);
        name(redo, Action.REDO_STEP, back);
    }

    private void name(MenuItem item, Action action, WayBack back) {
        var step = newest(back, action);
        item.setDisable(step.isEmpty());
        String keys = action.keys() == null ? "" : "  (" + words.show(action.keys()) + ")";
        item.setText(step.map(last -> words.say(action.key()) + ": " + told(last) + keys)
                .orElseGet(() -> words.say(none(action))));
    }

    /// Such as "Price of 25 services".
    private String told(WayBack.Step step) {
        var fields = step.fields();
        String what = fields.size() > MOST_FIELDS ? words.say("steps.fields", fields.size())
                : fields.stream().map(words.texts()::label).collect(Collectors.joining(", "));
        boolean decision = step.first().cause().source() == Cause.Source.DECISION;
        if (!step.isOne()) return words.say(decision ? "steps.decisions" : "steps.many", what, step.entries().size());
        return words.say(decision ? "steps.decision" : "steps.one", what, step.first().service());
    }

    private static String none(Action action) {
        return action == Action.UNDO_STEP ? "steps.nothing-to-undo" : "steps.nothing-to-redo";
    }

    private MenuItem item(Action action) {
        var item = new MenuItem("", Icons.of(action.icon()));
        item.setId(action.id() + "-item");
        item.setOnAction(_ -> perform(action));
        return item;
    }

    private static boolean matches(Action action, KeyEvent key) {
        return action.keys() != null && action.keys().match(key);
    }
}
