package io.calsync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Row;
import io.calsync.domain.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace that the console of version 1 made: the sample after one run, with conflicts, refusals and a lost answer.
class OneImageColumnTest {
    @TempDir private Path directory;

    @Test
    void everyImageOfAWorkspaceOfVersionOneIsReadBack() throws Exception {
        unpack();
        var before = images();
        List<Row> rows;
        try (var workspace = Fixture.open(directory)) {
            rows = workspace.rows().all();
            assertTrue(workspace.journal().verify().whole());
        }
        assertEquals(41, rows.size());
        assertEquals(before, rows.stream().map(row -> new Images(row.id(), row.base(), row.platform(), row.calcom()))
                .toList());
        try (var files = Files.list(directory)) {
            assertEquals(1, files.filter(file -> file.getFileName().toString().startsWith("console-v1-")).count());
        }
        try (var workspace = Workspace.openReadOnly(directory, Fixture.CLOCK)) {
            assertEquals(rows, workspace.rows().all());
        }
    }

    private record Images(long id, Values base, Values platform, Values calcom) {}

    private List<Images> images() {
        return Jdbi.create(new H2File(directory.resolve("console")).url(true), H2File.USER, "")
                .withHandle(handle -> handle.createQuery(
                        "select service_id, base, platform, calcom from calsync_rows order by service_id")
                        .map((row, _) -> new Images(row.getLong(1), image(row.getString(2)), image(row.getString(3)),
                                image(row.getString(4))))
                        .list());
    }

    private static Values image(String json) {
        return Values.decoded(Json.read(json, Json.TEXTS));
    }

    private void unpack() throws Exception {
        var zip = Objects.requireNonNull(OneImageColumnTest.class.getResourceAsStream("v1/sample.zip"));
        try (var entries = new ZipInputStream(zip)) {
            Files.copy(entries, directory.resolve(Objects.requireNonNull(entries.getNextEntry()).getName()));
        }
    }
}
