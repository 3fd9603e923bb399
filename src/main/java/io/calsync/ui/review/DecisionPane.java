package io.calsync.ui.review;

import io.calsync.domain.Choice;
import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Side by side: what both sides last agreed on, the Platform's and Cal.com's value of each open field, a choice for each,
/// and what would happen. The same in the review screen and in the dialog. UI thread only.
final class DecisionPane {
    private final UiContext ctx;
    private final Consumer<ServiceView> decided;
    private final Runnable later;
    private final Parent root;

    private DecisionModel model;
    private Answer answer;
    private boolean busy;

    @FXML private VBox news;
    @FXML private VBox heading;
    @FXML private ScrollPane scroll;
    @FXML private VBox answers;
    @FXML private VBox preview;
    @FXML private TextField note;
    @FXML private Button allPlatform;
    @FXML private Button allCalcom;
    @FXML private Button decideLater;
    @FXML private Button apply;

    /// @param decided hears of the service after decisions were applied
    /// @param later   the person leaves it undecided
    DecisionPane(UiContext ctx, ServiceView view, Consumer<ServiceView> decided, Runnable later) {
        this.ctx = ctx;
        this.decided = decided;
        this.later = later;
        this.model = new DecisionModel(view);
        this.root = Fxml.load(this, ctx.words().texts());
        this.answer = answer();
        dress();
        show();
    }

    Parent root() {
        return root;
    }

    ServiceView view() {
        return model.view();
    }

    /// Whether decisions are being written at this moment.
    boolean busy() {
        return busy;
    }

    void focus() {
        // The scroll pane takes the answers into the scene with its skin; before that they cannot take the focus.
        root.applyCss();
        root.layout();
        answer.focus();
    }

    boolean holdsFocus() {
        var node = root.getScene() == null ? null : root.getScene().getFocusOwner();
        while (node != null && node != root) node = node.getParent();
        return node != null;
    }

    /// Takes in a newer state of the same service. If what was shown has moved, it says what is new.
    void update(ServiceView newer) {
        if (busy || newer.row().version() == model.view().row().version()) return;
        boolean focused = holdsFocus();
        var moved = model.renew(newer);
        answer = answer();
        show();
        if (focused) answer.focus();
        if (!moved.isEmpty()) tell("review.moved", moved);
    }

    /// Applies the decisions taken so far; nothing where there are none.
    @FXML
    void apply() {
        if (busy || apply.isDisabled()) return;
        busy(true);
        news.getChildren().clear();
        ctx.background().call(answer.deed(note.getText().strip()))
                .result(this::applied)
                .problem(this::notApplied)
                .start();
    }

    @FXML
    void choosePlatform() {
        answer.chooseAll(Choice.PLATFORM);
    }

    @FXML
    void chooseCalcom() {
        answer.chooseAll(Choice.CALCOM);
    }

    @FXML
    void leaveUndecided() {
        later.run();
    }

    private void dress() {
        var words = ctx.words();
        Action.ALL_PLATFORM.dress(allPlatform, words);
        Action.ALL_CALCOM.dress(allCalcom, words);
        Action.DECIDE_LATER.dress(decideLater, words);
        Action.APPLY.dress(apply, words);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private Answer answer() {
        return model.gone() ? new GoneAnswer(ctx, model.view(), this::chosen)
                : new FieldAnswer(ctx, model, this::chosen);
    }

    private void show() {
        news.getChildren().clear();
        heading.getChildren().setAll(new ServiceHeading(ctx, model.view()));
        answers.getChildren().setAll(answer.node());
        if (!model.gone()) {
            var others = model.agreeing();
            if (!others.isEmpty()) answers.getChildren().add(new OtherFields(model.view(), others, ctx.words()));
        }
        for (var button : List.of(allPlatform, allCalcom)) {
            button.setVisible(answer.hasSides());
            button.setManaged(answer.hasSides());
        }
        scroll.setVvalue(0);
        chosen();
    }

    /// After every choice: what would happen, and the button that says how many decisions it applies.
    private void chosen() {
        var words = ctx.words();
        // An answer reports its first state while it is being made.
        if (answer == null) return;
        int count = answer.decisions();
        fill(preview.getChildren(), count == 0 ? List.of(words.say(nothingYet())) : answer.preview());
        Action.APPLY.available(apply, words, obstacle(count));
        apply.setText(count == 0 ? words.say(Action.APPLY.key()) : words.texts().count("review.apply", count));
        apply.setAccessibleText(apply.getText());
        var sides = mayDecide() ? null : notAllowed();
        Action.ALL_PLATFORM.available(allPlatform, words, sides);
        Action.ALL_CALCOM.available(allCalcom, words, sides);
    }

    private @Nullable String obstacle(int count) {
        if (!mayDecide()) return notAllowed();
        return count == 0 ? ctx.words().say(nothingYet()) : null;
    }

    private String nothingYet() {
        if (model.gone()) return "review.preview.none-gone";
        return model.questions().isEmpty() ? "review.what.nothing" : "review.preview.none";
    }

    private void applied(ServiceView view) {
        // The list of services hears of it while this still counts as our own doing.
        ctx.services().put(view);
        String done = ctx.words().say("review.done", view.name());
        if (model.gone()) ctx.notices().done(done);
        else ctx.notices().done(done, Action.UNDO_STEP);
        busy(false);
        decided.accept(view);
    }

    private void notApplied(Problem problem) {
        busy(false);
        switch (problem) {
            case Problem.Stale stale -> reload(stale.message());
            default -> tell(ctx.words().say(problem.message()), List.of(), Banner.Tone.DANGER);
        }
    }

    private void reload(Message stale) {
        ctx.background().call(() -> ctx.sync().catalogue().get(model.view().id())).result(newer -> {
            update(newer);
            if (news.getChildren().isEmpty()) tell(ctx.words().say(stale), List.of(), Banner.Tone.WARNING);
        }).start();
    }

    private void tell(String key, List<Message> moved) {
        var sentences = moved.stream().map(ctx.words()::sayValue).toList();
        tell(ctx.words().say(key, model.view().name()), sentences, Banner.Tone.WARNING);
    }

    private void tell(String head, List<String> sentences, Banner.Tone tone) {
        var banner = new Banner("review-news", tone).say(head);
        sentences.forEach(banner::say);
        news.getChildren().setAll(banner);
    }

    private void busy(boolean now) {
        busy = now;
        answers.setDisable(now);
        if (now) apply.setDisable(true);
        else chosen();
    }

    /// Enter applies and Escape leaves, from everywhere; the other keys belong to the answer unless a text is being typed.
    void key(KeyEvent key) {
        if (Habit.LATER.is(key)) {
            later.run();
            key.consume();
        } else if (Habit.APPLY.is(key)) enter(key);
        else if (!(key.getTarget() instanceof TextInputControl) && !busy) answer.key(key);
    }

    private void enter(KeyEvent key) {
        if (isButton(key.getTarget())) return;
        if (answer.decisions() > 0) apply();
        else answer.focus();
        key.consume();
    }

    private boolean mayDecide() {
        return ctx.operator().role().mayDecide();
    }

    private String notAllowed() {
        return ctx.words().say(new Problem.NotAllowed(ctx.operator().role()).message());
    }

    private static boolean isButton(Object target) {
        return target instanceof ButtonBase && !(target instanceof RadioButton);
    }

    private static void fill(ObservableList<Node> nodes, List<String> sentences) {
        nodes.setAll(sentences.stream().map(sentence -> {
            var label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            return label;
        }).toList());
    }
}
