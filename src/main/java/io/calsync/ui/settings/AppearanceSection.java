package io.calsync.ui.settings;

import io.calsync.ui.kit.Appearance;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Theme and size of text, at once, and language, from the next window on.
final class AppearanceSection extends Section {
    private static final List<String> LANGUAGES = List.of("", "en", "de");

    private final Preferences preferences;

    AppearanceSection(UiContext ctx, Preferences preferences) {
        super(ctx, "appearance");
        this.preferences = preferences;
        getChildren().addAll(line(say("settings.theme"), "settings-subheading"), themes(),
                line(say("settings.text-size"), "settings-subheading"), textSizes(),
                line(say("settings.language"), "settings-subheading"), languages(),
                line(say("settings.next-window"), "muted"));
    }

    private VBox themes() {
        var group = new ToggleGroup();
        var box = box();
        for (Theme theme : Theme.values()) {
            var radio = radio(group, "theme-" + theme.name().replace('_', '-'), say(theme.key()),
                    theme == ctx.appearance().theme().get());
            radio.setOnAction(_ -> {
                ctx.appearance().theme().set(theme);
                save(preferences.choices().with(theme));
            });
            box.getChildren().add(radio);
        }
        return box;
    }

    private HBox textSizes() {
        var group = new ToggleGroup();
        var box = new HBox();
        box.getStyleClass().add("settings-line");
        for (int percent : Appearance.TEXT_SIZES) {
            boolean chosen = percent == ctx.appearance().textSize().get();
            var radio = radio(group, "text-size-" + percent, say("settings.text-size.percent", percent), chosen);
            radio.setMinWidth(USE_PREF_SIZE);
            radio.setOnAction(_ -> {
                ctx.appearance().textSize().set(percent);
                save(preferences.choices().withTextSize(percent));
            });
            box.getChildren().add(radio);
        }
        return box;
    }

    private VBox languages() {
        var group = new ToggleGroup();
        var box = box();
        for (String language : LANGUAGES) {
            String id = language.isEmpty() ? "system" : language;
            boolean chosen = language.equals(preferences.choices().language());
            var radio = radio(group, "language-" + id, say("settings.language." + id), chosen);
            radio.setOnAction(_ -> save(preferences.choices().withLanguage(language)));
            box.getChildren().add(radio);
        }
        return box;
    }

    private void save(Preferences.Choices choices) {
        ctx.background().run(() -> preferences.save(choices)).start();
    }

    private static RadioButton radio(ToggleGroup group, String id, String text, boolean chosen) {
        var radio = new RadioButton(text);
        radio.setId(id.toLowerCase(Locale.ROOT));
        radio.setToggleGroup(group);
        radio.setSelected(chosen);
        return radio;
    }

    private static VBox box() {
        var box = new VBox();
        box.getStyleClass().add("settings-options");
        return box;
    }
}
