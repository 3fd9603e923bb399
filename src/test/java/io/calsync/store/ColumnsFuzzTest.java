package io.calsync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Values;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whatever somebody wrote into the columns of a row or of an audit entry: it is read, and then kept as it was read, or it
/// is said to be unreadable; nothing else.
///
/// An input's lines are the columns: nine of a row, or after a line `entry` the source, role, sentence and changes of
/// one. `./mvnw -Pfuzz test -Dtest=ColumnsFuzzTest` looks for new inputs for an hour.
class ColumnsFuzzTest {
    @FuzzTest(maxDuration = "1h")
    void everyColumnIsReadOrSaidToBeUnreadable(byte[] input) {
        var lines = new String(input, StandardCharsets.UTF_8).split("\n", -1);
        try {
            if (lines[0].equals("entry")) entry(lines);
            else row(lines);
        } catch (Json.Unreadable unreadable) {
            assertNotNull(unreadable.getMessage());
        }
    }

    private static void row(String[] lines) {
        var names = RowJson.COLUMNS.split(", ", -1);
        var columns = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < names.length; i++) columns.put(names[i], i < lines.length ? column(lines[i]) : null);
        columns.put("version", 1L);
        var row = RowJson.row(7, Columns.of(columns));

        var again = new HashMap<String, @Nullable Object>(Map.of("version", 1L));
        var values = RowJson.columns(row);
        for (int i = 0; i < names.length; i++) again.put(names[i], values[i]);
        assertEquals(row, RowJson.row(7, Columns.of(again)));
        var outlook = Outlook.of(row, Rules.DEFAULT);
        assertNotNull(outlook.status());
        outlook.errors();
        var before = Row.of(7, Values.NONE);
        var replayed = Change.replay(before, Change.between(before, row));
        for (Field field : Field.values()) assertEquals(row.base().raw(field), replayed.base().raw(field));
    }

    private static @Nullable Object column(String text) {
        if (text.isEmpty()) return null;
        if (text.matches("\\d{1,18}")) return Long.valueOf(text);
        return text.equals("true") ? (Object) true : text;
    }

    private static void entry(String[] lines) {
        var entry = new Entry(1, Instant.EPOCH, line(lines, 1), "Mara", "mara", line(lines, 2), "", "", 7, "Cut",
                lines.length > 3 && !lines[3].isEmpty() ? lines[3] : null, line(lines, 4), "", "");
        entry.audit().story();
    }

    private static String line(String[] lines, int number) {
        return number < lines.length ? lines[number] : "";
    }
}
