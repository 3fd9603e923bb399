package io.calsync.text;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The user-visible texts in one language, from the bundles `core`, `files`, `window` and `commands` in this folder. Apostrophes in
/// them are typographic (’), because a straight one is a sign of [MessageFormat].
public final class Texts {
    private static final List<String> BUNDLES = List.of("core", "files", "window", "commands");

    private final Locale locale;
    private final Merged bundle;

    public Texts(Locale locale) {
        this.locale = locale;
        this.bundle = new Merged(locale);
    }

    public Locale locale() {
        return locale;
    }

    /// All texts, for FXML's `%key`.
    public ResourceBundle bundle() {
        return bundle;
    }

    public String say(Message message) {
        return say(message.key(), message.args().stream().map(this::argument).toArray());
    }

    /// @param args fill the gaps `{0}`, `{1}` ...
    public String say(String key, Object... args) {
        // What has no text stands for itself, whatever signs are in it.
        String text = bundle.getString(key);
        return bundle.containsKey(key) ? new MessageFormat(text, locale).format(args) : text;
    }

    /// A text that depends on a count: `key.one` for 1, else `key.many`; the count fills `{0}`.
    public String count(String key, long count) {
        return say(key + (count == 1 ? ".one" : ".many"), count);
    }

    /// A field's label, such as "Duration".
    public String label(Field field) {
        return say("field." + field.key());
    }

    private String argument(String arg) {
        var nested = Message.within(arg);
        if (nested != null) return say(nested);
        String key = Message.fieldKey(arg);
        return key == null ? Message.plain(arg) : Field.of(key).map(this::label).orElse(key);
    }

    /// Several bundles as one.
    private static final class Merged extends ResourceBundle {
        private final Map<String, String> texts = new HashMap<>();

        Merged(Locale locale) {
            var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
            for (String name : BUNDLES) {
                var part = ResourceBundle.getBundle("io.calsync.text." + name, locale, control);
                for (String key : part.keySet()) texts.put(key, part.getString(key));
            }
        }

        @Override
        protected Object handleGetObject(String key) {
            String text = texts.get(key);
            return text == null ? "[" + key + "]" : text;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
