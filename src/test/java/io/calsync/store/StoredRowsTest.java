package io.calsync.store;

import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.NOW;
import static io.calsync.store.Fixture.agreed;
import static io.calsync.store.Fixture.answer;
import static io.calsync.store.Fixture.sql;
import static io.calsync.store.Fixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import io.calsync.sync.Cause.Source;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Rows.Step;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRowsTest {
    @TempDir private Path directory;

    private Workspace workspace;

    @BeforeEach
    void open() throws ProblemException {
        workspace = Fixture.salon(directory);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void keepsAChangeWithItsEntryAndWritesItIntoThePlatformsTable() throws Exception {
        var row = edit(1, Field.DURATION, 90L);

        assertEquals(row, workspace.rows().get(1));
        assertEquals("90", value(directory, "select duration_minutes from services where id = 1"));
        var entry = workspace.journal().entries(Query.newest(1)).getFirst();
        assertEquals(Source.EDIT, entry.cause().source());
        assertEquals("Premium Cut", entry.service());
        assertEquals("[Change[field=DURATION, aspect=PLATFORM, from=60, to=90]]", entry.changes().toString());
    }

    @Test
    void readsBackARowWithAllItRemembers() throws ProblemException {
        var row = seen(agreed().with(Field.NAME, "Standard Cut").with(Field.PRICE, Values.NOT_HELD));
        assertEquals(row, workspace.rows().get(1));
        assertEquals(List.of(row, workspace.rows().get(2)), workspace.rows().all());
    }

    @Test
    void writesEachKindOfValueInThePlatformsOwnForm() throws Exception {
        workspace.rows().update(1, EDIT, row -> row.edited(
                row.platform()
                        .with(Field.PRICE, new Money(9999, "EUR"))
                        .with(Field.ACTIVE, false)
                        .with(Field.NAME, "  Schnitt & Föhnen ")
                        .with(Field.SLUG, Values.NOT_HELD),
                NOW));
        var columns = "price || ' ' || is_active || ' ' || name || ' ' || coalesce(slug, 'null')";
        assertEquals("99.99 0 Schnitt & Föhnen null",
                value(directory, "select " + columns + " from services where id = 1"));
    }

    @Test
    void writesNothingForAStepThatChangesNothing() throws Exception {
        var before = workspace.rows().get(1);
        var head = value(directory, "select hash from calsync_head");

        assertEquals(before, workspace.rows().update(1, EDIT, row -> row));
        assertEquals(List.of(), workspace.rows().updateAll(EDIT, Map.of(1L, row -> row, 2L, row -> row)));
        assertEquals(head, value(directory, "select hash from calsync_head"));
        assertEquals(before, workspace.rows().get(1));
    }

    @Test
    void leavesNothingBehindWhenAStepFails() throws Exception {
        var before = workspace.rows().all();
        var steps = new LinkedHashMap<Long, Step>();
        steps.put(1L, row -> row.edited(row.platform().with(Field.DURATION, 15L), NOW));
        steps.put(2L, _ -> {
            throw new ProblemException(new Problem.Stale("Gloss"));
        });
        sql(directory, "update services set name = 'Outside' where id = 2");

        var thrown = assertThrows(ProblemException.class, () -> workspace.rows().updateAll(EDIT, steps));
        assertEquals(new Problem.Stale("Gloss"), thrown.problem());
        assertEquals("60", value(directory, "select duration_minutes from services where id = 1"));
        assertEquals(before.getFirst(), workspace.rows().get(1));
        assertEquals(2, workspace.journal().verify().count());
    }

    @Test
    void losesNoChangeOfThreadsThatWriteTheSameRow() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Row> longer = () -> workspace.rows().update(1, EDIT, row -> row.edited(
                    row.platform().with(Field.DURATION, (Long) row.platform().get(Field.DURATION) + 1), NOW));
            for (var done : threads.invokeAll(Stream.generate(() -> longer).limit(60).toList())) done.get();
        }
        assertEquals("120", value(directory, "select duration_minutes from services where id = 1"));
        assertEquals(61, workspace.rows().get(1).version());
        assertTrue(workspace.journal().verify().whole());
    }

    @Test
    void takesInWhatSomethingElseWroteIntoThePlatformsTable() throws Exception {
        sql(directory, "update services set name = 'Outside', price = 12.5, is_online = null where id = 1");

        assertEquals("Outside", workspace.rows().get(1).platform().text(Field.NAME));
        var row = edit(1, Field.DURATION, 90L);

        assertEquals(new Money(1250, "EUR"), row.platform().get(Field.PRICE));
        var entries = workspace.journal().entries(Query.ofService(1, 2));
        assertEquals(List.of(Source.EDIT, Source.PLATFORM),
                entries.stream().map(entry -> entry.cause().source()).toList());
        assertEquals(
                List.of(Field.NAME, Field.PRICE, Field.ONLINE),
                entries.getLast().changes().stream().map(change -> change.field()).toList());
    }

    @Test
    void takesInALinkThatSomethingElseChanged() throws Exception {
        sql(directory, "update services set calcom_event_type_id = '777' where id = 2",
                "update services set calcom_event_type_id = null where id = 1");
        assertEquals(777, workspace.rows().get(2).link().eventTypeId());
        assertFalse(workspace.rows().get(1).link().linked());
        assertEquals(Values.NONE, workspace.rows().get(1).base());
    }

    @Test
    void startsARowForAServiceThatSomethingElseAdded() throws Exception {
        sql(directory, """
                insert into services (company_id, name, duration_minutes, description, calcom_event_type_id, deleted_at)
                values (1, 'Beyond', 0, null, '55', null), (1, 'Deleted', 5, null, '56', current_timestamp)""");
        var row = workspace.rows().get(3);
        assertEquals(0L, row.platform().get(Field.DURATION));
        assertEquals("", row.platform().get(Field.DESCRIPTION));
        assertEquals(Values.NOT_HELD, row.platform().raw(Field.SLUG));
        assertEquals(55, row.link().eventTypeId());
        assertThrows(ProblemException.class, () -> workspace.rows().get(4));
        assertEquals(3, workspace.rows().all().size());

        workspace.rows().update(3, EDIT, before -> before.unlinked());
        assertEquals("null", value(directory, "select calcom_event_type_id from services where id = 3"));
    }

    @Test
    void leavesAColumnAloneThatIsNotItsToWrite() throws Exception {
        workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.CATEGORY, "Pflege"), NOW));
        assertEquals("Schnitt", value(directory, "select category from services where id = 1"));
    }

    @Test
    void namesTheServiceThatHoldsAnEventTypeAlready() {
        var thrown =
                assertThrows(ProblemException.class, () -> workspace.rows().update(2, EDIT, row -> row.linked(100)));
        assertEquals(Message.of("link.held", "100", "Premium Cut"), thrown.problem().message());
    }

    @Test
    void letsAnEventTypeChangeHandsInOneTransaction() throws Exception {
        var steps = new LinkedHashMap<Long, Step>();
        steps.put(2L, row -> row.linked(100));
        steps.put(1L, row -> row.unlinked());
        workspace.rows().updateAll(EDIT, steps);
        assertEquals("2", value(directory, "select id from services where calcom_event_type_id = '100'"));
    }

    @Test
    void refusesAPriceInAnotherCurrencyThanTheCompanys() {
        var thrown = assertThrows(ProblemException.class, () -> edit(1, Field.PRICE, new Money(100, "CHF")));
        assertEquals("store.other-currency", thrown.problem().message().key());
    }

    @Test
    void saysThatThereIsNoSuchService() {
        var thrown = assertThrows(ProblemException.class, () -> workspace.rows().update(99, EDIT, row -> row));
        assertEquals(new Problem.NotPossible(Message.of("service.unknown", 99)), thrown.problem());
    }

    @Test
    void tellsTheStatusInThePlatformsOwnColumns() throws Exception {
        assertEquals("never null", status());
        seen(agreed().with(Field.PRICE, Values.NOT_HELD));
        assertEquals("synced null", status());
        edit(1, Field.DURATION, 90L);
        assertEquals("pending null", status());
        seen(agreed().with(Field.NAME, "Other").with(Field.BUFFER_AFTER, 5L));
        assertEquals("error conflict: name, buffer_time_minutes", status());
        workspace.rows().update(1, EDIT, row -> row.missing(100, NOW));
        assertEquals("error conflict: deleted at Cal.com", status());
        workspace.rows().update(1, EDIT, row -> row.keepingWaiting());
        assertEquals("error gone.waiting", status());
        workspace.rows().update(1, EDIT, row -> row.unlinked());
        assertEquals("never null", status());
    }

    @Test
    void movesTheTimeOfTheLastSyncOnlyWithASync() throws Exception {
        var last = "select last_calcom_sync from services where id = 1";
        assertEquals("2026-03-02 07:00:00", value(directory, last));
        workspace.rows().update(1, EDIT,
                row -> row.failed(Message.of("problem.not-found", 100), NOW, NOW.plusSeconds(9)));
        assertEquals("2026-03-02 07:00:00", value(directory, last));
        workspace.rows().update(1, EDIT,
                row -> row.seen(answer(agreed().with(Field.ONLINE, null).with(Field.DESCRIPTION, "new")))
                        .decided(Map.of(Field.DESCRIPTION, Choice.CALCOM), NOW));
        assertEquals("2026-03-02 09:00:00", value(directory, last));
    }

    @Test
    void tellsAFailureOnceAndNotAtEveryTry() throws ProblemException {
        for (int i = 0; i < 3; i++) {
            workspace.rows().update(1, EDIT, row -> row.failed(Message.of("problem.not-found", 100), NOW, NOW));
        }
        var entries = workspace.journal().entries(Query.ofService(1, 10));
        assertEquals(2, entries.size());
        assertEquals(Message.of("problem.not-found", 100), entries.getFirst().what());
        assertEquals(3, workspace.rows().get(1).attempt().failures());
    }

    @Test
    void saysThatARowCannotBeReadAnyMore() throws Exception {
        sql(directory,
                "update calsync_rows set images = '{\"base\":{\"duration_minutes\":\"long\"}}' where service_id = 1");
        var thrown = assertThrows(ProblemException.class, () -> workspace.rows().get(1));
        assertEquals("problem.store-failed", thrown.problem().message().key());
        assertEquals("Gloss", workspace.rows().get(2).platform().text(Field.NAME));
    }

    private Row seen(Values values) throws ProblemException {
        return workspace.rows().update(1, EDIT, row -> row.seen(answer(values)));
    }

    private Row edit(long id, Field field, Object value) throws ProblemException {
        return workspace.rows().update(id, EDIT, row -> row.edited(row.platform().with(field, value), NOW));
    }

    private String status() throws Exception {
        return value(directory, "select sync_status || ' ' || coalesce(sync_error, 'null') from services where id = 1");
    }
}
