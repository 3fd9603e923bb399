package io.calsync.store;

import io.calsync.domain.Company;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts;
import io.calsync.domain.Link;
import io.calsync.domain.Row;
import io.calsync.domain.Times;
import io.calsync.domain.Values;
import io.calsync.sync.Cause;
import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Adds services to the Platform's table, with their rows.
final class ServiceAdder {
    /// Shown from other tables, by the id of company and branch.
    private static final Set<Field> NO_COLUMNS = EnumSet.of(Field.COMPANY, Field.BRANCH);

    private final Writing writing;
    private final Handle handle;

    ServiceAdder(Writing writing) {
        this.writing = writing;
        this.handle = writing.handle();
    }

    /// A service to be added.
    ///
    /// @param first what becomes of its new row before that is written
    record Addition(long companyId, String branchId, Values values, UnaryOperator<Row> first) {}

    /// @return the services' ids, in the order of the additions
    List<Long> add(List<Addition> additions, Cause cause) throws ProblemException {
        var companies = Companies.all(handle);
        var added = new LinkedHashMap<Long, Addition>();
        for (Addition addition : additions) {
            var company = Companies.having(companies, addition.companyId, addition.branchId);
            RowWriter.checkCurrency(company.currency(), addition.values);
            added.put(insert(addition.companyId, addition.branchId, addition.values), addition);
        }
        var records = ServiceTable.locked(handle, added.keySet());
        var rows = new ArrayList<Saved>();
        for (var addition : added.entrySet()) {
            var record = Objects.requireNonNull(records.get(addition.getKey()));
            var known = record.known(writing.now());
            var row = addition.getValue().first.apply(known);
            StoredRows.note(writing, cause, record.stored(), row);
            rows.add(Saved.of(record, known, row));
        }
        new RowWriter(writing).write(rows);
        return List.copyOf(added.keySet());
    }

    void add(Seed seed, Cause cause) throws ProblemException {
        for (Company company : seed.companies()) Companies.add(handle, company);
        for (var owner : seed.owners().entrySet()) {
            String id = Long.toString(owner.getKey());
            handle.execute("insert into calcom_event_mappings (calcom_event_type_id, company_id) values (?, ?)", id,
                    owner.getValue());
        }
        var additions = seed.offers().stream()
                .map(offer -> new Addition(offer.companyId(), offer.branchId(), offer.platform(),
                        row -> remembering(row, offer)))
                .toList();
        add(additions, cause);
    }

    private static Row remembering(Row row, Seed.Offer offer) {
        var facts = new EnumMap<Field, FieldFacts>(Field.class);
        offer.policies().forEach((field, policy) -> facts.put(field, FieldFacts.NONE.with(policy)));
        var link = offer.eventTypeId() == 0 ? Link.NONE : Link.to(offer.eventTypeId());
        var times = new Times(offer.lastSync(), null, offer.lastSync(), null, null);
        return new Row(
                row.id(), link, offer.agreed(), row.platform(), Values.NONE, facts, row.attempt(), times,
                row.version());
    }

    private long insert(long companyId, String branchId, Values values) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("company_id", companyId);
        columns.put("branch_id", branchId.isEmpty() ? null : branchId);
        for (Field field : Field.values()) {
            if (values.has(field) && !NO_COLUMNS.contains(field))
                columns.put(field.key(), Saved.column(values.get(field)));
        }
        columns.put("created_at", writing.now());
        columns.put("updated_at", writing.now());
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        var insert = handle.createUpdate(
                "insert into services (" + String.join(", ", columns.keySet()) + ") values (" + marks + ")");
        var bound = new ArrayList<@Nullable Object>(columns.values());
        for (int i = 0; i < bound.size(); i++) insert.bind(i, bound.get(i));
        return insert.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }
}
