package io.calsync.ui.settings;

import io.calsync.ui.kit.Appearance;
import io.calsync.ui.kit.Command;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What a person can choose of how the window looks: theme and size of text, at once, and language, from the next window
/// on.
record Look(UiContext ctx, Preferences preferences) {
    static final List<String> LANGUAGES = List.of("", "en", "de");

    void choose(Theme theme) {
        ctx.appearance().theme().set(theme);
        save(preferences.choices().with(theme));
    }

    void choose(int percent) {
        ctx.appearance().textSize().set(percent);
        save(preferences.choices().withTextSize(percent));
    }

    /// @param language one of [#LANGUAGES]
    void choose(String language) {
        save(preferences.choices().withLanguage(language));
    }

    String language() {
        return preferences.choices().language();
    }

    String name(String language) {
        return say("settings.language." + id(language));
    }

    static String id(String language) {
        return language.isEmpty() ? "system" : language;
    }

    /// Each choice as something to do.
    List<Command> commands() {
        var commands = new ArrayList<Command>();
        for (Theme theme : Theme.values())
            commands.add(command("settings.theme", say(theme.key()), theme == ctx.appearance().theme().get(),
                    Feather.SUN, () -> choose(theme)));
        for (int percent : Appearance.TEXT_SIZES)
            commands.add(command("settings.text-size", say("settings.text-size.percent", percent),
                    percent == ctx.appearance().textSize().get(), Feather.TYPE, () -> choose(percent)));
        for (String language : LANGUAGES)
            commands.add(command("settings.language", name(language), language.equals(language()), Feather.GLOBE,
                    () -> {
                        choose(language);
                        ctx.notices().done(say("settings.language.chosen", name(language)));
                    }));
        return commands;
    }

    private Command command(String subject, String choice, boolean chosen, Ikon icon, Runnable perform) {
        return new Command(say("palette.choice", say(subject), choice),
                say(chosen ? "palette.choice.present" : "settings.appearance"), icon, null, !chosen, perform);
    }

    private void save(Preferences.Choices choices) {
        ctx.background().run(() -> preferences.save(choices)).start();
    }

    private String say(String key, Object... args) {
        return ctx.words().say(key, args);
    }
}
