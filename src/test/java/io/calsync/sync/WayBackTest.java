package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Undo and redo read off the trail that they themselves write.
class WayBackTest {
    private final World world = world();
    private final History history = new History(world.session);

    private static World world() {
        try {
            return new World(3);
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void stepsGoBackAndForthInTheirOrderAndSomethingNewEndsTheRedo() throws ProblemException {
        name(1, "A");
        many("B");
        name(1, "C");
        assertEquals("1 | 1 2 3 | 1 // ", told());
        undo();
        assertEquals("1 | 1 2 3 // 1", told());
        undo();
        undo();
        assertEquals(" // 1 | 1 2 3 | 1", told());
        assertEquals("Service 1", name(1));
        redo();
        redo();
        assertEquals("B 1", name(1));
        assertEquals("B 3", name(3));
        redo();
        assertEquals("C", name(1));
        undo();
        assertEquals("B 1", name(1));
        name(2, "New");
        assertEquals("1 | 1 2 3 | 2 // ", told());
    }

    @Test
    void whatIsTakenBackInTheHistoryLeavesTheRestOfItsStep() throws ProblemException {
        many("B");
        name(2, "C");
        var step = back().undo().getFirst();
        history.undo(step.entries().get(2).seq());
        assertEquals("1 2 | 2 // 3", told());
    }

    @Test
    void onlyWhatThisPersonDidSinceThenCounts() throws ProblemException {
        name(1, "A");
        world.clock.advance(Duration.ofMinutes(1));
        var since = world.clock.instant();
        new Editing(world.as(Operator.Role.STAFF)).save(2, world.row(2).platform(), Patch.of(Field.NAME, "Theirs"));
        assertEquals(List.of(), history.wayBack(since).undo());
        name(3, "Mine");
        assertEquals(1, history.wayBack(since).undo().size());
    }

    @Test
    void aDecisionGoesBackButItsUndoIsNotTakenBack() throws ProblemException {
        world.drift();
        var review = new Review(world.session, new Links(world.session));
        review.decide(1, world.row(1).version(), Map.of(Field.NAME, Choice.CALCOM), "");
        assertEquals("Theirs", name(1));
        undo();
        assertEquals("Service 1", name(1));
        assertEquals(" // 1", told());
        var again = History.notUndoable(back().redo().getLast().first());
        assertEquals(again == null ? "" : again.key(), "");
    }

    @Test
    void answersToADeletedEventTypeAreNoSteps() throws ProblemException {
        name(1, "A");
        world.calcom.held.remove(102L);
        world.calcom.held.remove(103L);
        world.sync();
        var review = new Review(world.session, new Links(world.session));
        review.answerGone(2, world.row(2).version(), Review.GoneAnswer.WAIT, "");
        review.answerGone(3, world.row(3).version(), Review.GoneAnswer.DEACTIVATE, "");
        assertEquals("1 // ", told());
    }

    private void name(long id, String name) throws ProblemException {
        world.clock.advance(Duration.ofSeconds(1));
        world.edit(id, Field.NAME, name);
    }

    private String name(long id) throws ProblemException {
        return world.row(id).platform().text(Field.NAME);
    }

    private void many(String name) throws ProblemException {
        world.clock.advance(Duration.ofSeconds(1));
        var edits = new ArrayList<Editing.Edit>();
        for (long id = 1; id <= 3; id++)
            edits.add(new Editing.Edit(id, world.row(id).platform(), Patch.of(Field.NAME, name + " " + id)));
        new Editing(world.session).saveMany(edits, Progress.NONE);
    }

    private void undo() throws ProblemException {
        take(back().undo().getLast());
    }

    private void redo() throws ProblemException {
        take(back().redo().getLast());
    }

    private void take(WayBack.Step step) throws ProblemException {
        world.clock.advance(Duration.ofSeconds(1));
        if (step.isOne()) history.undo(step.first().seq());
        else history.undoAll(step.first().cause().run(), Progress.NONE);
    }

    private WayBack back() throws ProblemException {
        return history.wayBack(Looks.START);
    }

    /// Undo and redo by the services of their steps.
    private String told() throws ProblemException {
        return told(back().undo()) + " // " + told(back().redo()).strip();
    }

    private static String told(List<WayBack.Step> steps) {
        return steps.stream().map(step -> step.entries().stream().map(AuditEntry::serviceId).sorted()
                .map(String::valueOf).collect(Collectors.joining(" "))).collect(Collectors.joining(" | "));
    }
}
