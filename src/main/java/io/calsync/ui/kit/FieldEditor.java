package io.calsync.ui.kit;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Values;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Label, control and message of one field, all derived from its [io.calsync.domain.FieldType]. The message stands at the
/// field, names limit and value, and comes while the person types.
public final class FieldEditor extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final PseudoClass UNUSUAL = PseudoClass.getPseudoClass("unusual");

    private final Field field;
    private final Words words;
    private final String currency;
    private final FieldInput input;
    private final Label message = new Label();
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
    private String shown = "";
    private Runnable edited = () -> {};

    /// @param currency ISO 4217 code for a price
    public FieldEditor(Field field, Words words, String currency) {
        this.field = field;
        this.words = words;
        this.currency = currency;
        this.input = FieldInput.of(field.type(), words, currency);
        var label = new Label(words.texts().label(field));
        label.setLabelFor(input.control());
        input.control().setId("field-" + field.key());
        input.control().setAccessibleText(words.texts().label(field));
        message.setId("message-" + field.key());
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("field-editor");
        message.getStyleClass().add("field-message");
        getChildren().addAll(label, input.node(), message);
        input.changes().subscribe(_ -> changed());
    }

    public Field field() {
        return field;
    }

    /// The control that takes the focus.
    public Control control() {
        return input.control();
    }

    /// Shows what a side holds; counts as untouched.
    public void show(Values values) {
        String text = values.has(field) ? words.values().edit(field, values.get(field)) : "";
        // Writing the same text again would move the caret under the person's hand.
        if (!input.read().get().equals(text)) input.write().accept(text);
        shown = input.read().get();
        changed();
    }

    /// What stands in the control, as text.
    public String typed() {
        return input.read().get();
    }

    /// Puts text into the control as if the person had typed it.
    public void type(String text) {
        input.write().accept(text);
    }

    /// Whether the control differs from what it was given.
    public boolean touched() {
        return !input.read().get().equals(shown);
    }

    /// What the person typed, empty where it is no value of this field's kind.
    public Optional<Object> value() {
        return words.values().parse(field, input.read().get(), currency);
    }

    /// The given values with the one of this field, where the person touched it and it is one.
    public Values into(Values form) {
        return touched() ? value().map(value -> form.with(field, value)).orElse(form) : form;
    }

    /// What is wrong with it, null when it may be saved.
    public ReadOnlyObjectProperty<@Nullable Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Shows what saving found wrong.
    public void refuse(Message why) {
        problem.set(why);
        say(why, true);
    }

    /// For a person who may only read it.
    public void lock() {
        if (input.control() instanceof TextInputControl text) text.setEditable(false);
        else input.control().setDisable(true);
    }

    public void onEdited(Runnable handler) {
        edited = handler;
    }

    private void changed() {
        var wrong = touched() ? wrong() : null;
        problem.set(wrong);
        var unusual = wrong == null ? value().flatMap(field.type()::unusual).orElse(null) : null;
        say(wrong == null ? unusual : wrong, wrong != null);
        edited.run();
    }

    private @Nullable Message wrong() {
        return value().map(value -> field.type().beyondLimits(value).orElse(null))
                .orElseGet(() -> value().isEmpty() ? Message.of("edit.not-a-value", field, input.read().get()) : null);
    }

    private void say(@Nullable Message what, boolean invalid) {
        message.setText(what == null ? "" : words.say(what));
        message.setVisible(what != null);
        message.setManaged(what != null);
        pseudoClassStateChanged(INVALID, what != null && invalid);
        pseudoClassStateChanged(UNUSUAL, what != null && !invalid);
        // A screen reader says the message with the field, not only the colour's viewer sees it.
        input.control().setAccessibleHelp(message.getText());
    }
}
