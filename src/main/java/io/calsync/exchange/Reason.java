package io.calsync.exchange;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a line of a file is not taken.
///
/// @param field that has the mistake, null where it is the line as a whole
public record Reason(@Nullable Field field, Message message) {
    static Reason of(String key, Object... args) {
        return new Reason(null, Message.of(key, args));
    }

    /// Several as one text.
    public static String say(List<Reason> reasons, Texts texts) {
        return reasons.stream().map(reason -> reason.say(texts)).collect(Collectors.joining(" "));
    }

    private String say(Texts texts) {
        return field == null ? texts.say(message)
                : texts.say("import.of-field", texts.label(field), texts.say(message));
    }
}
