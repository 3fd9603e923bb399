package io.calsync.store;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Version 2: one column instead of three holds the images of a row, a third as long; they were most of what is read when
/// the window opens.
final class OneImageColumn implements JavaMigration {
    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2");
    }

    @Override
    public String getDescription() {
        return "images of a row in one column";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    /// H2 commits at each change of a table anyway; what is migrated is a draft that a failure throws away.
    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) {
        Jdbi.create(context.getConnection()).useHandle(OneImageColumn::migrate);
    }

    private static void migrate(Handle handle) {
        handle.execute("alter table calsync_rows add column images varchar");
        var ids = handle.createQuery("select service_id from calsync_rows").mapTo(Long.class).list();
        for (List<Long> some : Parts.of(ids)) join(handle, some);
        handle.execute("alter table calsync_rows alter column images set not null");
        for (String old : List.of("base", "platform", "calcom"))
            handle.execute("alter table calsync_rows drop column " + old);
    }

    private static void join(Handle handle, List<Long> ids) {
        var batch = handle.prepareBatch("update calsync_rows set images = ? where service_id = ?");
        handle.createQuery("select service_id, base, platform, calcom from calsync_rows where service_id in (<ids>)")
                .bindList("ids", ids)
                .map((row, _) -> batch.add(
                        ImagesJson.write(image(row.getString("base")), image(row.getString("platform")),
                                image(row.getString("calcom"))),
                        row.getLong("service_id")))
                .list();
        batch.execute();
    }

    private static Map<String, @Nullable String> image(String json) {
        return Json.read(json, Json.TEXTS);
    }
}
