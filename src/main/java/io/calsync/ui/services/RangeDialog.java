package io.calsync.ui.services;

import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.Filter.Range;
import io.calsync.ui.kit.Measure;
import io.calsync.ui.kit.UiContext;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Asks between which numbers a measure shall lie.
final class RangeDialog {
    private final UiContext ui;
    private final ServiceTable model;
    private final Measure measure;
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final Label problem = new Label();

    RangeDialog(UiContext ui, ServiceTable model, Measure measure) {
        this.ui = ui;
        this.model = model;
        this.measure = measure;
    }

    void show(Node near) {
        var words = ui.words();
        var range = model.selection().get().filter().range(measure);
        var grid = new GridPane();
        grid.getStyleClass().add("comparison");
        grid.addRow(0, name("filter.lowest"), field(from, "range-from", range.from()));
        grid.addRow(1, name("filter.highest"), field(to, "range-to", range.to()));
        grid.setPrefWidth(400);
        problem.getStyleClass().add("field-message");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.setId("range-problem");
        grid.add(problem, 1, 2);
        String title = words.say("filter.range", new FacetText(ui).name(measure));
        var dialog = ui.dialogs().form(near, title, grid, Action.CANCEL);
        var apply = ui.dialogs().confirm(dialog, Action.APPLY_FILTER, this::apply);
        Runnable check = () -> {
            boolean readable = number(from).isPresent() && number(to).isPresent();
            apply.setDisable(!readable);
            problem.setText(readable ? "" : words.say("filter.no-number"));
            Dialogs.fit(dialog);
        };
        from.textProperty().subscribe(check);
        to.textProperty().subscribe(check);
        dialog.setOnShown(_ -> from.requestFocus());
        dialog.show();
    }

    private Label name(String key) {
        var label = new Label(ui.words().say(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private TextField field(TextField field, String id, @Nullable BigDecimal number) {
        field.setId(id);
        field.getStyleClass().add("number-field");
        field.setAccessibleText(ui.words().say(field == from ? "filter.lowest" : "filter.highest"));
        field.setText(number == null ? "" : format().format(number));
        return field;
    }

    private void apply() {
        var range = new Range(number(from).orElseThrow().orElse(null), number(to).orElseThrow().orElse(null));
        model.select(now -> now.with(now.filter().with(measure, range)));
    }

    /// Empty where the text is no number; an empty text is one without an end.
    private Optional<Optional<BigDecimal>> number(TextField field) {
        String typed = field.getText().strip();
        if (typed.isEmpty()) return Optional.of(Optional.empty());
        var end = new ParsePosition(0);
        var number = (BigDecimal) format().parse(typed, end);
        return number == null || end.getIndex() < typed.length() ? Optional.empty() : Optional.of(Optional.of(number));
    }

    private DecimalFormat format() {
        var format = (DecimalFormat) NumberFormat.getNumberInstance(ui.words().texts().locale());
        format.setParseBigDecimal(true);
        return format;
    }
}
