package io.calsync.ui.review;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Background;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The questions of one service below each other, in the columns *last agreed*, *Platform* and *Cal.com*.
final class FieldAnswer implements Answer {
    private static final List<String> HEADINGS =
            List.of("review.column.field", "review.column.base", "review.column.platform", "review.column.calcom");
    private static final Map<Habit, Choice> ONE = Map.of(Habit.PLATFORM, Choice.PLATFORM, Habit.CALCOM, Choice.CALCOM,
            Habit.ACCEPT, Choice.ACCEPT);
    private static final Map<Habit, Choice> ALL = Map.of(Habit.ALL_PLATFORM, Choice.PLATFORM, Habit.ALL_CALCOM,
            Choice.CALCOM, Habit.ALL_ACCEPT, Choice.ACCEPT);
    private static final Map<Habit, Integer> STEPS = Map.of(Habit.BELOW, 1, Habit.ABOVE, -1);

    private final UiContext ctx;
    private final DecisionModel model;
    private final VBox box = new VBox();
    private final List<QuestionRow> rows = new ArrayList<>();

    /// @param changed called after every choice
    FieldAnswer(UiContext ctx, DecisionModel model, Runnable changed) {
        this.ctx = ctx;
        this.model = model;
        box.getStyleClass().add("questions");
        box.getChildren().add(headings());
        for (Question question : model.questions()) {
            var row = new QuestionRow(question, ctx.words(), ctx.operator().role().mayDecide(),
                    choice -> model.choose(question, choice));
            row.show(model.choices().get(question.field()));
            rows.add(row);
        }
        box.getChildren().addAll(rows);
        model.choices().addListener((MapChangeListener<Field, Choice>) change -> {
            show(change.getKey());
            changed.run();
        });
        if (model.questions().stream().anyMatch(question -> question.field() == Field.DURATION))
            askForDurations(changed);
    }

    /// Only the event type itself tells which durations it offers; where it does not answer, the trail says it afterwards.
    private void askForDurations(Runnable changed) {
        var view = model.view();
        ctx.background().call(() -> ctx.sync().review().current(view)).result(eventType -> {
            model.current(eventType);
            changed.run();
        }).problem(_ -> {}).start();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public int decisions() {
        return model.choices().size();
    }

    @Override
    public List<String> preview() {
        return model.preview().stream().map(ctx.words()::sayValue).toList();
    }

    @Override
    public Background.Work<ServiceView> deed(String note) {
        var view = model.view();
        var choices = model.chosen();
        return () -> ctx.sync().review().decide(view.id(), view.row().version(), choices, note);
    }

    @Override
    public void chooseAll(Choice side) {
        model.chooseAll(side);
    }

    @Override
    public boolean hasSides() {
        return true;
    }

    /// Up and down go from field to field; 1, 2 and 3 choose, with Shift for all fields.
    @Override
    public void key(KeyEvent key) {
        if (Habit.meaning(ONE, key) instanceof Choice choice) current().ifPresent(row -> choose(row, choice));
        else if (Habit.meaning(ALL, key) instanceof Choice choice) chooseAll(choice);
        else if (Habit.meaning(STEPS, key) instanceof Integer step) move(step);
        else return;
        key.consume();
    }

    @Override
    public void focus() {
        rows.stream().filter(QuestionRow::open).findFirst().ifPresent(QuestionRow::focus);
    }

    /// On a field with the one answer *accept*, 1 means that too: the Platform keeps its value.
    private void choose(QuestionRow row, Choice choice) {
        var question = row.question();
        model.choose(question,
                choice == Choice.PLATFORM ? Objects.requireNonNullElse(question.towards(choice), choice) : choice);
        row.focus();
    }

    private Optional<QuestionRow> current() {
        return rows.stream().filter(QuestionRow::holdsFocus).findFirst().or(() -> rows.stream().findFirst());
    }

    private void move(int step) {
        var reachable = rows.stream().filter(QuestionRow::open).toList();
        int at = reachable.indexOf(reachable.stream().filter(QuestionRow::holdsFocus).findFirst().orElse(null));
        int next = at < 0 ? 0 : Math.clamp(at + step, 0, reachable.size() - 1);
        if (!reachable.isEmpty()) reachable.get(next).focus();
    }

    private void show(Field field) {
        for (var row : rows) if (row.question().field() == field) row.show(model.choices().get(field));
    }

    private Node headings() {
        var line = new Sides();
        line.getStyleClass().add("question-headings");
        line.show(List.of(), HEADINGS.stream().map(heading -> {
            var label = new Label(ctx.words().say(heading));
            label.getStyleClass().add("muted");
            return label;
        }).toList());
        return line;
    }
}
