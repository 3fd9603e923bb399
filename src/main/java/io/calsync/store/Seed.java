package io.calsync.store;

import io.calsync.domain.Company;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a new workspace is filled with.
///
/// @param owners which company an event type belongs to, by event type id
public record Seed(List<Company> companies, List<Offer> offers, Map<Long, Long> owners) {
    /// One service and what is remembered of it: what both sides last agreed on, but no look at Cal.com yet.
    ///
    /// @param branchId    UUID text, "" = of the whole company
    /// @param platform    what the Platform holds, protected fields included
    /// @param agreed      the base; [Values#NONE] for a service that was never synced
    /// @param eventTypeId 0 = not linked
    /// @param policies    this service's own
    /// @param lastSync    null = never
    public record Offer(
            long companyId,
            String branchId,
            Values platform,
            Values agreed,
            long eventTypeId,
            Map<Field, OwnPolicy> policies,
            @Nullable Instant lastSync) {}
}
