package io.calsync.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The data of one sentence for a person: a key of the resource bundle and what goes into its gaps. Kept in rows and in
/// the audit trail, so that a sentence written by a German console reads in English in an English one.
///
/// @param key  key in `messages.properties`
/// @param args texts for `{0}`, `{1}` ...; one that begins with `field:` is replaced by that field's label
public record Message(String key, List<String> args) {
    private static final String FIELD = "field:";

    public Message {
        args = List.copyOf(args);
    }

    /// @param args values whose `toString` fills the gaps; a [Field] is shown by its label
    public static Message of(String key, Object... args) {
        return new Message(key, Stream.of(args).map(Message::text).toList());
    }

    /// The key of the field that an argument stands for, or null where it is plain text.
    public static @Nullable String fieldKey(String arg) {
        return arg.startsWith(FIELD) ? arg.substring(FIELD.length()) : null;
    }

    private static String text(Object arg) {
        return arg instanceof Field field ? FIELD + field.key() : String.valueOf(arg);
    }
}
