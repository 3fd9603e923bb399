package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A person edits, decides, undoes, forces and sets policies.
class DecisionsTest {
    private final World world = world();
    private final Links links = new Links(world.session);
    private final Review review = new Review(world.session, links);

    private static World world() {
        try {
            return new World(4);
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private void drift(long id, Field field, Object value) throws ProblemException {
        world.calcom.edit(100 + id, field, value);
        world.sync();
    }

    @Test
    void aDecisionForThePlatformRestoresItAndOneForCalcomIsTakenWithoutAnEcho() throws ProblemException {
        drift(1, Field.NAME, "Standard Cut");
        drift(2, Field.DURATION, 90L);
        assertEquals(List.of(1L, 2L), review.conflicts().stream().map(ServiceView::id).toList());
        review.decide(1, world.row(1).version(), Map.of(Field.NAME, Choice.PLATFORM), "our name");
        review.decide(2, world.row(2).version(), Map.of(Field.DURATION, Choice.CALCOM), "");
        world.sync();
        assertEquals("Service 1", world.held(1).get(Field.NAME));
        assertEquals(90L, world.row(2).platform().get(Field.DURATION));
        assertEquals(List.of("101 Patch[to={NAME=Service 1}]"), world.calcom.writes);
        var decision = world.workspace.entries(new Journal.Query(1, Cause.Source.DECISION, null, 0, 1)).getFirst();
        assertEquals("our name", decision.cause().note());
    }

    @Test
    void thePreviewSaysWhichValueGoesWhereAndTheAnswerShowsTheServiceAfterIt() throws ProblemException {
        drift(1, Field.NAME, "Standard Cut");
        var view = world.session.view(1);
        assertEquals(List.of(Message.of("preview.platform", Field.NAME, "Service 1")),
                Review.preview(view, Map.of(Field.NAME, Choice.PLATFORM)));
        assertEquals(List.of(Message.of("preview.calcom", Field.NAME, "Standard Cut")),
                Review.preview(view, Map.of(Field.NAME, Choice.CALCOM)));
        var decided = review.decide(1, view.row().version(), Map.of(Field.NAME, Choice.CALCOM), "");
        assertEquals("Standard Cut", decided.name());
        world.calcom.held.remove(102L);
        world.sync();
        var waiting = review.answerGone(2, world.row(2).version(), Review.GoneAnswer.WAIT, "");
        assertTrue(waiting.row().link().keepWaiting());
        var created = review.answerGone(2, waiting.row().version(), Review.GoneAnswer.CREATE, "");
        assertEquals(world.row(2), created.row());
        assertEquals(SyncStatus.SYNCED, created.status());
    }

    @Test
    void nothingIsAppliedOnStaleData() throws ProblemException {
        drift(1, Field.NAME, "Standard Cut");
        long shown = world.row(1).version();
        drift(1, Field.NAME, "Luxury Cut");
        var stale = assertThrows(ProblemException.class,
                () -> review.decide(1, shown, Map.of(Field.NAME, Choice.CALCOM), ""));
        assertEquals(new Problem.Stale("Service 1"), stale.problem());
        assertEquals("Service 1", world.row(1).platform().get(Field.NAME));
    }

    @Test
    void servicesOfOneNameAreSkippedEachByItself() throws ProblemException {
        new Editing(world.session).save(1, world.session.view(1).values(), Patch.of(Field.NAME, "Service 2"));
        drift(1, Field.DURATION, 1_000_000L);
        drift(2, Field.DURATION, 1_000_000L);
        var decided = review.decideMany(review.conflicts(), Field.synced(), Choice.CALCOM, "");
        assertEquals(List.of("Service 2", "Service 2"), decided.skipped().stream().map(Skipped::service).toList());
        assertEquals(Set.of(1L, 2L), decided.skipped().stream().map(Skipped::serviceId).collect(Collectors.toSet()));
    }

    @Test
    void manyDecisionsSkipWhatCannotBeChosenAndSayWhy() throws ProblemException {
        drift(1, Field.NAME, "Standard Cut");
        drift(2, Field.DURATION, 1_000_000L);
        var decided = review.decideMany(review.conflicts(), Field.synced(), Choice.CALCOM, "bulk");
        assertEquals(1, decided.services());
        assertEquals(1, decided.fields());
        assertEquals(List.of(new Skipped(2, "Service 2", Message.of("bulk.nothing-to-choose"))), decided.skipped());
        assertEquals("Standard Cut", world.row(1).platform().get(Field.NAME));
    }

    @Test
    void anEditOfWhatSomeoneElseChangedIsNotSaved() throws ProblemException {
        var opened = world.row(1).platform();
        world.edit(1, Field.NAME, "By a colleague");
        var editing = new Editing(world.session);
        var stale = assertThrows(ProblemException.class, () -> editing.save(1, opened, Patch.of(Field.NAME, "Mine")));
        assertTrue(stale.problem() instanceof Problem.Stale);
        editing.save(1, opened, Patch.of(Field.DURATION, 45L));
        assertEquals("By a colleague", world.row(1).platform().get(Field.NAME));
        assertEquals(45L, world.row(1).platform().get(Field.DURATION));
    }

    @Test
    void valuesBeyondTheLimitsAreNotSavedAndEachIsNamed() throws ProblemException {
        var edit = new Patch(Map.of(Field.NAME, "", Field.DURATION, 2000L, Field.ACTIVE, false));
        var invalid = assertThrows(ProblemException.class,
                () -> new Editing(world.session).save(1, world.row(1).platform(), edit));
        assertEquals(
                Map.of(Field.NAME, Message.of("limit.text.empty"), Field.DURATION,
                        Message.of("limit.minutes", 1, 1440, 2000)),
                ((Problem.Invalid) invalid.problem()).fields());
        assertEquals(true, world.row(1).platform().get(Field.ACTIVE));
    }

    @Test
    void rolesHoldPeopleToWhatTheyMayDo() throws ProblemException {
        drift(1, Field.NAME, "Standard Cut");
        long version = world.row(1).version();
        var viewer = new Editing(world.as(Operator.Role.VIEWER));
        assertThrows(ProblemException.class, () -> viewer.save(1, world.row(1).platform(), Patch.of(Field.NAME, "x")));
        var staff = new Review(world.as(Operator.Role.STAFF), links);
        var refused = assertThrows(ProblemException.class,
                () -> staff.decide(1, version, Map.of(Field.NAME, Choice.CALCOM), ""));
        assertEquals(new Problem.NotAllowed(Operator.Role.STAFF), refused.problem());
    }

    @Test
    void undoOfAnEditIsANewEditAndUndoOfADecisionOpensTheQuestion() throws ProblemException {
        var history = new History(world.session);
        world.edit(1, Field.NAME, "Mistake");
        var edit = world.workspace.entries(Journal.Query.ofService(1, 1)).getFirst();
        assertEquals(List.of(Message.of("undo.restores", Field.NAME, "Service 1")),
                history.preview(edit.seq()).effects());
        history.undo(edit.seq());
        assertEquals("Service 1", world.row(1).platform().get(Field.NAME));
        drift(2, Field.NAME, "Standard Cut");
        review.decide(2, world.row(2).version(), Map.of(Field.NAME, Choice.CALCOM), "");
        history.undo(world.workspace.entries(Journal.Query.ofService(2, 1)).getFirst().seq());
        assertEquals(SyncStatus.CONFLICT, world.status(2));
        assertEquals("Service 2", world.row(2).platform().get(Field.NAME));
        var push = new AuditEntry(1, world.clock.instant(), world.session.cause(Cause.Source.PUSH), 1, "", null,
                List.of(), "");
        assertEquals(Message.of("undo.push"), History.notUndoable(push));
    }

    @Test
    void undoDoesNotReplaceAValueThatMovedSince() throws ProblemException {
        world.edit(1, Field.NAME, "First");
        var first = world.workspace.entries(Journal.Query.ofService(1, 1)).getFirst();
        world.edit(1, Field.NAME, "Second");
        var stale = assertThrows(ProblemException.class, () -> new History(world.session).undo(first.seq()));
        assertTrue(stale.problem() instanceof Problem.Stale);
        assertEquals("Second", world.row(1).platform().get(Field.NAME));
    }

    @Test
    void forceReplacesWhatWasShownAndNothingElse() throws ProblemException {
        drift(1, Field.NAME, "Standard Cut");
        drift(2, Field.NAME, "Luxury Cut");
        var force = new Force(world.session);
        var shown = force.preview();
        assertEquals(2, shown.count());
        world.calcom.edit(102, Field.NAME, "Changed after the preview");
        force.apply(shown, "run");
        world.sync();
        assertEquals("Service 1", world.held(1).get(Field.NAME));
        assertEquals("Changed after the preview", world.held(2).get(Field.NAME));
        assertEquals(SyncStatus.CONFLICT, world.status(2));
    }

    @Test
    void aPolicyShowsFirstWhatItWouldSettle() throws ProblemException {
        drift(1, Field.NAME, "Standard Cut");
        drift(2, Field.NAME, "Luxury Cut");
        var policies = new Policies(world.session);
        assertEquals(2, policies.preview(Field.NAME, Policy.PLATFORM_WINS).count(PolicyPreview.Effect.PUSH));
        policies.set(Field.NAME, Policy.PLATFORM_WINS);
        assertEquals(SyncStatus.PENDING, world.status(1));
        assertEquals(2, policies.preview(Field.NAME, Policy.ASK).count(PolicyPreview.Effect.ASK));
    }

    @Test
    void aNewEventTypeIsImportedOnceAndASlugThatIsTakenIsNotAdopted() throws ProblemException {
        world.calcom.held.put(900L, world.held(1).with(Field.NAME, "Gloss").with(Field.SLUG, "gloss"));
        assertEquals(List.of(900L), links.unlinked().stream().map(type -> type.id()).toList());
        var imported = links.importInto(1, Set.of());
        assertEquals(List.of("Gloss"), imported.services().stream().map(ServiceView::name).toList());
        assertEquals(SyncStatus.SYNCED, imported.services().getFirst().status());
        assertEquals(List.of(), links.unlinked());
        links.unlink(1);
        var taken = assertThrows(ProblemException.class, () -> links.create(1));
        assertEquals(new Problem.SlugTaken("service-1"), taken.problem());
        var held = assertThrows(ProblemException.class, () -> links.link(1, 102));
        assertEquals(Message.of("link.held", 102, "Service 2"), held.problem().message());
        assertEquals(SyncStatus.SYNCED, links.link(1, 101).status());
    }

    @Test
    void anEventTypeBeyondTheLimitsIsNotImportedAndSaysWhy() throws ProblemException {
        world.calcom.held.put(900L, world.held(1).with(Field.NAME, "Endless").with(Field.DURATION, 1_000_000L));
        var imported = links.importInto(1, Set.of());
        assertEquals(Map.of("Endless (#900)", Message.of("choice.calcom-beyond", Field.DURATION, 1_000_000L)),
                imported.refused());
        assertEquals(4, world.workspace.all().size());
    }

    @Test
    void anUnclearCreateAdoptsOnlyAnEventTypeThatWasNotThereBefore() throws ProblemException {
        links.unlink(1);
        world.edit(1, Field.SLUG, "brand-new");
        world.calcom.losesTheAnswerToCreate();
        var created = links.create(1);
        assertEquals(105, created.row().link().eventTypeId());
        assertEquals(SyncStatus.SYNCED, created.status());
        assertEquals(5, world.calcom.held.size(), "created once");
    }

    @Test
    void aCheckPlansEveryKindOfDifferenceAndChangesNothing() throws ProblemException {
        world.edit(1, Field.DURATION, 77L);
        world.calcom.edit(102, Field.NAME, "Standard Cut");
        world.calcom.held.remove(103L);
        world.calcom.held.put(900L, world.held(4).with(Field.SLUG, "new"));
        world.clock.advance(Duration.ofMinutes(1));
        var before = world.workspace.all();
        var plan = new Detector(world.session).check();
        assertEquals(
                List.of("1 DURATION PUSH 30>77/30", "2 NAME ASK Service 2>Service 2/Standard Cut",
                        "3 null MISSING null>null/null"),
                plan.items().stream().map(DecisionsTest::text).toList());
        assertEquals(1, plan.unlinked().size());
        assertEquals(1, plan.requests());
        assertNull(plan.guard());
        assertEquals(before, world.workspace.all());
    }

    private static String text(Plan.Item item) {
        return item.serviceId() + " " + item.field() + " " + item.action() + " " + item.base() + ">" + item.platform()
                + "/" + item.calcom();
    }
}
