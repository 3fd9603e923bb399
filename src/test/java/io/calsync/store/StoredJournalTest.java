package io.calsync.store;

import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.NOW;
import static io.calsync.store.Fixture.sql;
import static io.calsync.store.Fixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Change;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.Cause.Source;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredJournalTest {
    @TempDir private Path directory;

    private Workspace workspace;

    @BeforeEach
    void open() throws ProblemException {
        workspace = Fixture.salon(directory);
        for (long minutes : new long[]{70, 80, 90}) edit(minutes);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void findsTheTrailWhole() throws Exception {
        var verification = workspace.journal().verify();
        assertTrue(verification.whole(), () -> verification.problems().toString());
        assertEquals(5, verification.count());
        assertEquals(value(directory, "select hash from calsync_head"), verification.head());
    }

    @Test
    void findsHalfACharacterInThePlaceOfAQuestionMark() throws Exception {
        var entry = Entry.after(new Trail.Head(0, ""), NOW, new Cause(Source.RUN, Fixture.MARA, "", "?"), 0, "", null,
                List.of());
        var other = Entry.after(new Trail.Head(0, ""), NOW, new Cause(Source.RUN, Fixture.MARA, "", "\ud800"), 0, "",
                null, List.of());
        assertNotEquals(entry.hash(), other.hash());
    }

    @Test
    void writesDownWhatChangedNoRow() throws Exception {
        workspace.journal().note(new Cause(Source.RUN, Fixture.MARA, "run-1", "by hand"),
                Message.of("guard.passed", "a1b2"));
        var entry = workspace.journal().entries(Query.newest(1)).getFirst();
        assertEquals(6, entry.seq());
        assertEquals(new Cause(Source.RUN, Fixture.MARA, "run-1", "by hand"), entry.cause());
        assertEquals(Message.of("guard.passed", "a1b2"), entry.what());
        assertEquals(NOW.truncatedTo(ChronoUnit.MICROS), entry.at());
        assertTrue(workspace.journal().verify().whole());
    }

    @Test
    void saysThatAnEntryCannotBeReadAnyMore() throws Exception {
        sql(directory, "update calsync_audit set source = 'NONE' where seq = 3");
        var thrown = assertThrows(ProblemException.class, () -> workspace.journal().entry(3));
        assertEquals("problem.store-failed", thrown.problem().message().key());
    }

    @Test
    void givesTheEntriesThatAreWanted() throws ProblemException {
        var journal = workspace.journal();
        assertEquals(List.of(5L, 4L), numbers(journal.entries(Query.newest(2))));
        assertEquals(List.of(2L), numbers(journal.entries(Query.ofService(2, 10))));
        assertEquals(List.of(2L, 1L), numbers(journal.entries(new Query(0, Source.IMPORT, null, 0, 10))));
        assertEquals(List.of(3L, 2L), numbers(journal.entries(new Query(0, null, null, 4, 2))));
        assertEquals(5, journal.entries(new Query(0, null, NOW.minusSeconds(1), 0, 10)).size());
        assertEquals(List.of(), journal.entries(new Query(0, null, NOW.plusSeconds(1), 0, 10)));
        assertTrue(journal.entry(99).isEmpty());
    }

    @Test
    void playedBackGivesThePresentState() throws Exception {
        var random = new Random(20260302);
        for (int i = 0; i < 60; i++) {
            long id = 1L + random.nextInt(2);
            int step = random.nextInt(6);
            var values = Values.NONE.with(Field.NAME, "N" + random.nextInt(4)).with(Field.PRICE, Values.NOT_HELD);
            if (step == 0) sql(directory, "update services set name = 'P" + i + "', slug = null where id = " + id);
            else workspace.rows().update(id, EDIT, row -> changed(row, step, values));
        }
        workspace.platform().services(EDIT);

        var replayed = new HashMap<Long, Row>();
        for (AuditEntry entry : workspace.journal().entries(Query.newest(1000)).reversed()) {
            var before = replayed.getOrDefault(entry.serviceId(), Row.of(entry.serviceId(), Values.NONE));
            replayed.put(entry.serviceId(), Change.replay(before, entry.changes()));
        }
        for (Row row : workspace.rows().all()) {
            var played = Objects.requireNonNull(replayed.get(row.id()));
            assertEquals(List.of(row.base(), row.platform(), row.calcom()),
                    List.of(played.base(), played.platform(), played.calcom()));
            assertEquals(row.link().eventTypeId(), played.link().eventTypeId());
            assertEquals(row.link().state(), played.link().state());
        }
        assertTrue(workspace.journal().verify().whole());
    }

    private static Row changed(Row row, int step, Values values) {
        return switch (step) {
            case 1 -> row.edited(row.platform().with(Field.NAME, values.text(Field.NAME)), NOW);
            case 2 -> row.link().linked() ? row.unlinked() : row.linked(100 + row.id());
            case 3 -> row.missing(row.link().eventTypeId(), NOW);
            default -> row.seen(new EventType(row.link().eventTypeId(), 0, values, Map.of(), NOW, List.of()));
        };
    }

    private void edit(long minutes) throws ProblemException {
        workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.DURATION, minutes), NOW));
    }

    private static List<Long> numbers(List<AuditEntry> entries) {
        return entries.stream().map(AuditEntry::seq).toList();
    }
}
