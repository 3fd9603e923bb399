package io.calsync.store;

import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.IMPORT;
import static io.calsync.store.Fixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Rows.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand services. The bounds are generous, for a machine that does other things as well; the figures go to the
/// test report.
class ManyServicesTest {
    private static final int COUNT = 10_000;

    @TempDir private Path directory;

    @Test
    void keepsPaceWithTenThousandServices(TestReporter reporter) throws Exception {
        try (var workspace = Fixture.open(directory)) {
            timed(reporter, "seed", 60, () -> {
                workspace.seed(Fixture.many(COUNT), IMPORT);
                return 0;
            });
            assertEquals(COUNT, timed(reporter, "rows, cold", 5, () -> workspace.rows().all()).size());
            assertEquals(COUNT, timed(reporter, "rows, warm", 3, () -> workspace.rows().all()).size());
            assertEquals(COUNT, timed(reporter, "services", 3, () -> workspace.platform().services(EDIT)).size());

            var looks = new HashMap<Long, Step>();
            for (Row row : workspace.rows().all()) looks.put(row.id(), known -> known.seen(answer(known)));
            assertEquals(COUNT,
                    timed(reporter, "first look", 15, () -> workspace.rows().updateAll(EDIT, looks)).size());
            assertEquals(0,
                    timed(reporter, "look without news", 10, () -> workspace.rows().updateAll(EDIT, looks)).size());

            timed(reporter, "rules", 10, () -> {
                workspace.memory().rules(now -> now.with(Field.DURATION, Policy.PLATFORM_WINS), EDIT);
                return 0;
            });
            assertTrue(timed(reporter, "verify", 10, () -> workspace.journal().verify()).whole());
            timed(reporter, "newest 200 entries", 2, () -> workspace.journal().entries(Query.newest(200)));
            timed(reporter, "100 edits", 10, () -> {
                for (long id = 1; id <= 100; id++) {
                    workspace.rows().update(id, EDIT,
                            row -> row.edited(row.platform().with(Field.BUFFER_AFTER, 15L), NOW));
                }
                return 0;
            });
        }
        timed(reporter, "open again", 5, () -> {
            Fixture.open(directory).close();
            return 0;
        });
    }

    private static EventType answer(Row row) {
        var values = row.platform().with(Field.PRICE, Values.NOT_HELD).with(Field.DURATION, 61L);
        return new EventType(row.link().eventTypeId(), 0, values, Map.of(), NOW, List.of());
    }

    private static <T> T timed(TestReporter reporter, String what, int seconds, Work<T> work) throws ProblemException {
        var begin = System.nanoTime();
        T result = work.run();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        reporter.publishEntry(what, took.toMillis() + " ms");
        assertTrue(took.toSeconds() < seconds, () -> what + " took " + took);
        return result;
    }

    private interface Work<T> {
        T run() throws ProblemException;
    }
}
