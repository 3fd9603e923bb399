package io.calsync.ui.kit;

import io.calsync.domain.Company;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.sync.SyncService;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All companies and services, read at once.
///
/// @param statuses of the services by id; they cost too much to work out on the UI thread for many
public record Reading(List<Company> companies, List<ServiceView> services, Map<Long, SyncStatus> statuses) {
    /// Takes its time; not on the UI thread.
    public static Reading of(SyncService sync) throws ProblemException {
        var services = sync.catalogue().all();
        return new Reading(sync.catalogue().companies(), services, statuses(services));
    }

    static Map<Long, SyncStatus> statuses(Collection<ServiceView> services) {
        var statuses = new HashMap<Long, SyncStatus>();
        for (ServiceView view : services) statuses.put(view.id(), view.status());
        return statuses;
    }
}
