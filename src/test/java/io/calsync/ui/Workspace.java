package io.calsync.ui;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.calsync.domain.Company;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Row;
import io.calsync.domain.Service;
import io.calsync.domain.Values;
import io.calsync.sandbox.Sample;
import io.calsync.sync.Catalogue;
import io.calsync.sync.Connection;
import io.calsync.sync.Editing;
import io.calsync.sync.Feed;
import io.calsync.sync.History;
import io.calsync.sync.Links;
import io.calsync.sync.Operator;
import io.calsync.sync.Policies;
import io.calsync.sync.Review;
import io.calsync.sync.Runs;
import io.calsync.sync.Scope;
import io.calsync.sync.Session;
import io.calsync.sync.SyncService;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A workspace in memory under the real sync core: empty, the sample salon, or any number of services.
public final class Workspace {
    private static final List<String> CATEGORIES = List.of("Schnitt", "Färben", "Pflege", "Styling", "Beratung");

    public final Salon salon = new Salon();
    public final FakeCalcom calcom = new FakeCalcom(salon);
    public final SyncService sync;
    private final Instant start = salon.instant();

    public Workspace(List<Company> companies, Operator.Role role) {
        salon.companies(companies);
        var connection = new Connection(URI.create("https://api.cal.com/v2"), calcom.account(), new Scope.User());
        var session = new Session(
                salon, salon, salon, salon, new Session.Cal(connection, calcom), operator(role), salon, new Feed());
        var links = new Links(session);
        sync = new SyncService(
                new Catalogue(session),
                new Editing(session),
                new Runs(session, new Random(1)),
                new Review(session, links),
                links,
                new History(session),
                new Policies(session));
    }

    public static Operator operator(Operator.Role role) {
        return new Operator("Mara", "mara", role);
    }

    /// The sample salon as it is after the first look at its Cal.com.
    public static Workspace sample(Operator.Role role) {
        var sample = Sample.load();
        var workspace = new Workspace(sample.companies().stream().map(Workspace::company).toList(), role);
        var mapper = new ObjectMapper();
        for (var node : sample.eventTypes()) {
            Map<String, Object> json = mapper.convertValue(node, new TypeReference<>() {});
            workspace.calcom.put(node.path("id").asLong(), read(json));
        }
        long id = 1;
        for (var service : sample.services()) workspace.salon.put(workspace.service(id++, service));
        return workspace;
    }

    /// Many services that were all agreed on two hours ago.
    public static Workspace of(int services) {
        var company = new Company(1, "Salon Morgenrot", "EUR", 0, List.of(new Company.Branch("b1", "Mitte")));
        var workspace = new Workspace(List.of(company), Operator.Role.MANAGER);
        for (int i = 1; i <= services; i++) {
            var values =
                    simple("Service " + i, 15 + i % 16 * 5).with(Field.CATEGORY, CATEGORIES.get(i % CATEGORIES.size()))
                            .with(Field.DESCRIPTION,
                                    "With a consultation before it and care after it, for every length of hair.");
            workspace.calcom.put(100_000L + i, values.with(Field.PRICE, Values.NOT_HELD));
            var row = Row.of(i, values).linked(100_000L + i).seen(workspace.told(100_000L + i, Duration.ofHours(2)));
            workspace.salon.put(new Service(1, "b1", "EUR", row));
        }
        return workspace;
    }

    public static Values simple(String name, long minutes) {
        return Values.NONE
                .with(Field.NAME, name)
                .with(Field.DURATION, minutes)
                .with(Field.PRICE, Money.of(BigDecimal.valueOf(minutes), "EUR"))
                .with(Field.ACTIVE, true)
                .with(Field.ONLINE, true)
                .with(Field.BUFFER_AFTER, 5L)
                .with(Field.BUFFER_BEFORE, 0L)
                .with(Field.CONFIRMATION, false)
                .with(Field.DISABLE_GUESTS, false)
                .with(Field.MINIMUM_NOTICE, 120L)
                .with(Field.DESCRIPTION, "")
                .with(Field.CATEGORY, "Schnitt")
                .with(Field.SLUG, name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private EventType told(long id, Duration ago) {
        return new EventType(id, 0, calcom.values(id), Map.of(), start.minus(ago), List.of());
    }

    private Service service(long id, Sample.Service sample) {
        var platform = values(sample.columns());
        long link = sample.eventTypeId();
        var row = Row.of(id, platform);
        if (link != 0 && sample.lastAgreed().isEmpty()) row = row.linked(link);
        else if (link != 0) {
            var agreed = values(sample.lastAgreed());
            var then = new EventType(link, 0, agreed, Map.of(), start.minus(Duration.ofHours(sample.agreedHoursAgo())),
                    List.of());
            row = Row.of(id, agreed.over(platform)).linked(link).seen(then).edited(platform, start.minusSeconds(90));
            row = !calcom.holds(link) ? row.missing(link, start.minusSeconds(40))
                    : row.seen(told(link, Duration.ofSeconds(40)));
        }
        return new Service(sample.companyId(), sample.branchId(), "EUR", row);
    }

    private static Values values(Map<String, Object> columns) {
        var values = Values.NONE;
        for (var column : columns.entrySet()) {
            var field = Field.of(column.getKey());
            if (field.isEmpty()) continue;
            Object value = column.getValue() instanceof BigDecimal amount ? Money.of(amount, "EUR") : column.getValue();
            values = values.with(field.get(), value);
        }
        return values;
    }

    private static Values read(Map<String, Object> json) {
        var values = Values.NONE;
        for (Field field : Field.synced()) values = values.with(field, field.mapping().read(json));
        return values;
    }

    private static Company company(Sample.Company sample) {
        var branches =
                sample.branches().stream().map(branch -> new Company.Branch(branch.id(), branch.name())).toList();
        return new Company(sample.id(), sample.name(), sample.currency(), 0, branches);
    }
}
