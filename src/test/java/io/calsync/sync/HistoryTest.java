package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
            PLATFORM, undo.edit-instead
            PUSH, undo.push
            DRIFT, undo.seen
            POLICY, undo.policy-again
            GUARD, undo.note
            RUN, undo.note
            ARCHIVE, undo.archived
            """)
    void onlyWhatAPersonChangedIsTakenBackAndTheRestSaysWhatToDoInstead(Cause.Source source, @Nullable String reason) {
        assertEquals(reason, key(History.notUndoable(entry(source, NAME))));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"EDIT, undo.decide-again", "UNDO, undo.decide-again", "DECISION, -"})
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
        world.calcom.held.remove(102L);
        world.sync();
        review.answerGone(2, world.row(2).version(), Review.GoneAnswer.WAIT, "");
        assertEquals("undo.answer-again", key(History.notUndoable(newest(2))));
    }

    @Test
    void thePreviewSaysWhatComesBackWhichQuestionsOpenAndWhatIsPushed() throws ProblemException {
        world.edit(1, Field.NAME, "Balayage");
        assertEquals(List.of(Message.of("undo.restores", Field.NAME, "Service 1")), effects(1));
        world.sync();
        world.calcom.edit(102, Field.NAME, "Theirs");
        world.sync();
        decide(2, Field.NAME, Choice.CALCOM);
        assertEquals(
                List.of(Message.of("undo.restores", Field.NAME, "Service 2"), Message.of("undo.reopens", Field.NAME)),
                effects(2));
    }

    @Test
    void undoingADecisionThatWasPushedBringsCalcomsValueBackOnBothSidesAndSaysSo() throws ProblemException {
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.sync();
        decide(1, Field.NAME, Choice.PLATFORM);
        var decision = newest(1);
        assertEquals(List.of(Message.of("undo.reopens", Field.NAME)), effects(1));
        world.sync();
        assertEquals("Service 1", world.held(1).get(Field.NAME));
        assertEquals(
                List.of(Message.of("undo.restores", Field.NAME, "Theirs"),
                        Message.of("undo.pushes", Field.NAME, "Theirs")),
                history.preview(decision.seq()).effects());
        history.undo(decision.seq());
        assertEquals(Patch.of(Field.NAME, "Theirs"), world.outlook(1).due());
        world.sync();
        assertEquals("Theirs", world.held(1).get(Field.NAME));
        assertEquals(SyncStatus.SYNCED, world.status(1));
        assertEquals(new Problem.Stale("").message().key(), key(history.preview(decision.seq()).obstacle()));
    }

    @Test
    void aDecisionAfterWhichTheServiceWasEditedStays() throws ProblemException {
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.sync();
        decide(1, Field.NAME, Choice.PLATFORM);
        var decision = newest(1);
        world.sync();
        world.edit(1, Field.NAME, "Balayage");
        world.sync();
        assertThrows(ProblemException.class, () -> history.undo(decision.seq()));
        assertEquals("Balayage", world.row(1).platform().get(Field.NAME));
    }

    @Test
    void anAcceptedDifferenceIsAskedAboutAgain() throws ProblemException {
        world.workspace.rules(rules -> rules.withReadOnly(Set.of(Field.NAME)),
                world.session.cause(Cause.Source.POLICY));
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.sync();
        decide(1, Field.NAME, Choice.ACCEPT);
        assertEquals(SyncStatus.SYNCED, world.status(1));
        assertEquals(List.of(Message.of("undo.reopens", Field.NAME)), effects(1));
        history.undo(newest(1).seq());
        assertEquals(Set.of(Field.NAME), world.outlook(1).open());
    }

    @Test
    void policiesOfAServiceAndOfTheWorkspaceAreTakenBack() throws ProblemException {
        var policies = new Policies(world.session);
        policies.own(1, Field.NAME, new FieldFacts.OwnPolicy(Policy.LEAVE_ALONE, "on purpose"));
        assertEquals(Message.of("undo.no-own-policy", Field.NAME), effects(1).getFirst());
        history.undo(newest(1).seq());
        assertNull(world.row(1).facts(Field.NAME).own());
        history.undo(newest(1).seq());
        assertEquals("on purpose", Objects.requireNonNull(world.row(1).facts(Field.NAME).own()).reason());

        policies.set(Field.NAME, Policy.CALCOM_WINS);
        world.workspace.note(world.session.cause(Cause.Source.POLICY),
                Message.of("audit.policy.calcom-wins", Field.NAME, Policy.ASK));
        long set = world.workspace.entries(Journal.Query.newest(1)).getFirst().seq();
        assertEquals(Message.of("audit.policy.ask", Field.NAME), history.preview(set).effects().getFirst());
        assertTrue(history.undo(set).isEmpty());
        assertEquals(Policy.ASK, world.workspace.rules().policy(Field.NAME));
        assertEquals("undo.policy-moved", key(history.preview(set).obstacle()));
    }

    @Test
    void decisionsThatWereTakenTogetherAreTakenBackTogetherAsFarAsNothingMoved() throws ProblemException {
        for (long id = 1; id <= 3; id++) world.calcom.edit(100 + id, Field.NAME, "Theirs " + id);
        world.sync();
        var decided = review.decideMany(review.conflicts(), Set.of(Field.NAME), Choice.CALCOM, "");
        world.edit(3, Field.NAME, "Edited since");
        var shown = history.previewAll(decided.run(), Progress.NONE);
        assertEquals(2, shown.services());
        assertEquals(Map.of("undo.restores", 2, "undo.reopens", 2), shown.effects());
        assertEquals(1, shown.skipped().size());
        world.clock.advance(Duration.ofSeconds(1));
        assertEquals(shown, history.undoAll(decided.run(), Progress.NONE));
        assertEquals(List.of(SyncStatus.CONFLICT, SyncStatus.CONFLICT, SyncStatus.PENDING),
                List.of(world.status(1), world.status(2), world.status(3)));
        assertEquals(0, history.undoAll(decided.run(), Progress.NONE).services());
    }

    @Test
    void manyEditsAreOneStepThatStaffTakesBackAndDoesAgain() throws ProblemException {
        var staff = world.as(Operator.Role.STAFF);
        var edits = List.of(edit(1, "One"), edit(2, "Two"), edit(3, ""));
        var saved = new Editing(staff).saveMany(edits, Progress.NONE);
        assertEquals(2, saved.changed());
        assertEquals(Set.of(3L), saved.refused().keySet());
        world.clock.advance(Duration.ofSeconds(1));
        assertEquals(2, new History(staff).undoAll(saved.run(), Progress.NONE).services());
        assertEquals("Service 2", world.row(2).platform().text(Field.NAME));
        var undone = newest(2).cause().run();
        world.clock.advance(Duration.ofSeconds(1));
        assertEquals(2, new History(staff).undoAll(undone, Progress.NONE).services());
        assertEquals("Two", world.row(2).platform().text(Field.NAME));
    }

    private Editing.Edit edit(long id, String name) throws ProblemException {
        return new Editing.Edit(id, world.row(id).platform(), Patch.of(Field.NAME, name));
    }

    @Test
    void addingAServiceIsNotTakenBack() {
        var name = new Change(Field.NAME, Aspect.PLATFORM, null, "Gloss");
        assertEquals("undo.added", key(History.notUndoable(entry(Cause.Source.EDIT, name))));
    }

    @Test
    void aRunThatAPersonAskedForLeavesAReportAndOneByItselfOnlyWhereItDidSomething() throws ProblemException {
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.edit(2, Field.NAME, "Balayage");
        try (var runs = new Runs(world.session, Histories.generator(1))) {
            var report = runs.sync(SyncOptions.PLAIN, Progress.NONE);
            var told = history.runs(10).getFirst();
            assertEquals(report.run(), told.cause().run());
            assertEquals(Message.of("run.report.sync", 1, 1, 0, 0, report.requests()), told.what());
            var entries = world.workspace.entries(new Journal.Query(0, null, null, 0, 100, report.run()));
            assertEquals(Set.of(Cause.Source.DRIFT, Cause.Source.PUSH, Cause.Source.RUN),
                    entries.stream().map(entry -> entry.cause().source()).collect(Collectors.toSet()));
            world.clock.advance(Duration.ofSeconds(60));
            runs.look();
            runs.push(Set.of(1L));
            assertEquals(1, history.runs(10).size(), "nothing was found");
            runs.sync(SyncOptions.PLAIN, Progress.NONE);
            assertEquals(2, history.runs(10).size());
        }
    }

    private List<Message> effects(long service) throws ProblemException {
        return history.preview(newest(service).seq()).effects();
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
    void anEntryThatLeftWithAnExportIsSaidToBeInItsFile() throws ProblemException {
        world.workspace.note(world.session.cause(Cause.Source.ARCHIVE), 0, "",
                Message.of("audit.removed", 998, "hash", 998, "old.jsonl"));
        world.workspace.note(world.session.cause(Cause.Source.ARCHIVE), 0, "", Message.of("audit.restored", "a", "b"));
        var refused = assertThrows(ProblemException.class, () -> history.undo(998));
        assertEquals(Message.of("undo.removed", 998, "old.jsonl"), refused.problem().message());
        refused = assertThrows(ProblemException.class, () -> history.undo(999));
        assertEquals(Message.of("undo.unknown", 999), refused.problem().message());
    }

    @Test
    void thePictureOfTheLastDaysEndsWithTodayAndBeginsSoManyDaysBefore() throws ProblemException {
        for (String name : new String[]{"A", "B", "C"}) {
            world.edit(1, Field.NAME, name);
            world.sync();
            world.clock.advance(Duration.ofDays(1));
        }
        var days = history.activity(3, ZoneOffset.UTC).days();
        assertEquals(List.of(1, 1, 0), days.stream().map(Activity.Day::pushes).toList());
        assertEquals(world.clock.instant().atZone(ZoneOffset.UTC).toLocalDate(), days.getLast().date());
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

    @Test
    void aDecisionIsNotTakenBackOverAnEditOfAnEarlierHour() throws ProblemException {
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.sync();
        var decided = review.decideMany(review.conflicts(), Set.of(Field.NAME), Choice.CALCOM, "");
        world.clock.advance(Duration.ofHours(-1));
        world.edit(1, Field.NAME, "Edited since");
        assertEquals(1, history.undoAll(decided.run(), Progress.NONE).skipped().size());
        assertEquals("Edited since", world.row(1).platform().get(Field.NAME));
    }

    @Test
    void aServiceThatMovesWhileManyAreTakenBackIsSkippedAndSaysSo() throws ProblemException {
        for (long id = 1; id <= 3; id++) world.calcom.edit(100 + id, Field.NAME, "Theirs " + id);
        world.sync();
        var decided = review.decideMany(review.conflicts(), Set.of(Field.NAME), Choice.CALCOM, "");
        world.workspace.beforeTheNextUpdateOfMany(() -> world.rename("Edited since"));
        var undone = history.undoAll(decided.run(), Progress.NONE);
        assertEquals(2, undone.services());
        assertEquals(List.of(1L), undone.skipped().stream().map(Skipped::serviceId).toList());
        assertEquals("Edited since", world.row(1).platform().get(Field.NAME));
    }
}
