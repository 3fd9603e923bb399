package io.calsync.ui.settings;

import io.calsync.sync.Operator;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import java.util.Locale;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;

/// Who sits at this console and may do what.
final class OperatorSection extends Section {
    private final Preferences preferences;
    private final TextField name = new TextField();
    private final ToggleGroup role = new ToggleGroup();

    OperatorSection(UiContext ctx, Preferences preferences) {
        super(ctx, "operator");
        this.preferences = preferences;
        var now = preferences.choices();
        name.setId("operator-name");
        name.setText(now.operator());
        name.setPrefColumnCount(24);
        var label = line(say("settings.operator.name"), "muted");
        label.setLabelFor(name);
        label.setMinWidth(USE_PREF_SIZE);
        var line = new Wrap(label, name);
        line.getStyleClass().add("settings-line");
        getChildren().addAll(
                line(say("settings.operator.now", ctx.operator().name(), word(ctx.operator().role())), "strong"),
                line, line(say("settings.operator.role"), "settings-subheading"));
        for (var each : Operator.Role.values()) getChildren().add(radio(each, each == now.role()));
        var save = Action.SAVE_OPERATOR.button(ctx.words(), this::save);
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        getChildren().addAll(line(say("settings.operator.boundary"), "muted"),
                line(say("settings.next-window"), "muted"), save);
    }

    private void save() {
        var choices = preferences.choices().with(name.getText().strip(),
                (Operator.Role) role.getSelectedToggle().getUserData());
        ctx.background().run(() -> preferences.save(choices))
                .result(_ -> ctx.notices().done(say("settings.operator.saved")))
                .start();
    }

    private RadioButton radio(Operator.Role each, boolean chosen) {
        var radio = new RadioButton(
                word(each) + ": " + say("settings.role." + each.name().toLowerCase(Locale.ROOT) + ".means"));
        radio.setId("role-" + each.name().toLowerCase(Locale.ROOT));
        radio.setWrapText(true);
        radio.setMinHeight(USE_PREF_SIZE);
        radio.setUserData(each);
        radio.setToggleGroup(role);
        radio.setSelected(chosen);
        return radio;
    }

    private String word(Operator.Role each) {
        return say("settings.role." + each.name().toLowerCase(Locale.ROOT));
    }
}
