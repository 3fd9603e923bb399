package io.calsync.store;

import static io.calsync.store.Fixture.CLOCK;
import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.MARA;
import static io.calsync.store.Fixture.NOW;
import static io.calsync.store.Fixture.sql;
import static io.calsync.store.Fixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.sync.Archive;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Receipts, exports and entries that leave, over five entries of one workspace.
class ArchiveTest {
    @TempDir private Path directory;

    private Workspace workspace;
    private Archive archive;

    @BeforeEach
    void open() throws ProblemException {
        workspace = Fixture.salon(directory);
        archive = workspace.archive(MARA);
        for (long minutes : new long[]{70, 80, 90}) edit(minutes);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aReceiptFitsTheTrailItWasGivenForAlsoWhenThatHasGrown() throws ProblemException {
        var given = archive.receipt(file("receipt"));
        assertEquals(5, given.count());
        assertEquals(workspace.journal().verify().head(), given.head());
        edit(100);
        var found = archive.verify(file("receipt"));
        assertTrue(found.whole(), () -> found.problems().toString());
        assertEquals(6, found.count());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 5})
    void aReceiptNamesTheFirstEntryOfAConsistentRewrite(long seq) throws Exception {
        archive.receipt(file("receipt"));
        rewrite(seq);
        assertTrue(workspace.journal().verify().whole(), "the rewrite is consistent");
        assertEquals(List.of(Message.of("receipt.differs", seq, NOW)), archive.verify(file("receipt")).problems());
    }

    @Test
    void aReceiptOfALongTrailPlacesARewriteBetweenTwoMarks() throws Exception {
        for (int i = 0; i < 400; i++) edit(100 + i);
        archive.receipt(file("receipt"));
        assertTrue(Files.size(file("receipt")) < 10_000, "small");
        rewrite(202);
        assertEquals(Message.of("receipt.differs-between", 201, 204, NOW),
                archive.verify(file("receipt")).problems().getFirst());
    }

    @Test
    void aReceiptShowsThatTheNewestEntriesWereRemoved() throws Exception {
        archive.receipt(file("receipt"));
        sql(directory, "delete from calsync_audit where seq = 5", "update calsync_head set entries = 4, hash = "
                + "(select hash from calsync_audit where seq = 4)");
        assertTrue(workspace.journal().verify().whole(), "nothing inside tells");
        assertEquals(List.of(Message.of("receipt.shorter", NOW, 5, 4)), archive.verify(file("receipt")).problems());
    }

    @Test
    void aReceiptOfAnotherWorkspaceAndAFileThatIsNoneAreSaidToBeSo(@TempDir Path other) throws Exception {
        try (var second = Fixture.salon(other)) {
            second.archive(MARA).receipt(file("receipt"));
        }
        assertEquals("receipt.other-workspace", refused(() -> archive.verify(file("receipt"))));
        for (String content : List.of("", "{}", "null", "[1]", "{\"calsync\":\"receipt of an audit trail\"}")) {
            Files.writeString(file("receipt"), content);
            assertEquals("receipt.unreadable", refused(() -> archive.verify(file("receipt"))));
        }
    }

