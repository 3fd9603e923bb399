package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the trail tells a person, and the way back.
class HistoryTest {
    private static final Change NAME = new Change(Field.NAME, Aspect.PLATFORM, "Old", "New");
    private static final Change BASE = new Change(Field.NAME, Aspect.BASE, "Old", "New");
    private static final Change FACT = new Change(Field.NAME, Aspect.FACT, null, "sent New");

    private final World world = world();
    private final History history = new History(world.session);
    private final Review review = new Review(world.session, new Links(world.session));

    private static World world() {
        try {
            return new World(3);
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private AuditEntry newest(long service) {
        return world.workspace.entries(Journal.Query.ofService(service, 1)).getFirst();
    }

    private AuditEntry entry(Cause.Source source, Change... changes) {
        return new AuditEntry(1, Looks.START, world.session.cause(source), 1, "Service 1", null, List.of(changes), "");
    }

    private void decide(long id, Field field, Choice choice) throws ProblemException {
        review.decide(id, world.row(id).version(), Map.of(field, choice), "");
    }

    private static @Nullable String key(@Nullable Message message) {
        return message == null ? null : message.key();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            EDIT, -
            DECISION, -
            UNDO, -
            IMPORT, undo.unlink-instead
            LINK, undo.unlink-instead
            PLATFORM, undo.not-a-persons
            PUSH, undo.not-a-persons
            DRIFT, undo.not-a-persons
            POLICY, undo.not-a-persons
            GUARD, undo.not-a-persons
            RUN, undo.not-a-persons
            """)
    void onlyWhatAPersonChangedIsTakenBack(Cause.Source source, @Nullable String reason) {
        assertEquals(reason, key(History.notUndoable(entry(source, NAME))));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"EDIT, undo.nothing", "UNDO, undo.nothing", "DECISION, -"})
    void anEntryThatChangedNoValueHasNothingToTakeBackButADecisionMovesTheBase(Cause.Source source,
            @Nullable String reason) {
        assertEquals(reason, key(History.notUndoable(entry(source, BASE))));
        assertEquals("undo.nothing", key(History.notUndoable(entry(source, FACT))));
    }

    @Test
    void theAnswerToADeletedEventTypeIsNotTakenBackByItself() throws ProblemException {
        world.calcom.held.remove(101L);
        world.sync();
        review.answerGone(1, world.row(1).version(), Review.GoneAnswer.DEACTIVATE, "");
        assertEquals("undo.link-moved", key(History.notUndoable(newest(1))));
        var refused = assertThrows(ProblemException.class, () -> history.undo(newest(1).seq()));
        assertEquals("undo.link-moved", refused.problem().message().key());
        assertEquals(false, world.row(1).platform().get(Field.ACTIVE));
    }

    @Test
    void thePreviewSaysWhichValuesComeBackAndWhichQuestionsOpen() {
        var price = new Change(Field.PRICE, Aspect.PLATFORM, null, "45.00 EUR");
        assertEquals(
                List.of(Message.of("undo.restores", Field.NAME, "Old"), Message.of("undo.restores", Field.PRICE, "")),
                History.preview(entry(Cause.Source.EDIT, NAME, BASE, FACT, price)));
        assertEquals(
                List.of(Message.of("undo.restores", Field.NAME, "Old"), Message.of("undo.reopens", Field.NAME, "Old")),
                History.preview(entry(Cause.Source.DECISION, NAME, BASE, FACT)));
    }

    @Test
    void undoingAnEditBringsBackEveryFieldOfItAndIsDueAtCalcom() throws ProblemException {
        var edit = new Patch(Map.of(Field.NAME, "Balayage", Field.DURATION, 180L));
        new Editing(world.session).save(1, world.row(1).platform(), edit);
        var entry = newest(1);
        world.sync();
        history.undo(entry.seq());
        assertEquals(SyncStatus.PENDING, world.status(1));
        assertEquals(Patch.between(Values.NONE, world.row(1).platform()).only(edit.fields()), world.outlook(1).due());
        world.sync();
        assertEquals("Service 1", world.held(1).get(Field.NAME));
        assertEquals(30L, world.held(1).get(Field.DURATION));
        assertTrue(world.workspace.entries(Journal.Query.ofService(1, 100)).contains(entry), "the entry stays");
    }

    @Test
    void anUndoCanBeUndone() throws ProblemException {
        world.edit(1, Field.NAME, "Balayage");
        history.undo(newest(1).seq());
        assertEquals(Cause.Source.UNDO, newest(1).cause().source());
        history.undo(newest(1).seq());
        assertEquals("Balayage", world.row(1).platform().get(Field.NAME));
    }

    @Test
    void undoingADecisionForThePlatformBeforeItIsPushedOpensTheQuestionAndStopsThePush() throws ProblemException {
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.sync();
        decide(1, Field.NAME, Choice.PLATFORM);
        assertEquals(SyncStatus.PENDING, world.status(1));
        history.undo(newest(1).seq());
        assertEquals(Set.of(Field.NAME), world.outlook(1).open());
        world.sync();
        assertEquals("Theirs", world.held(1).get(Field.NAME));
        assertEquals(List.of(), world.calcom.writes);
    }

    @Test
    void undoingADecisionForCalcomLeavesOtherFieldsAsTheyAre() throws ProblemException {
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.sync();
        decide(1, Field.NAME, Choice.CALCOM);
        var decision = newest(1);
        world.edit(1, Field.DURATION, 45L);
        history.undo(decision.seq());
        assertEquals("Service 1", world.row(1).platform().get(Field.NAME));
        assertEquals(45L, world.row(1).platform().get(Field.DURATION));
        assertEquals(Set.of(Field.NAME), world.outlook(1).open());
        assertEquals(Patch.of(Field.DURATION, 45L), world.outlook(1).due());
    }

    @Test
    void anEntryThatIsNotThereIsSaidToBeSo() {
        var refused = assertThrows(ProblemException.class, () -> history.undo(999));
        assertEquals(Message.of("undo.unknown", 999), refused.problem().message());
    }

    @Test
    void theStoryLeavesOutWhatFollowsUnlessThereIsNothingElse() {
        assertEquals(List.of(NAME), entry(Cause.Source.EDIT, NAME, BASE, FACT).story());
        assertEquals(List.of(NAME, BASE), entry(Cause.Source.DECISION, NAME, BASE, FACT).story());
        assertEquals(List.of(BASE), entry(Cause.Source.UNDO, BASE, FACT).story());
        assertEquals(List.of(BASE, FACT), entry(Cause.Source.PUSH, BASE, FACT).story());
        var empty = new Change(Field.DESCRIPTION, Aspect.CALCOM, null, "");
        assertEquals(List.of(NAME), entry(Cause.Source.IMPORT, NAME, empty).story());
        var emptied = new Change(Field.DESCRIPTION, Aspect.CALCOM, "Some", "");
        assertEquals(List.of(emptied), entry(Cause.Source.DRIFT, emptied, BASE).story());
        var link = new Change(null, Aspect.LINK, "PRESENT 101", null);
        assertEquals(List.of(link), entry(Cause.Source.LINK, link, BASE).story());
    }

    @Test
    void everyEntryOfARunCarriesTheRunsName() throws ProblemException {
        world.edit(1, Field.NAME, "Balayage");
        assertEquals("", newest(1).cause().run());
        var report = world.sync();
        var pushed = newest(1);
        assertEquals(Cause.Source.PUSH, pushed.cause().source());
        assertEquals(report.run(), pushed.cause().run());
        assertNull(pushed.what());
    }
}
