package io.calsync.store;

import io.calsync.domain.Company;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Row;
import io.calsync.domain.Service;
import io.calsync.domain.Values;
import io.calsync.sync.Cause;
import io.calsync.sync.Platform;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Rows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The Platform's companies and services.
final class StoredPlatform implements Platform {
    private static final Comparator<Service> BY_NAME =
            Comparator.comparing(Service::name, String.CASE_INSENSITIVE_ORDER).thenComparingLong(Service::id);

    private final Database database;
    private final Rows rows;

    StoredPlatform(Database database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public List<Company> companies() throws ProblemException {
        return database.read(Companies::all);
    }

    @Override
    public List<Service> services(Cause cause) throws ProblemException {
        var now = database.clock().instant();
        var records = database.read(ServiceTable::all);
        var known = new HashMap<Long, Row>();
        var news = new LinkedHashMap<Long, Rows.Step>();
        for (ServiceRecord service : records) {
            var row = service.known(now);
            known.put(row.id(), row);
            if (!row.equals(service.stored())) news.put(row.id(), changed -> changed);
        }
        if (!database.readOnly()) rows.updateAll(cause, news).forEach(row -> known.put(row.id(), row));
        return records.stream()
                .map(service -> service.service(known.getOrDefault(service.id(), service.stored())))
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public Service service(long id) throws ProblemException {
        var now = database.clock().instant();
        return database.read(handle -> {
            var record = ServiceTable.one(handle, id);
            return record.service(record.known(now));
        });
    }

    @Override
    public long add(long companyId, String branchId, Values values, Cause cause) throws ProblemException {
        var addition = new ServiceAdder.Addition(companyId, branchId, values, row -> row);
        return database.write(writing -> new ServiceAdder(writing).add(List.of(addition), cause).getFirst());
    }

    @Override
    public List<Long> importAll(long companyId, String branchId, List<EventType> eventTypes, Cause cause)
            throws ProblemException {
        String currency = companies().stream().filter(company -> company.id() == companyId).map(Company::currency)
                .findFirst().orElse("");
        var additions = eventTypes.stream()
                .map(type -> new ServiceAdder.Addition(companyId, branchId, priced(type.values(), currency),
                        row -> row.linked(type.id()).seen(type)))
                .toList();
        return database.write(writing -> new ServiceAdder(writing).add(additions, cause));
    }

    /// A price in another currency is no price of this company; it stays to be seen on Cal.com's side.
    private static Values priced(Values values, String currency) {
        boolean foreign = values.raw(Field.PRICE) instanceof Money price && !price.currency().equals(currency);
        return foreign ? values.with(Field.PRICE, null) : values;
    }

    @Override
    public int pending() throws ProblemException {
        return database.read(handle -> handle
                .createQuery("select count(*) from services where sync_status = 'pending' and deleted_at is null")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public Optional<Long> ownerOf(long eventTypeId) throws ProblemException {
        return database.read(handle -> handle
                .createQuery("select company_id from calcom_event_mappings where calcom_event_type_id = ?")
                .bind(0, Long.toString(eventTypeId))
                .mapTo(Long.class)
                .findOne());
    }
}
