package io.calsync.ui.services.bulk;

import io.calsync.domain.BulkEdit;
import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Money;
import io.calsync.domain.Values;
import io.calsync.text.ValueText;
import io.calsync.ui.kit.FieldEditor;
import io.calsync.ui.kit.Words;
import io.calsync.ui.kit.Wrap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where a person says which field of many services is to become what.
final class ChangeForm extends Wrap {
    private final Words words;
    private final String currency;
    private final ComboBox<Item<Field>> field = new ComboBox<>();
    private final ComboBox<Item<Operation>> operation = new ComboBox<>();
    private final TextField number = new TextField();
    private final TextField step = new TextField();
    private final ComboBox<Item<RoundingMode>> mode = new ComboBox<>();
    private final TextField find = new TextField();
    private final TextField with = new TextField();
    private FieldEditor editor;
    private Runnable edited = () -> {};

    /// What a box offers, with its words.
    private record Item<T>(T value, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /// @param currency ISO 4217 code, "" where the services have several
    ChangeForm(Words words, String currency) {
        this.words = words;
        this.currency = currency;
        this.editor = editor(Field.PRICE);
        getStyleClass().add("change-form");
        field.setId("bulk-field");
        operation.setId("bulk-operation");
        number.setId("bulk-number");
        step.setId("bulk-step");
        mode.setId("bulk-mode");
        mode.setMinWidth(USE_PREF_SIZE);
        mode.getItems().setAll(List.of(new Item<>(RoundingMode.HALF_UP, words.say("bulk-edit.mode.nearest")),
                new Item<>(RoundingMode.CEILING, words.say("bulk-edit.mode.up")),
                new Item<>(RoundingMode.FLOOR, words.say("bulk-edit.mode.down"))));
        mode.setValue(mode.getItems().getFirst());
        find.setId("bulk-find");
        with.setId("bulk-with");
        field.setMinWidth(USE_PREF_SIZE);
        operation.setMinWidth(USE_PREF_SIZE);
        number.setPromptText(words.say("bulk-edit.number.such"));
        step.setPromptText(words.say("bulk-edit.step.none"));
        find.setPromptText(words.say("bulk-edit.find.exactly"));
        for (Field each : Field.editable()) field.getItems().add(new Item<>(each, words.texts().label(each)));
        field.getItems().stream().filter(item -> item.value == Field.PRICE).findFirst().ifPresent(field::setValue);
        fieldChosen();
        field.valueProperty().subscribe((_, _) -> fieldChosen());
        operation.valueProperty().subscribe((_, now) -> {
            if (now != null) lay();
        });
        for (TextField each : List.of(number, step, find, with))
            each.textProperty().subscribe((_, _) -> edited.run());
        mode.valueProperty().subscribe((_, _) -> edited.run());
    }

    void onEdited(Runnable handler) {
        edited = handler;
    }

    Field field() {
        return field.getValue().value;
    }

    /// What is said, empty where it is not complete yet or [#problem] says why it is nothing.
    Optional<BulkEdit> edit() {
        if (problem() != null) return Optional.empty();
        return switch (operation.getValue().value) {
            case SET -> set();
            case ADD -> amount(number).map(amount -> new BulkEdit.Add(amount, rounding()));
            case PERCENT -> amount(number).map(percent -> new BulkEdit.Percent(percent, rounding()));
            case ROUND -> Optional.ofNullable(rounding()).map(BulkEdit.RoundTo::new);
            case REPLACE -> find.getText().isEmpty() ? Optional.empty()
                    : Optional.of(new BulkEdit.Replace(find.getText(), with.getText()));
        };
    }

    /// What is wrong with it, null where nothing is.
    @Nullable
    String problem() {
        var what = operation.getValue().value;
        boolean counts = what == Operation.ADD || what == Operation.PERCENT;
        if (counts && !number.getText().isBlank() && amount(number).isEmpty())
            return words.say("bulk-edit.no-number", number.getText());
        boolean rounds = counts || what == Operation.ROUND;
        return rounds && !step.getText().isBlank() && rounding() == null
                ? words.say("bulk-edit.no-step", step.getText()) : null;
    }

    private Optional<BulkEdit> set() {
        return editor.value().filter(value -> editor.touched() || field().type().beyondLimits(value).isEmpty())
                .map(value -> new BulkEdit.SetTo(value instanceof Money money ? money.amount() : value));
    }

    private static Optional<BigDecimal> amount(TextField input) {
        String typed = input.getText().strip();
        return ValueText.number(typed.endsWith("%") ? typed.substring(0, typed.length() - 1) : typed);
    }

    private BulkEdit.@Nullable Rounding rounding() {
        return amount(step).filter(value -> value.signum() > 0)
                .map(value -> new BulkEdit.Rounding(value, mode.getValue().value)).orElse(null);
    }

    private void fieldChosen() {
        editor = editor(field());
        var before = operation.getValue();
        var items = Operation.of(field()).stream().map(each -> new Item<>(each, words.say(each.key()))).toList();
        operation.getItems().setAll(items);
        operation.setValue(items.contains(before) ? before : items.getFirst());
        lay();
    }

    private FieldEditor editor(Field of) {
        var made = new FieldEditor(of, words, currency);
        made.show(Values.NONE);
        made.onEdited(() -> edited.run());
        return made;
    }

    /// Shows the inputs that the operation needs.
    private void lay() {
        var parts = new ArrayList<Node>(List.of(named("bulk-edit.field", field, ""),
                named("bulk-edit.operation", operation, "")));
        String unit = field().type() instanceof FieldType.Amount ? currency : words.say("editor.minutes");
        switch (operation.getValue().value) {
            case SET -> parts.add(grown(editor));
            case ADD -> {
                parts.add(named("bulk-edit.amount", number, unit));
                parts.addAll(roundings(unit));
            }
            case PERCENT -> {
                parts.add(named("bulk-edit.percent", number, "%"));
                parts.addAll(roundings(unit));
            }
            case ROUND -> parts.addAll(roundings(unit));
            case REPLACE -> {
                parts.add(grown(named("bulk-edit.find", find, "")));
                parts.add(grown(named("bulk-edit.with", with, "")));
            }
        }
        getChildren().setAll(parts);
        edited.run();
    }

    private List<Node> roundings(String unit) {
        return List.of(named("bulk-edit.step", step, unit), named("bulk-edit.mode", mode, ""));
    }

    private static Node grown(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    private Node named(String key, Control control, String unit) {
        var label = new Label(words.say(key));
        label.setLabelFor(control);
        var line = new HBox(control);
        line.getStyleClass().add("with-unit");
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(control, Priority.ALWAYS);
        if (control instanceof TextField input && !unit.isEmpty()) {
            input.setPrefColumnCount(8);
            if (!input.getStyleClass().contains("number-field")) input.getStyleClass().add("number-field");
            var name = new Label(unit);
            name.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(name);
        }
        var box = new VBox(label, line);
        box.getStyleClass().add("field-editor");
        return box;
    }

    /// Where the person begins.
    void focus() {
        field.requestFocus();
    }
}
