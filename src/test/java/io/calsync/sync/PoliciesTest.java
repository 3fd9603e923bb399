package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Message;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Services 1 and 2 have another name at Cal.com, 3 another duration, 4 agrees.
class PoliciesTest {
    private final World world = world();
    private final Policies policies = new Policies(world.session);

    private static World world() {
        try {
            var world = new World(4);
            world.calcom.edit(101, Field.NAME, "Theirs 1");
            world.calcom.edit(102, Field.NAME, "Theirs 2");
            world.calcom.edit(103, Field.DURATION, 15L);
            world.sync();
            return world;
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @ParameterizedTest
    @CsvSource({"ASK, 0", "PLATFORM_WINS, 2", "CALCOM_WINS, 2", "LEAVE_ALONE, 2"})
    void thePreviewCountsJustTheQuestionsOfThatField(Policy policy, int settled) throws ProblemException {
        var before = world.workspace.all();
        assertEquals(settled, policies.preview(Field.NAME, policy).outcomes().size());
        assertEquals(before, world.workspace.all(), "a preview settles nothing");
        assertEquals(Policy.ASK, policies.rules().policy(Field.NAME));
    }

    @Test
    void aServicesOwnPolicyIsNotOverruledByTheWorkspaces() throws ProblemException {
        policies.own(1, Field.NAME, new OwnPolicy(Policy.ASK, "a person looks at this one"));
        assertEquals(List.of(2L), policies.preview(Field.NAME, Policy.PLATFORM_WINS).outcomes().stream()
                .map(outcome -> outcome.view().id()).toList());
        policies.set(Field.NAME, Policy.PLATFORM_WINS);
        world.sync();
        assertEquals("Service 2", world.held(2).get(Field.NAME));
        assertEquals("Theirs 1", world.held(1).get(Field.NAME));
        policies.own(1, Field.NAME, null);
        world.sync();
        assertEquals("Service 1", world.held(1).get(Field.NAME), "the workspace's applies again");
    }

    @Test
    void calcomWinsTakesTheValueAtTheNextRunWithoutAPatch() throws ProblemException {
        policies.set(Field.NAME, Policy.CALCOM_WINS);
        assertEquals("Service 1", world.row(1).platform().get(Field.NAME), "not before a read by id");
        world.sync();
        assertEquals("Theirs 1", world.row(1).platform().get(Field.NAME));
        assertEquals(SyncStatus.SYNCED, world.status(1));
        assertEquals(SyncStatus.CONFLICT, world.status(3), "another field is another policy's");
        assertEquals(List.of(), world.calcom.writes);
    }

    @Test
    void leavingAFieldAloneAndLiftingItAsksAboutEveryDifference() throws ProblemException {
        policies.own(1, Field.NAME, new OwnPolicy(Policy.LEAVE_ALONE, "hidden on purpose"));
        assertEquals(SyncStatus.SYNCED, world.status(1));
        world.edit(1, Field.NAME, "Ours");
        world.sync();
        assertEquals(List.of(), world.calcom.writes);
        policies.own(1, Field.NAME, null);
        assertEquals(Verdict.FIRST_LINK, world.row(1).verdict(Field.NAME));
        assertEquals(Set.of(Field.NAME), world.outlook(1).open());
    }

    @Test
    void leavingAFieldAloneNeedsAReasonAndSeveralServicesAreSetTogether() throws ProblemException {
        var without = new OwnPolicy(Policy.LEAVE_ALONE, " ");
        assertThrows(ProblemException.class, () -> policies.own(Set.of(1L, 2L), Field.NAME, without));
        assertEquals(2, world.outlook(1).open().size() + world.outlook(2).open().size());
        var preview = policies.preview(Set.of(1L, 4L), Field.NAME, new OwnPolicy(Policy.CALCOM_WINS, ""));
        assertEquals(1, preview.count(PolicyPreview.Effect.TAKE), "service 4 agrees");
        policies.own(List.of(1L, 2L), Field.NAME, new OwnPolicy(Policy.LEAVE_ALONE, "hidden on purpose"));
        assertEquals(Set.of(), world.outlook(1).open());
        assertEquals(2, policies.preview(Set.of(1L, 2L), Field.NAME, null).count(PolicyPreview.Effect.ASK));
    }

    @Test
    void liftingTheWorkspacesLeaveAloneForgetsWhatWasAgreedOn() throws ProblemException {
        policies.set(Field.NAME, Policy.LEAVE_ALONE);
        policies.own(2, Field.NAME, new OwnPolicy(Policy.LEAVE_ALONE, "its own"));
        assertEquals(1, policies.preview(Field.NAME, Policy.PLATFORM_WINS).count(PolicyPreview.Effect.ASK));
        policies.set(Field.NAME, Policy.PLATFORM_WINS);
        world.sync();
        assertEquals(Verdict.FIRST_LINK, world.row(1).verdict(Field.NAME), "after months only a person decides");
        assertEquals(Verdict.LEFT_ALONE, world.row(2).verdict(Field.NAME));
        assertEquals(List.of(), world.calcom.writes);
    }

    @Test
    void everyoneWhoShowsServicesHearsOfANewPolicy() throws ProblemException {
        var heard = new ArrayList<Set<Long>>();
        var end = new Catalogue(world.session).subscribe(heard::add);
        policies.set(Field.NAME, Policy.PLATFORM_WINS);
        assertEquals(List.of(Set.of(1L, 2L, 3L, 4L)), heard);
        policies.own(1, Field.DURATION, new OwnPolicy(Policy.LEAVE_ALONE, "on purpose"));
        assertEquals(Set.of(1L), heard.getLast());
        end.run();
        policies.set(Field.NAME, Policy.ASK);
        assertEquals(2, heard.size(), "whoever left hears no more");
    }

    @Test
    void whatAPolicyReplacedIsOverwrittenAtMostThreeTimesADayThenAPersonIsAsked() throws ProblemException {
        policies.set(Field.DURATION, Policy.PLATFORM_WINS);
        for (long stranger = 1; stranger <= 3; stranger++) {
            world.calcom.edit(104, Field.DURATION, 200 + stranger);
            world.sync();
            assertEquals(120L, world.held(4).get(Field.DURATION));
            world.clock.advance(Duration.ofHours(2));
        }
        world.calcom.edit(104, Field.DURATION, 300L);
        world.sync();
        assertEquals(SyncStatus.CONFLICT, world.status(4));
        assertEquals(300L, world.held(4).get(Field.DURATION));
        world.clock.advance(Duration.ofDays(1));
        world.calcom.edit(104, Field.DURATION, 301L);
        world.sync();
        assertEquals(120L, world.held(4).get(Field.DURATION), "the next day it may again");
    }

    @Test
    void aPolicysStepIsInTheTrailAsItsOwn() throws ProblemException {
        policies.set(Field.NAME, Policy.CALCOM_WINS);
        world.sync();
        var step = world.workspace.entries(new Journal.Query(1, Cause.Source.POLICY, null, 0, 1)).getFirst();
        assertTrue(step.changes().stream().anyMatch(change -> "Service 1".equals(change.from())), "what it replaced");
        assertFalse(step.cause().run().isEmpty());
        assertEquals(Message.of("undo.policy-again"), History.notUndoable(step));
    }

    @Test
    void ofTwoPeopleWhoSetTheRulesOfDifferentFieldsBothHaveTheirWay() throws ProblemException {
        world.workspace.beforeTheNextUpdateOfMany(() -> {
            try {
                policies.set(Field.DURATION, Policy.PLATFORM_WINS);
            } catch (ProblemException refused) {
                throw new AssertionError(refused);
            }
        });
        policies.set(Field.NAME, Policy.LEAVE_ALONE);
        assertEquals(Policy.PLATFORM_WINS, policies.rules().policy(Field.DURATION));
        assertEquals(Policy.LEAVE_ALONE, policies.rules().policy(Field.NAME));
    }
}
