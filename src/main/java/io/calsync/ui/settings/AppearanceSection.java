package io.calsync.ui.settings;

import io.calsync.ui.kit.Appearance;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// Theme, size of text and language.
final class AppearanceSection extends Section {
    private final Look look;
    private final Map<String, RadioButton> languages = new LinkedHashMap<>();

    AppearanceSection(UiContext ctx, Look look) {
        super(ctx, "appearance");
        this.look = look;
        getChildren().addAll(line(say("settings.theme"), "settings-subheading"), themes(),
                line(say("settings.text-size"), "settings-subheading"), textSizes(),
                line(say("settings.language"), "settings-subheading"), languages(),
                line(say("settings.next-window"), "muted"));
    }

    @Override
    void shown() {
        languages.forEach((language, radio) -> radio.setSelected(language.equals(look.language())));
    }

    private VBox themes() {
        var group = new ToggleGroup();
        var box = box();
        for (Theme theme : Theme.values()) {
            var radio = radio(group, "theme-" + theme.name().replace('_', '-'), say(theme.key()));
            ctx.appearance().theme().subscribe(now -> radio.setSelected(now == theme));
            radio.setOnAction(_ -> look.choose(theme));
            box.getChildren().add(radio);
        }
        return box;
    }

    private Wrap textSizes() {
        var group = new ToggleGroup();
        var box = new Wrap();
        box.getStyleClass().add("settings-line");
        for (int percent : Appearance.TEXT_SIZES) {
            var radio = radio(group, "text-size-" + percent, say("settings.text-size.percent", percent));
            radio.setMinWidth(USE_PREF_SIZE);
            ctx.appearance().textSize().subscribe(now -> radio.setSelected(now.intValue() == percent));
            radio.setOnAction(_ -> look.choose(percent));
            box.getChildren().add(radio);
        }
        return box;
    }

    private VBox languages() {
        var group = new ToggleGroup();
        var box = box();
        for (String language : Look.LANGUAGES) {
            var radio = radio(group, "language-" + Look.id(language), look.name(language));
            radio.setOnAction(_ -> look.choose(language));
            languages.put(language, radio);
        }
        box.getChildren().addAll(languages.values());
        return box;
    }

    private static RadioButton radio(ToggleGroup group, String id, String text) {
        var radio = new RadioButton(text);
        radio.setId(id.toLowerCase(Locale.ROOT));
        radio.setToggleGroup(group);
        return radio;
    }

    private static VBox box() {
        var box = new VBox();
        box.getStyleClass().add("settings-options");
        return box;
    }
}
