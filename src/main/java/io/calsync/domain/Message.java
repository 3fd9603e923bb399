package io.calsync.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The data of one sentence for a person: a key of the resource bundle and what goes into its gaps. Kept in rows and in
/// the audit trail, so that a sentence written by a German console reads in English in an English one.
///
/// @param key  key in `messages.properties`
/// @param args texts for `{0}`, `{1}` ...; one that begins with `field:` is replaced by that field's label, one that begins
///             with `text:` is a message itself, and `plain:` stands before a text of a person that begins like these
public record Message(String key, List<String> args) {
    private static final String FIELD = "field:";
    private static final String TEXT = "text:";
    private static final String PLAIN = "plain:";
    private static final String BETWEEN = "\n";

    public Message {
        args = List.copyOf(args);
    }

    /// @param args values whose `toString` fills the gaps; a [Field] is shown by its label, a message is said
    public static Message of(String key, Object... args) {
        return new Message(key, Stream.of(args).map(Message::text).toList());
    }

    /// The key of the field that an argument stands for, or null where it is plain text.
    public static @Nullable String fieldKey(String arg) {
        return arg.startsWith(FIELD) ? arg.substring(FIELD.length()) : null;
    }

    /// The message that an argument is, or null where it is none.
    public static @Nullable Message within(String arg) {
        if (!arg.startsWith(TEXT)) return null;
        var parts = List.of(arg.substring(TEXT.length()).split(BETWEEN, -1));
        return new Message(parts.getFirst(), parts.subList(1, parts.size()));
    }

    /// The text that an argument is, where it stands for neither a field nor a message.
    public static String plain(String arg) {
        return arg.startsWith(PLAIN) ? arg.substring(PLAIN.length()) : arg;
    }

    /// This message as an argument of another, such as the cause in brackets; its own arguments are of one line each.
    public String asArgument() {
        return TEXT + String.join(BETWEEN, Stream.concat(Stream.of(key), args.stream()).toList());
    }

    private static String text(Object arg) {
        return switch (arg) {
            case Field field -> FIELD + field.key();
            case Message message -> message.asArgument();
            default -> protectedText(String.valueOf(arg));
        };
    }

    private static String protectedText(String text) {
        return Stream.of(FIELD, TEXT, PLAIN).anyMatch(text::startsWith) ? PLAIN + text : text;
    }
}
