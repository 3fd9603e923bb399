package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Pushing every Platform value over Cal.com's: what is replaced, what is left out and counted.
class ForceTest {
    private final World world = world();
    private final Runs runs = new Runs(world.session, Histories.generator(1));

    private static World world() {
        try {
            return new World(5);
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private int leftOut(Runs.ForcePreview preview, String reason) {
        return preview.leftOut().getOrDefault(Message.of(reason), 0);
    }

    @Test
    void thePreviewNamesEveryValueOfCalcomThatWouldGoAndWritesNothing() throws ProblemException {
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.calcom.edit(101, Field.DURATION, 15L);
        world.edit(2, Field.SLUG, "ours");
        var before = world.workspace.all();
        var preview = runs.previewForce();
        assertEquals(Map.of(1L, Map.of(Field.NAME, "Theirs", Field.DURATION, 15L), 2L, Map.of(Field.SLUG, "service-2")),
                preview.replaces());
        assertEquals(3, preview.count());
        assertEquals(before, world.workspace.all());
        assertEquals(List.of(), world.calcom.writes);
    }

    @Test
    void whatAForceLeavesOutIsCountedByReason() throws ProblemException {
        int notHeld = leftOut(runs.previewForce(), "force.not-held");
        world.calcom.held.remove(101L);
        world.edit(2, Field.DURATION, 45L);
        new Policies(world.session).own(2, Field.DURATION, new OwnPolicy(Policy.LEAVE_ALONE, "on purpose"));
        world.calcom.edit(103, Field.PRICE, Money.parse("60.00 EUR"));
        world.edit(3, Field.PRICE, Money.parse("45.00 EUR"));
        var preview = runs.previewForce();
        assertEquals(Map.of(), preview.replaces());
        assertEquals(1, leftOut(preview, "force.gone"));
        assertEquals(1, leftOut(preview, "force.left-alone"));
        assertEquals(1, leftOut(preview, "force.unwritable"), "a price is never sent");
        assertTrue(leftOut(preview, "force.not-held") <= notHeld);
    }

    @Test
    void aForceSettlesConflictsFirstLinksAndPoliciesAlikeAndEachReplacedValueIsInTheTrail() throws ProblemException {
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.calcom.edit(102, Field.NAME, "Also theirs");
        world.sync();
        new Policies(world.session).set(Field.NAME, Policy.CALCOM_WINS);
        var report = runs.force(runs.previewForce(), Progress.NONE);
        assertEquals(List.of(1L, 2L), report.pushed());
        assertEquals("Service 1", world.held(1).get(Field.NAME));
        assertEquals("Service 2", world.held(2).get(Field.NAME));
        assertEquals(SyncStatus.SYNCED, world.status(1));
        var decision = world.workspace.entries(new Journal.Query(1, Cause.Source.DECISION, null, 0, 1)).getFirst();
        assertTrue(decision.changes().stream().anyMatch(change -> "Theirs".equals(change.to())), "what was replaced");
    }

    @Test
    void withNothingShownAForceIsAPlainSync() throws ProblemException {
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.edit(2, Field.DURATION, 45L);
        var report = runs.force(new Runs.ForcePreview(Map.of(), Map.of()), Progress.NONE);
        assertEquals(List.of(2L), report.pushed());
        assertEquals(List.of(1L), report.conflicts());
        assertEquals("Theirs", world.held(1).get(Field.NAME));
    }
}
