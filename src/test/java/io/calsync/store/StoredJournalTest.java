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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredJournalTest {
    private static final String COPY =
            "insert into calsync_audit (seq, at, source, operator, os_user, role, run, note, "
                    + "service_id, service, what, changes, previous, hash) select %s, at, source, operator, os_user, role, run, note, "
                    + "service_id, service, what, changes, previous, %s from calsync_audit where seq = 3";

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update calsync_audit set operator = 'Eve' where seq = 3                          | audit.changed [3]
            update calsync_audit set at = timestampadd(microsecond, 1, at) where seq = 3     | audit.changed [3]
            update calsync_audit set source = 'NONE' where seq = 3                           | audit.changed [3]
            update calsync_audit set note = run, what = 'null' where seq = 3                 | audit.changed [3]
            update calsync_audit set changes = replace(changes, '70', '75') where seq = 3    | audit.changed [3]
            update calsync_audit set service_id = 2 where seq = 3                            | audit.changed [3]
            update calsync_audit set hash = repeat('0', 64) where seq = 3                    | audit.changed [3]
            delete from calsync_audit where seq = 3                                          | audit.missing [3]
            delete from calsync_audit where seq in (3, 4)                                    | audit.missing-many [3, 4]
            delete from calsync_audit where seq = 1                                          | audit.missing [1]
            delete from calsync_audit where seq = 5                                          | audit.missing [5]
            delete from calsync_audit                                                        | audit.missing-many [1, 5]
            update calsync_head set hash = repeat('0', 64)                                   | audit.head [5]
            update calsync_head set entries = 4                                              | audit.count [4, 5]
            delete from calsync_head                                                         | audit.count [0, 5]
            """)
    void findsTampering(String statement, String expected) throws Exception {
        sql(directory, statement);
        assertEquals(expected, first(workspace.journal().verify().problems()));
    }

    @Test
    void findsAnEntryThatWasInserted() throws Exception {
        sql(directory, COPY.formatted("6", "repeat('1', 64)"));
        assertEquals("audit.broken [6, 5]", first(workspace.journal().verify().problems()));
        sql(directory, "delete from calsync_audit where seq = 6", COPY.formatted("0", "hash"));
        assertEquals("audit.inserted [0]", first(workspace.journal().verify().problems()));
    }

    @Test
    void findsARemovalThatRenumbersTheRest() throws Exception {
        sql(directory, "delete from calsync_audit where seq = 3",
                "update calsync_audit set seq = seq - 1 where seq > 3",
                "update calsync_head set entries = 4");
        assertEquals("audit.broken [3, 2]", first(workspace.journal().verify().problems()));
    }

    @Test
    void findsEntriesThatChangedPlaces() throws Exception {
        sql(directory, "update calsync_audit set seq = 9 where seq = 3",
                "update calsync_audit set seq = 3 where seq = 4", "update calsync_audit set seq = 4 where seq = 9");
        var problems = workspace.journal().verify().problems();
        assertEquals("audit.broken [3, 2]", first(problems));
        assertTrue(problems.contains(Message.of("audit.broken", 4, 3)), problems::toString);
        assertTrue(problems.contains(Message.of("audit.broken", 5, 4)), problems::toString);
    }

    @Test
    void findsAChangeWhoseHashWasRecomputed() throws Exception {
        var entry = workspace.journal().entry(3).orElseThrow();
        var forged = Entry.after(new Trail.Head(2, value(directory, "select hash from calsync_audit where seq = 2")),
                entry.at(), entry.cause(), 1, "Forged", null, List.of());
        sql(directory, "update calsync_audit set service = 'Forged', changes = '[]', hash = '" + forged.hash()
                + "' where seq = 3");
        assertEquals("audit.broken [4, 3]", first(workspace.journal().verify().problems()));
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

    private static String first(List<Message> problems) {
        return problems.getFirst().key() + " " + problems.getFirst().args();
    }

    private static List<Long> numbers(List<AuditEntry> entries) {
        return entries.stream().map(AuditEntry::seq).toList();
    }
}
