package io.calsync.ui.settings;

import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import io.calsync.ui.settings.Preferences.Pace;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// How often the console looks at Cal.com and how many requests it may send there.
final class PaceSection extends Section {
    private final Preferences preferences;
    private final TextField poll = new TextField();
    private final TextField budget = new TextField();
    private final Label problem = line("", "field-message");

    PaceSection(UiContext ctx, Preferences preferences) {
        super(ctx, "pace");
        this.preferences = preferences;
        var now = preferences.choices().pace();
        problem.setId("pace-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        var save = Action.SAVE_PACE.button(ctx.words(), this::save);
        getChildren().addAll(
                field(poll, "pace-poll", say("settings.pace.poll"), say("settings.pace.poll.unit"), now.pollSeconds()),
                line(say("settings.pace.poll.means"), "muted"),
                field(budget, "pace-budget", say("settings.pace.budget"), say("settings.pace.budget.unit"),
                        now.requestsPerMinute()),
                line(say("settings.pace.budget.means"), "muted"),
                problem, line(say("settings.next-window"), "muted"), save);
        Runnable check = () -> {
            problem.setText(problem());
            save.setDisable(!problem.getText().isEmpty());
        };
        poll.textProperty().subscribe(check);
        budget.textProperty().subscribe(check);
    }

    private static Wrap field(TextField field, String id, String name, String unit, int value) {
        field.setId(id);
        field.setText(Integer.toString(value));
        field.setPrefColumnCount(6);
        field.getStyleClass().add("number-field");
        var label = line(name, "muted");
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        var line = new Wrap(label, field, new Label(unit));
        line.getStyleClass().add("settings-line");
        return line;
    }

    private String problem() {
        if (number(poll, Pace.POLL_LOWEST, Pace.POLL_HIGHEST).isEmpty())
            return say("settings.pace.poll.limit", Pace.POLL_LOWEST, Pace.POLL_HIGHEST, poll.getText());
        if (number(budget, 1, Pace.BUDGET_HIGHEST).isEmpty())
            return say("settings.pace.budget.limit", 1, Pace.BUDGET_HIGHEST, budget.getText());
        return "";
    }

    private void save() {
        var pace = new Pace(number(poll, Pace.POLL_LOWEST, Pace.POLL_HIGHEST).orElseThrow(),
                number(budget, 1, Pace.BUDGET_HIGHEST).orElseThrow());
        var choices = preferences.choices().with(pace);
        ctx.background().run(() -> preferences.save(choices))
                .result(_ -> ctx.notices().done(say("settings.pace.saved")))
                .start();
    }

    /// Empty where the text is no whole number between the limits.
    private static OptionalInt number(TextField field, int lowest, int highest) {
        String typed = field.getText().strip();
        if (!typed.matches("\\d{1,6}")) return OptionalInt.empty();
        int number = Integer.parseInt(typed);
        return number < lowest || number > highest ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
