package io.calsync.ui.kit;

import io.calsync.domain.FieldType;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The control in which a person types a value, told as text.
///
/// @param node    the control with its unit
/// @param changes fires whenever the person changes something
record FieldInput(Node node, Control control, Supplier<String> read, Consumer<String> write,
        ObservableValue<?> changes) {
    static FieldInput of(FieldType type, Words words, String currency) {
        return switch (type) {
            case FieldType.Text(_, _, boolean multiline, _) -> multiline ? area() : text(new TextField());
            case FieldType.Minutes _ -> withUnit(words.say("editor.minutes"));
            case FieldType.Amount _ -> withUnit(currency);
            case FieldType.Flag _ -> flag(words);
        };
    }

    private static FieldInput text(TextInputControl input) {
        return new FieldInput(input, input, input::getText, input::setText, input.textProperty());
    }

    private static FieldInput area() {
        var area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(4);
        // Tab leaves the field, as in every other one.
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.TAB) return;
            area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        });
        return text(area);
    }

    private static FieldInput withUnit(String unit) {
        var field = new TextField();
        field.getStyleClass().add("number-field");
        field.setPrefColumnCount(8);
        var name = new Label(unit);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(field, name);
        row.getStyleClass().add("with-unit");
        row.setAlignment(Pos.CENTER_LEFT);
        return new FieldInput(row, field, field::getText, field::setText, field.textProperty());
    }

    private static FieldInput flag(Words words) {
        var box = new CheckBox();
        box.selectedProperty().subscribe(on -> box.setText(words.say(on ? "value.yes" : "value.no")));
        return new FieldInput(
                box, box, () -> Boolean.toString(box.isSelected()), text -> box.setSelected(Boolean.parseBoolean(text)),
                box.selectedProperty());
    }
}
