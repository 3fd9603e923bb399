package io.calsync.store;

import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.NOW;
import static io.calsync.store.Fixture.agreed;
import static io.calsync.store.Fixture.answer;
import static io.calsync.store.Fixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Field;
import io.calsync.domain.Row;
import io.calsync.sync.Cause.Source;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRowsTest {
    @TempDir private Path directory;

    private Workspace workspace;

    @BeforeEach
    void open() throws ProblemException {
        workspace = Fixture.salon(directory);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void keepsAChangeWithItsEntryAndWritesItIntoThePlatformsTable() throws Exception {
        var row = edit(1, Field.DURATION, 90L);

        assertEquals(row, workspace.rows().get(1));
        assertEquals("90", value(directory, "select duration_minutes from services where id = 1"));
        var entry = workspace.journal().entries(Query.newest(1)).getFirst();
        assertEquals(Source.EDIT, entry.cause().source());
        assertEquals("Premium Cut", entry.service());
        assertEquals("[Change[field=DURATION, aspect=PLATFORM, from=60, to=90]]", entry.changes().toString());
    }

    @Test
    void readsBackARowWithAllItRemembers() throws ProblemException {
        var remote = agreed().with(Field.NAME, "Standard Cut").with(Field.PRICE, io.calsync.domain.Values.NOT_HELD);
        var row = workspace.rows().update(1, EDIT, before -> before.seen(answer(remote)));
        assertEquals(row, workspace.rows().get(1));
        assertEquals(List.of(row, workspace.rows().get(2)), workspace.rows().all());
    }

    private Row edit(long id, Field field, Object value) throws ProblemException {
        return workspace.rows().update(id, EDIT, row -> row.edited(row.platform().with(field, value), NOW));
    }
}
