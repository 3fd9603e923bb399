package io.calsync.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calsync.exchange.ImportPlan.Refusal;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import io.calsync.ui.Desk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whatever bytes a file holds: they are a table that comes back from a file of its own as it was, and each of its lines
/// would do something or is refused in words; or the file is refused in words.
class CsvFuzzTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);
    private static final Desk DESK = desk();

    @FuzzTest(maxDuration = "1h")
    void everyFileIsATableOrRefusedInWords(byte[] file) throws IOException, ProblemException {
        CsvTable table;
        try {
            table = CsvReading.of(file);
        } catch (ProblemException e) {
            String said = TEXTS.say(e.problem().message());
            assertFalse(said.isBlank() || said.startsWith("["), said);
            return;
        }
        assertEquals(cells(table), cells(writtenAndRead(table)));
        var matching = Matching.proposed(table.header());
        for (Key key : Key.in(matching)) {
            var plan = new Importer(DESK.sync, TEXTS, new TimeText(TEXTS, ZoneOffset.UTC))
                    .plan(table, new ImportPlan.Choices(matching, key, 1), Progress.NONE);
            assertEquals(table.lines().size(), plan.lines().size());
            for (Refusal refusal : Importer.Outcome.of(plan).refused())
                assertFalse(Reason.say(refusal.why(), TEXTS).isBlank());
        }
    }

    private static CsvTable writtenAndRead(CsvTable table) throws IOException, ProblemException {
        var out = new ByteArrayOutputStream();
        new CsvWriting(out, table.separator()).lines(cells(table));
        return CsvReading.of(out.toByteArray());
    }

    private static List<List<String>> cells(CsvTable table) {
        var all = new ArrayList<List<String>>();
        all.add(table.header());
        table.lines().forEach(line -> all.add(line.cells()));
        return all;
    }

    private static Desk desk() {
        try {
            return Desk.of(Operator.Role.STAFF);
        } catch (ProblemException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
