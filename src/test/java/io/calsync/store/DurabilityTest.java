package io.calsync.store;

import static io.calsync.store.Fixture.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged survives the end of the process. `-Dkills=N` sets how often it is killed.
class DurabilityTest {
    @TempDir private Path directory;

    @Test
    void losesNoAcknowledgedEditOfAnyThreadWhenItIsKilled() throws Exception {
        Fixture.salon(directory).close();
        // As in a console that is open for more than a minute: H2 takes old places in the file for free after 45 s.
        Fixture.sql(directory, "set retention_time 0");
        var acknowledged = new HashSet<String>();
        for (int kill = 1; kill <= Integer.getInteger("kills", 3); kill++) {
            try (var victim = Busy.start(directory, "k" + kill)) {
                acknowledged.addAll(victim.killAfter(30 + kill * 17 % 90));
            }
            // A look that may not write has to cope with what the kill left, too.
            if (kill % 2 == 0) try (var workspace = Workspace.openReadOnly(directory, CLOCK)) {
                check(workspace, acknowledged, kill);
            }
            try (var workspace = Fixture.open(directory)) {
                check(workspace, acknowledged, kill);
            }
        }
    }

    private static void check(Workspace workspace, Set<String> acknowledged, int kill) throws ProblemException {
        var entries = workspace.journal().entries(Query.newest(Integer.MAX_VALUE)).reversed();
        var lost = new HashSet<>(acknowledged);
        for (AuditEntry entry : entries) lost.remove(entry.service());
        assertEquals(Set.of(), lost, "lost by kill " + kill);
        assertTrue(workspace.journal().verify().whole(), "trail after kill " + kill);
        assertEquals(played(entries),
                workspace.rows().all().stream().map(row -> row.platform().text(Field.NAME)).toList());
    }

    /// The names that the services have by the trail.
    static List<String> played(List<AuditEntry> entries) {
        var rows = new TreeMap<Long, Row>();
        for (AuditEntry entry : entries) {
            rows.merge(entry.serviceId(), Row.of(entry.serviceId(), Values.NONE), (known, _) -> known);
            rows.computeIfPresent(entry.serviceId(), (_, row) -> Change.replay(row, entry.changes()));
        }
        return rows.values().stream().map(row -> row.platform().text(Field.NAME)).toList();
    }
}
