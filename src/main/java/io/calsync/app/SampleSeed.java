package io.calsync.app;

import io.calsync.domain.Company;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Money;
import io.calsync.domain.Policy;
import io.calsync.domain.Values;
import io.calsync.sandbox.Sample;
import io.calsync.store.Seed;
import io.calsync.sync.Account;
import io.calsync.sync.Connection;
import io.calsync.sync.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The sample business in the words of store and engine.
final class SampleSeed {
    private final Sample sample;
    private final Map<Long, String> currencies;
    private final Instant now;

    SampleSeed(Sample sample, Instant now) {
        this.sample = sample;
        this.now = now;
        currencies =
                sample.companies().stream().collect(Collectors.toMap(Sample.Company::id, Sample.Company::currency));
    }

    /// The connection that every sample workspace has, wherever its sandbox listens.
    Connection connection() {
        var owner = sample.account();
        var account = new Account(owner.id(), owner.username(), owner.email());
        return new Connection(SampleCalCom.ADDRESS, account, new Scope.User());
    }

    Seed seed() {
        return new Seed(sample.companies().stream().map(SampleSeed::company).toList(),
                sample.services().stream().map(this::offer).toList(), Map.of());
    }

    private static Company company(Sample.Company company) {
        List<Company.Branch> branches = company.branches().stream()
                .map(branch -> new Company.Branch(branch.id(), branch.name())).toList();
        return new Company(company.id(), company.name(), company.currency(), 0, branches);
    }

    private Seed.Offer offer(Sample.Service service) {
        String currency = currencies.getOrDefault(service.companyId(), "EUR");
        var policies = new EnumMap<Field, OwnPolicy>(Field.class);
        service.leaveAlone().forEach((column, reason) -> Field.of(column)
                .ifPresent(field -> policies.put(field, new OwnPolicy(Policy.LEAVE_ALONE, reason))));
        return new Seed.Offer(service.companyId(), service.branchId(), values(service.columns(), currency),
                values(service.lastAgreed(), currency), service.eventTypeId(), policies, agreed(service));
    }

    private static Values values(Map<String, Object> columns, String currency) {
        var values = Values.NONE;
        for (Field field : Field.values()) {
            Object value = columns.get(field.key());
            values = values.with(field, value instanceof BigDecimal amount ? Money.of(amount, currency) : value);
        }
        return values;
    }

    private @Nullable Instant agreed(Sample.Service service) {
        return service.agreedHoursAgo() == 0 ? null : now.minus(Duration.ofHours(service.agreedHoursAgo()));
    }
}
