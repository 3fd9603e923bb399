package io.calsync.ui.kit;

import io.calsync.domain.Message;
import io.calsync.text.TimeText;
import io.calsync.text.Texts;
import io.calsync.text.ValueText;
import java.time.ZoneId;

/// Everything that turns data into words of the person's language.
public record Words(Texts texts, ValueText values, TimeText times) {
    public static Words of(Texts texts, ZoneId zone) {
        return new Words(texts, new ValueText(texts), new TimeText(texts, zone));
    }

    public String say(String key, Object... args) {
        return texts.say(key, args);
    }

    public String say(Message message) {
        return texts.say(message);
    }
}
