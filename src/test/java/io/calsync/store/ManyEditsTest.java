package io.calsync.store;

import static io.calsync.store.Fixture.IMPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.sync.Editing;
import io.calsync.sync.Feed;
import io.calsync.sync.History;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// One edit of ten thousand services and the way back. The bounds are generous, for a machine that does other things as
/// well; the figures go to the test report.
class ManyEditsTest {
    private static final int COUNT = 10_000;

    @TempDir private Path directory;

    @Test
    void aStepOfTenThousandGoesThereAndBack(TestReporter reporter) throws Exception {
        try (var workspace = Fixture.open(directory)) {
            workspace.seed(Fixture.many(COUNT), IMPORT);
            var operator = new Operator("Mara", "mara", Operator.Role.STAFF);
            var session = new Session(workspace.rows(), workspace.platform(), workspace.journal(), workspace.memory(),
                    null, operator, InstantSource.system(), new Feed());
            var edits = workspace.rows().all().stream()
                    .map(row -> new Editing.Edit(row.id(), row.platform(), Patch.of(Field.BUFFER_AFTER, 25L))).toList();
            var saved = timed(reporter, "10,000 edits as one step", 120,
                    () -> new Editing(session).saveMany(edits, Progress.NONE));
            assertEquals(COUNT, saved.changed());
            var history = new History(session);
            var step = timed(reporter, "what can be undone", 10,
                    () -> history.wayBack(Instant.EPOCH).undo().getLast());
            assertEquals(COUNT, step.entries().size());
            assertEquals(COUNT, timed(reporter, "preview of the undo", 30,
                    () -> history.previewAll(saved.run(), Progress.NONE)).services());
            var begun = history.undoAll(saved.run(), new EndingAt(1_000));
            int left = COUNT - begun.services();
            assertTrue(begun.services() >= 1_000 && left > COUNT / 2, begun.services() + " were undone");
            assertEquals(left, begun.left());
            assertEquals(left, history.wayBack(Instant.EPOCH).undo().getLast().entries().size());
            var rest = timed(reporter, "undo", 60, () -> history.undoAll(saved.run(), Progress.NONE));
            assertEquals(left, rest.services());
            assertTrue(workspace.rows().all().stream()
                    .noneMatch(row -> row.platform().get(Field.BUFFER_AFTER).equals(25L)));
            assertTrue(workspace.journal().verify().whole());
        }
    }

    private static <T> T timed(TestReporter reporter, String what, int seconds, Work<T> work) throws ProblemException {
        var begin = System.nanoTime();
        T result = work.run();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        reporter.publishEntry(what, took.toMillis() + " ms");
        assertTrue(took.toSeconds() < seconds, what + " took " + took);
        return result;
    }

    /// A person who ends it after so many.
    private static final class EndingAt implements Progress {
        private final int most;
        private int reached;

        EndingAt(int most) {
            this.most = most;
        }

        @Override
        public void at(int done, int total, String service) {
            reached = done;
        }

        @Override
        public boolean cancelled() {
            return reached >= most;
        }
    }

    private interface Work<T> {
        T run() throws ProblemException;
    }
}
