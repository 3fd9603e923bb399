package io.calsync.store;

import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.NOW;
import static io.calsync.store.Fixture.sql;
import static io.calsync.store.Fixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.app.Terminal;
import io.calsync.app.Terminal.Result;
import io.calsync.domain.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is done to the trail of five entries in a closed database file by plain SQL: `audit verify` finds it and says
/// which entry it concerns.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {
    private static final List<String> FILES = List.of("console.mv.db", "console.mark");
    private static final String COPY = "create table copy as select * from calsync_audit where seq = 3; "
            + "update copy set seq = %d; insert into calsync_audit select * from copy";

    @SuppressWarnings("NullAway.Init") private Path whole;

    @BeforeAll
    void fiveEntries(@TempDir Path temporary) throws Exception {
        whole = temporary;
        try (var workspace = Fixture.salon(whole)) {
            for (long minutes : new long[]{70, 80, 90})
                workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.DURATION, minutes), NOW));
        }
    }

    @Test
    void aTrailThatNobodyTouchedIsWhole(@TempDir Path directory) throws Exception {
        var verified = verified(directory);
        assertEquals(0, verified.exit(), verified.err());
        assertTrue(verified.out().contains("5 entries"), verified.out());
    }

    Stream<Arguments> everyColumn() throws Exception {
        var columns = value(whole, "select listagg(column_name || ':' || data_type) from information_schema.columns "
                + "where table_name = 'CALSYNC_AUDIT'").split(",", -1);
        return Arrays.stream(columns).map(column -> column.split(":", 2))
                .map(column -> Arguments.of(column[0], column[1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyColumn(String column, String type, @TempDir Path directory) throws Exception {
        var change = switch (type) {
            case "BIGINT" -> column + " + 1000";
            case "TIMESTAMP" -> "timestampadd(microsecond, 1, " + column + ")";
            case "CHARACTER VARYING" -> "'x' || substring(coalesce(" + column + ", ''), 2)";
            default -> throw new AssertionError("how is another " + type + " made?");
        };
        var verified = verified(directory,
                "update calsync_audit set " + column + " = " + change + " where seq in (1, 3, 5)");
        assertEquals(1, verified.exit(), verified.out());
        for (int seq : new int[]{1, 3, 5}) {
            var named = Pattern.compile("Entry " + seq + " (was changed|is missing)|Entries " + seq + " to .* missing");
            assertTrue(named.matcher(verified.out()).find(), verified.out());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update calsync_audit set what = 'null' where seq = 3          | Entry 3 was changed after it was written.
            update calsync_audit set note = 'x', run = '' where seq = 3   | Entry 3 was changed after it was written.
            delete from calsync_audit where seq = 1                       | Entry 1 is missing.
            delete from calsync_audit where seq = 3                       | Entry 3 is missing.
            delete from calsync_audit where seq = 5                       | Entry 5 is missing.
            delete from calsync_audit where seq in (3, 4)                 | Entries 3 to 4 are missing.
            delete from calsync_audit                                     | Entries 1 to 5 are missing.
            update calsync_head set hash = repeat('0', 64)                | it ends with entry 5.
            update calsync_head set entries = 4                           | should have 4 entries and has 5.
            update calsync_head set entries = 6                           | Entry 6 is missing.
            update calsync_head set id = 2                                | should have 0 entries and has 5.
            delete from calsync_head                                      | should have 0 entries and has 5.
            """)
    @MethodSource("severalStatements")
    void whatElseCanBeDone(String statements, String sentences, @TempDir Path directory) throws Exception {
        var verified = verified(directory, statements.split(";", -1));
        assertEquals(1, verified.exit(), verified.out());
        for (String sentence : sentences.split("; ", -1))
            assertTrue(verified.out().contains(sentence), verified.out());
    }

    static Stream<Arguments> severalStatements() {
        return Stream.of(
                Arguments.of(COPY.formatted(0), "Entry 0 was inserted"),
                Arguments.of(COPY.formatted(6), "Entry 6 does not follow on entry 5"),
                Arguments.of("update calsync_audit set seq = -seq where seq > 3; "
                        + "update calsync_audit set seq = 1 - seq where seq < 0; " + COPY.formatted(4)
                        + "; update calsync_head set entries = 6", "Entry 4 does not follow on entry 3"),
                Arguments.of("update calsync_audit set seq = 9 where seq = 3; "
                        + "update calsync_audit set seq = 3 where seq = 4; "
                        + "update calsync_audit set seq = 4 where seq = 9",
                        "Entry 3 does not follow on entry 2; Entry 4 does not follow on entry 3; "
                                + "Entry 5 does not follow on entry 4"));
    }

    @Test
    void aRemovalThatRenumbersTheRest(@TempDir Path directory) throws Exception {
        var refused = verified(directory, "delete from calsync_audit where seq = 3",
                "update calsync_audit set seq = seq - 1 where seq > 3", "update calsync_head set entries = 4");
        assertEquals(69, refused.exit(), "the mark beside the database knows of five");
        assertTrue(refused.err().contains("ends with entry 4"), refused.err());
        Files.delete(directory.resolve("console.mark"));
        var verified = new Terminal(directory, Map.of()).run("audit", "verify");
        assertEquals(1, verified.exit(), verified.err());
        assertTrue(verified.out().contains("Entry 3 does not follow on entry 2"), verified.out());
    }

    @Test
    void aChangeWhoseHashWasRecomputed(@TempDir Path directory) throws Exception {
        var before = new Trail.Head(2, value(whole, "select hash from calsync_audit where seq = 2"));
        var forged = Entry.after(before, NOW, EDIT, 1, "Forged", null, List.of());
        var verified = verified(directory, "update calsync_audit set service = 'Forged', changes = '[]', hash = '"
                + forged.hash() + "' where seq = 3");
        assertEquals(1, verified.exit(), verified.out());
        assertEquals(List.of("Entry 4 does not follow on entry 3: one of them was replaced."),
                verified.out().lines().skip(1).toList());
    }

    private Result verified(Path directory, String... statements) throws Exception {
        for (String file : FILES) Files.copy(whole.resolve(file), directory.resolve(file));
        sql(directory, statements);
        return new Terminal(directory, Map.of()).run("audit", "verify");
    }
}