    @Test
    void anExportProvesItselfAndFitsAReceipt() throws ProblemException {
        archive.receipt(file("receipt"));
        var exported = archive.export(file("export"), null, null);
        assertEquals(new Archive.Exported(1, 5, workspace.journal().verify().head()), exported);
        var found = Workspace.verifyExport(file("export"), file("receipt"));
        assertTrue(found.whole(), () -> found.problems().toString());
        assertEquals(5, found.count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | "operator":"Mara"    | "operator":"Eve"      | audit.changed [2]
            4 | "serviceId":1        | "serviceId":2         | audit.changed [3]
            4 | "seq":3              | "seq":2               | audit.inserted [2]
            1 | "to":5               | "to":4                | audit.count [4, 5]
            1 | "to":5               | "to":6                | audit.missing [6]
            """)
    void whatWasChangedInAnExportIsFound(int line, String from, String to, String expected) throws Exception {
        archive.export(file("export"), null, null);
        var lines = Files.readAllLines(file("export"));
        assertTrue(lines.get(line - 1).contains(from), lines.get(line - 1));
        lines.set(line - 1, lines.get(line - 1).replace(from, to));
        Files.write(file("export"), lines);
        var first = Workspace.verifyExport(file("export"), null).problems().getFirst();
        assertEquals(expected, first.key() + " " + first.args());
    }

    @Test
    void anExportThatLostLinesOrHoldsSomethingElseIsSaidToBeSo() throws Exception {
        archive.export(file("export"), null, null);
        var lines = Files.readAllLines(file("export"));
        Files.write(file("export"), lines.subList(0, 5));
        assertEquals("audit.missing", Workspace.verifyExport(file("export"), null).problems().getFirst().key());
        Files.writeString(file("export"), lines.getFirst() + "\n{\"seq\":1}\n");
        assertEquals("export.unreadable-line", refused(() -> Workspace.verifyExport(file("export"), null)));
        for (String content : new String[]{"", "null", "{}", lines.get(1), "\0\1"}) {
            Files.writeString(file("export"), content);
            assertEquals("export.unreadable", refused(() -> Workspace.verifyExport(file("export"), null)));
        }
    }

    @Test
    void entriesLeaveAfterAVerifiedExportAndTheRestStaysProvable() throws Exception {
        archive.receipt(file("early"));
        edit(95);
        archive.receipt(file("last"));
        var later = later(Duration.ofDays(1));
        edit(100);
        archive.export(file("export"), null, NOW.plusSeconds(3600));
        var removed = archive.remove(file("export"));
        assertEquals(6, removed.count());
        assertEquals("2", value(directory, "select count(*) from calsync_audit"));
        var note = workspace.journal().entries(Query.newest(1)).getFirst();
        assertEquals(Cause.Source.ARCHIVE, note.cause().source());
        assertEquals(Message.of("audit.removed", 6, removed.head(), 6, "export"), note.what());
        assertEquals(later, note.at());
        assertTrue(workspace.journal().verify().whole(), () -> verify().toString());
        assertEquals("receipt.archived [5, 6]", first(archive.verify(file("early")).problems()));
        assertTrue(archive.verify(file("last")).whole(), "the rest follows on its last entry");
        assertTrue(Workspace.verifyExport(file("export"), file("early")).whole());
        archive.receipt(file("receipt"));
        assertTrue(archive.verify(file("receipt")).whole());
        sql(directory, "delete from calsync_audit where seq = 7");
        assertEquals("audit.missing-many [1, 7]", first(verify()));
    }

    @Test
    void entriesLeaveASecondTimeToo() throws Exception {
        later(Duration.ofDays(1));
        edit(100);
        archive.export(file("first"), null, NOW.plusSeconds(3600));
        archive.remove(file("first"));
        later(Duration.ofDays(2));
        edit(110);
        archive.export(file("second"), null, NOW.plus(Duration.ofHours(36)));
        assertEquals(new Archive.Exported(6, 7, archive.remove(file("second")).head()).count(), 2);
        assertEquals("2", value(directory, "select count(*) from calsync_audit"));
        assertTrue(verify().isEmpty(), () -> verify().toString());
    }

    @Test
    void nothingLeavesWithoutAWholeExportOfItFromTheBeginningAndAManager() throws Exception {
        var staff = workspace.archive(new Operator("Sam", "sam", Operator.Role.STAFF));
        archive.export(file("export"), null, null);
        assertEquals("problem.not-allowed.staff", refused(() -> staff.remove(file("export"))));
        later(Duration.ofDays(1));
        edit(100);
        archive.export(file("tail"), NOW.plusSeconds(3600), null);
        assertEquals("export.not-from-the-beginning", refused(() -> archive.remove(file("tail"))));
        var lines = Files.readAllLines(file("export"));
        Files.write(file("export"), lines.subList(0, 4));
        assertEquals("audit.missing-many", refused(() -> archive.remove(file("export"))));
        archive.export(file("export"), null, null);
        rewrite(6);
        assertEquals("export.another", refused(() -> archive.remove(file("export"))));
        assertEquals("export.nothing", refused(() -> archive.export(file("none"), NOW.plusSeconds(864_000), null)));
        assertFalse(Files.exists(file("none")));
        assertEquals("6", value(directory, "select count(*) from calsync_audit"));
    }

    @Test
    void whoeverMakesUpAnArchiveWithoutOneIsFound() throws Exception {
        sql(directory, "delete from calsync_audit where seq <= 2");
        assertEquals("audit.missing-many [1, 2]", first(verify()));
    }

    /// What somebody with the database and this program's source could do: changes an entry and every hash after it.
    private void rewrite(long seq) throws Exception {
        var entries = workspace.journal().entries(Query.newest(10_000)).reversed();
        var head = new Trail.Head(seq - 1,
                seq == 1 ? "" : value(directory, "select hash from calsync_audit where seq = " + (seq - 1)));
        for (var old : entries.subList((int) seq - 1, entries.size())) {
            var forged = Entry.after(head, old.at(), old.cause(), old.serviceId(),
                    old.seq() == seq ? "Forged" : old.service(), old.what(), old.changes());
            sql(directory, "update calsync_audit set service = '" + forged.service() + "', previous = '"
                    + forged.previous() + "', hash = '" + forged.hash() + "' where seq = " + forged.seq());
            head = new Trail.Head(forged.seq(), forged.hash());
        }
        sql(directory, "update calsync_head set hash = '" + head.hash() + "'");
    }

    /// Opens the workspace again at a later moment.
    private Instant later(Duration duration) throws ProblemException {
        workspace.close();
        workspace = Workspace.open(directory, InstantSource.offset(CLOCK, duration), Message::key);
        archive = workspace.archive(MARA);
        return NOW.plus(duration).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private void edit(long minutes) throws ProblemException {
        workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.DURATION, minutes), NOW));
    }

    private List<Message> verify() {
        try {
            return workspace.journal().verify().problems();
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private static String first(List<Message> problems) {
        return problems.getFirst().key() + " " + problems.getFirst().args();
    }

    private static String refused(Refused call) {
        return assertThrows(ProblemException.class, call::run).problem().message().key();
    }

    private interface Refused {
        void run() throws ProblemException;
    }
}
