package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a run leaves in the trail: the counts pushed, conflicts, failed, unlinked, requests.
class RunNotesTest {
    private final World world = world();
    private final Runs runs = new Runs(world.session, Histories.generator(1));

    private static World world() {
        try {
            return new World(3);
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @AfterEach
    void end() {
        runs.close();
    }

    private List<AuditEntry> notes() {
        return world.workspace.entries(new Journal.Query(0, Cause.Source.RUN, null, 0, 100)).reversed().stream()
                .filter(entry -> entry.what() != null).toList();
    }

    private List<Message> told() {
        var told = new ArrayList<Message>();
        for (AuditEntry entry : notes()) if (entry.what() instanceof Message what) told.add(what);
        return told;
    }

    @Test
    void aRunThatAPersonAskedForLeavesItsCountsAndWhyEachServiceFailed() throws ProblemException {
        for (long id = 1; id <= 2; id++) world.edit(id, Field.DESCRIPTION, "New");
        world.calcom.writeFaults.add(Trouble.LOST_BEFORE);
        world.calcom.edit(103, Field.NAME, "Theirs");
        world.calcom.held.put(900L, Looks.values(900));
        var report = runs.sync(SyncOptions.PLAIN, Progress.NONE);
        assertEquals(Set.of(1L), report.failed().keySet());
        assertEquals(List.of(report.failed().getOrDefault(1L, Message.of("")),
                Message.of("run.report.sync", 1, 1, 1, 1, report.requests())), told());
        assertEquals(List.of(1L, 0L), notes().stream().map(AuditEntry::serviceId).toList());
        assertEquals(Set.of(report.run()), Set.copyOf(notes().stream().map(note -> note.cause().run()).toList()));
        assertEquals(1, new History(world.session).runs(1).size());
    }

    @Test
    void whatCameByItselfLeavesItsCountsOnlyWhereItDidSomething() throws ProblemException {
        runs.look();
        runs.push(Set.of(1L));
        assertEquals(List.of(), told());
        world.edit(1, Field.DESCRIPTION, "New");
        runs.push(Set.of(1L));
        world.calcom.edit(103, Field.NAME, "Theirs");
        runs.look();
        assertEquals(
                List.of(Message.of("run.report.push", 1, 0, 0, 0, 2), Message.of("run.report.sync", 0, 1, 0, 0, 1)),
                told());
    }

    @Test
    void aForceAndARunThatWasEndedSayWhichTheyWere() throws ProblemException {
        runs.force(new Runs.ForcePreview(Map.of(), Map.of()), Progress.NONE);
        world.edit(1, Field.DESCRIPTION, "New");
        runs.sync(SyncOptions.PLAIN, new Progress() {
            @Override
            public void at(int done, int total, String service) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        });
        assertEquals(List.of(Message.of("run.report.force", 0, 0, 0, 0, 1),
                Message.of("run.report.cancelled", 0, 0, 0, 0, 1)), told());
    }

    @Test
    void aRunThatCameToNothingSaysWhyUnlessTheDiskIsFull() {
        world.calcom.readFaults.add(Trouble.LOST_BEFORE);
        var failed = assertThrows(ProblemException.class, () -> runs.sync(SyncOptions.PLAIN, Progress.NONE));
        assertEquals(List.of(failed.problem().message()), told());
        world.calcom.edit(103, Field.NAME, "Theirs");
        world.workspace.failCommits(1);
        assertThrows(ProblemException.class, () -> runs.sync(SyncOptions.PLAIN, Progress.NONE));
        assertEquals(1, told().size());
    }
}
