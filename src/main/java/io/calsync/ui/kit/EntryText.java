package io.calsync.ui.kit;

import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Values;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An entry of the audit trail in words.
public final class EntryText {
    private final Words words;

    public EntryText(Words words) {
        this.words = words;
    }

    /// What kind of event it was, such as "Edited" or "Pushed to Cal.com".
    public String kind(Cause.Source source) {
        return words.say("source." + source.name().toLowerCase(Locale.ROOT));
    }

    /// One sentence per change of a value that a person would call one; the sync's own book-keeping is left out.
    public List<String> changes(AuditEntry entry) {
        var lines = new ArrayList<String>();
        if (entry.what() instanceof Message what) lines.add(words.say(what));
        for (Change change : entry.changes()) {
            String line = change(change, entry.cause().source());
            if (!line.isEmpty()) lines.add(line);
        }
        return lines;
    }

    private String change(Change change, Cause.Source source) {
        String key = "change." + change.aspect().name().toLowerCase(Locale.ROOT);
        Field field = change.field();
        return switch (change.aspect()) {
            case PLATFORM, CALCOM -> field == null ? "" : values(key, field, change);
            // A push is told by the base it moves, everything else by the values themselves.
            case BASE -> field == null || source != Cause.Source.PUSH ? "" : values(key, field, change);
            case POLICY -> field == null ? ""
                    : words.say(key, words.texts().label(field), policy(change.from()), policy(change.to()));
            case LINK -> words.say(key, words.values().link(change.from()), words.values().link(change.to()));
            case FACT -> "";
        };
    }

    private String values(String key, Field field, Change change) {
        return words.say(key, words.texts().label(field), value(field, change.from()), value(field, change.to()));
    }

    private String value(Field field, @Nullable String text) {
        if (text == null) return words.say("value.unknown");
        if (text.equals(Change.NOT_HELD)) return words.values().show(field, Values.NOT_HELD);
        return words.values().show(field, field.type().decode(text));
    }

    /// A run, which is named by the moment of its start.
    public String run(String run) {
        return words.times().exact(Instant.parse(run));
    }

    private String policy(@Nullable String text) {
        return text == null ? words.say("value.unknown") : words.values().policy(text);
    }
}
