package io.calsync.ui.overview;

import io.calsync.domain.Company;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.ServiceView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many services stand where. Pure.
///
/// @param bookable  services that a customer can book now
/// @param companies those with services, in the order given
record Tally(int bookable, Map<SyncStatus, Integer> statuses, List<OfCompany> companies) {
    record OfCompany(long id, String name, Map<SyncStatus, Integer> statuses) {
        int total() {
            return statuses.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    static Tally of(List<ServiceView> services, List<Company> companies) {
        int bookable = 0;
        var all = new EnumMap<SyncStatus, Integer>(SyncStatus.class);
        var byCompany = new HashMap<Long, Map<SyncStatus, Integer>>();
        for (ServiceView view : services) {
            var status = view.status();
            if (view.outlook().bookable()) bookable++;
            all.merge(status, 1, Integer::sum);
            byCompany.computeIfAbsent(view.service().companyId(), _ -> new EnumMap<>(SyncStatus.class))
                    .merge(status, 1, Integer::sum);
        }
        var tallies = new ArrayList<OfCompany>();
        for (Company company : companies) {
            var statuses = byCompany.get(company.id());
            if (statuses != null) tallies.add(new OfCompany(company.id(), company.name(), statuses));
        }
        return new Tally(bookable, all, tallies);
    }

    int of(SyncStatus status) {
        return statuses.getOrDefault(status, 0);
    }
}
