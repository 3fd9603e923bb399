package io.calsync.cli;

import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Patch;
import io.calsync.sync.ProblemException;
import io.calsync.text.ValueText;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads `--set field=value`; a field goes by its registry key.
final class Edits {
    private Edits() {}

    /// @param currency of prices
    /// @throws ProblemException naming what exists where a field or value does not
    static Patch read(List<String> assignments, ValueText values, String currency) throws ProblemException {
        var to = new EnumMap<Field, Object>(Field.class);
        for (String assignment : assignments) {
            var parts = split(assignment);
            var field = field(parts[0], Field.editable());
            var value = values.parse(field, parts[1], currency);
            if (value.isEmpty()) throw Refusals.of("cli.not-a-value." + kind(field), field.key(), parts[1]);
            to.put(field, value.get());
        }
        return new Patch(to);
    }

    /// Names what was saved and is seldom meant.
    static void unusual(Patch edit, Console console) {
        edit.to().forEach((field, value) -> field.type().unusual(value)
                .ifPresent(why -> console.note("cli.invalid-field", field.key(), console.texts().say(why))));
    }

    /// The two sides of `name=value`.
    static String[] split(String assignment) throws ProblemException {
        int equals = assignment.indexOf('=');
        if (equals < 1) throw Refusals.of("cli.no-assignment", assignment);
        return new String[]{assignment.substring(0, equals), assignment.substring(equals + 1)};
    }

    static Field field(String key, Set<Field> among) throws ProblemException {
        return Field.of(key).filter(among::contains)
                .orElseThrow(() -> Refusals.of("cli.unknown-field", key, keys(among)));
    }

    private static String keys(Collection<Field> fields) {
        return fields.stream().map(Field::key).collect(Collectors.joining(", "));
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case FieldType.Text _ -> "text";
            case FieldType.Minutes _ -> "minutes";
            case FieldType.Amount _ -> "amount";
            case FieldType.Flag _ -> "flag";
        };
    }
}
