package io.calsync.store;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// The numbered versions of the tables. The version is read without the migration library, which takes a second to
/// start; that is called only where there is something to do.
///
/// @param latest  the version this console works with
/// @param scripts where the numbered scripts are
record Schema(int latest, List<String> scripts) {
    static final Schema CURRENT = new Schema(2, List.of(Dialect.H2.migrations()));

    /// Those that a workspace cannot do without.
    private static final List<String> TABLES =
            List.of("companies", "branches", "services", "calcom_event_mappings", "calsync_rows", "calsync_audit",
                    "calsync_head", "calsync_settings");

    private static final String HISTORY = "calsync_schema";

    /// The version of an open database whose tables are there. 0 for one without our tables: what is left of a cut
    /// file, for a new one is whole before it gets its name.
    ///
    /// @throws JdbiException where it is of this version and a table is missing or cannot be read
    int check(Handle handle) {
        int version = version(handle);
        if (version == latest) for (String table : TABLES) handle.execute("select * from " + table + " limit 1");
        return version;
    }

    private static int version(Handle handle) {
        boolean known = handle.createQuery("select count(*) from information_schema.tables where table_name = ?")
                .bind(0, HISTORY)
                .mapTo(Integer.class)
                .one() > 0;
        if (!known) return 0;
        return handle
                .createQuery(
                        "select coalesce(max(cast(\"version\" as int)), 0) from \"" + HISTORY + "\" where \"success\"")
                .mapTo(Integer.class)
                .one();
    }

    /// Brings a database that nobody else has open to the latest version.
    void migrate(String url) {
        Flyway.configure()
                .dataSource(url, H2File.USER, "")
                .locations(scripts.toArray(String[]::new))
                .javaMigrations(new OneImageColumn())
                .table(HISTORY)
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
