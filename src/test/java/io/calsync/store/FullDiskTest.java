package io.calsync.store;

import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    @TempDir private Path directory;

    @AfterEach
    void takeOut() {
        ShakyDisk.remove();
    }

    @Test
    void anEditThatDoesNotFitIsRefusedAndTheNextOneIsSavedWhenThereIsSpaceAgain() throws Exception {
        Fixture.salon(directory).close();
        var disk = ShakyDisk.insert(directory, Integer.MAX_VALUE);
        try (var workspace = Fixture.open(directory)) {
            edit(workspace, "before");
            disk.full(true);
            var full = new Problem.StoreFull(directory.resolve("console.mv.db").toString());
            for (int i = 0; i < 2; i++)
                assertEquals(full,
                        assertThrows(ProblemException.class, () -> edit(workspace, "while it is full")).problem());
            assertEquals("before", workspace.rows().get(1).platform().text(Field.NAME));
            disk.full(false);
            edit(workspace, "after");
        }
        ShakyDisk.remove();
        try (var workspace = Fixture.open(directory)) {
            assertTrue(workspace.journal().verify().whole());
            assertEquals(List.of("after", "before", "Premium Cut"), workspace.journal()
                    .entries(Query.ofService(1, 10)).stream().map(entry -> entry.service()).toList());
        }
    }

    private static void edit(Workspace workspace, String name) throws ProblemException {
        workspace.rows().update(1, EDIT, row -> row.edited(row.platform().with(Field.NAME, name), NOW));
    }
}
