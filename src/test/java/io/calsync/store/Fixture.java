package io.calsync.store;

import io.calsync.domain.Company;
import io.calsync.domain.Company.Branch;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Policy;
import io.calsync.domain.Values;
import io.calsync.sync.Cause;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A workspace with two companies, as the tests of this package use it.
final class Fixture {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456789Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final Operator MARA = new Operator("Mara", "mara", Operator.Role.MANAGER);
    static final Cause EDIT = new Cause(Cause.Source.EDIT, MARA, "", "");
    static final Cause IMPORT = EDIT.as(Cause.Source.IMPORT);
    static final String BRANCH = "0b6f5a52-2f57-4a39-9d62-0a2c6d0f1a11";
    static final Company SALON = new Company(1, "Salon Lindgrün", "EUR", 11, List.of(new Branch(BRANCH, "Mitte")));
    static final Company STUDIO = new Company(2, "Studio Kreuz", "CHF", 0, List.of());

    private Fixture() {}

    static Workspace open(Path directory) throws ProblemException {
        return Workspace.open(directory, CLOCK, Message::key);
    }

    /// A service in agreement, linked to event type 100, and one that was never linked.
    static Workspace salon(Path directory) throws ProblemException {
        var workspace = open(directory);
        workspace.seed(
                new Seed(
                        List.of(SALON, STUDIO),
                        List.of(
                                new Seed.Offer(1, BRANCH, cut(), agreed(), 100, Map.of(Field.SLUG, alone()),
                                        NOW.minusSeconds(7200)),
                                new Seed.Offer(1, "", cut().with(Field.NAME, "Gloss"), Values.NONE, 0, Map.of(), null)),
                        Map.of(100L, 1L)),
                IMPORT);
        return workspace;
    }

    static Values cut() {
        return Values.NONE
                .with(Field.NAME, "Premium Cut")
                .with(Field.DURATION, 60L)
                .with(Field.PRICE, new Money(4500, "EUR"))
                .with(Field.ACTIVE, true)
                .with(Field.BUFFER_AFTER, 10L)
                .with(Field.SLUG, "premium-cut")
                .with(Field.CATEGORY, "Schnitt")
                .with(Field.COMPOSITE, false);
    }

    static Values agreed() {
        return cut().with(Field.PRICE, null).with(Field.CATEGORY, null).with(Field.COMPOSITE, null);
    }

    static OwnPolicy alone() {
        return new OwnPolicy(Policy.LEAVE_ALONE, "its own");
    }

    /// An answer of Cal.com about event type 100.
    static EventType answer(Values values) {
        return new EventType(100, 11, values, Map.of(), NOW, List.of());
    }

    /// Many linked services for one company.
    static Seed many(int count) {
        var offers = new ArrayList<Seed.Offer>();
        for (int i = 1; i <= count; i++) {
            var values = cut().with(Field.NAME, "Service " + i).with(Field.SLUG, "service-" + i).with(Field.DESCRIPTION,
                    "A description.");
            offers.add(new Seed.Offer(1, BRANCH, values, values.with(Field.PRICE, null), 1000 + i, Map.of(), null));
        }
        return new Seed(List.of(SALON), offers, Map.of());
    }

    /// What something else than the console does to the open database.
    static void sql(Path directory, String... statements) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(new H2File(directory.resolve("console")).url(false), "sa", "");
                var statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    static String value(Path directory, String query) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(new H2File(directory.resolve("console")).url(false), "sa", "");
                var rows = connection.createStatement().executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
        }
    }
}
