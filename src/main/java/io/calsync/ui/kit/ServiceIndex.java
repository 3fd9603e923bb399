package io.calsync.ui.kit;

import io.calsync.domain.SyncStatus;
import io.calsync.sync.ServiceView;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Services by id, with those that a window counts. For one thread at a time.
final class ServiceIndex {
    final Map<Long, ServiceView> services = new LinkedHashMap<>();
    /// Those in conflict or error.
    final Map<Long, SyncStatus> grave = new LinkedHashMap<>();
    /// Ids of those that wait for a person.
    final Set<Long> open = new HashSet<>();
    /// Ids of those whose push failed.
    final Set<Long> failed = new HashSet<>();
    /// Ids of the linked ones on whose two sides something differs.
    final Set<Long> unsettled = new HashSet<>();
    /// Ids of those with a rule of their own.
    final Set<Long> ruled = new LinkedHashSet<>();
    final PushQueue queue = new PushQueue();

    void take(Collection<ServiceView> views, Map<Long, SyncStatus> statuses) {
        for (ServiceView view : views) take(view, statuses.getOrDefault(view.id(), SyncStatus.NEVER));
    }

    void forget(Collection<Long> ids) {
        for (long id : ids) {
            services.remove(id);
            grave.remove(id);
            open.remove(id);
            failed.remove(id);
            unsettled.remove(id);
            ruled.remove(id);
            queue.put(id, null);
        }
    }

    private void take(ServiceView view, SyncStatus status) {
        services.put(view.id(), view);
        if (status == SyncStatus.CONFLICT || status == SyncStatus.ERROR) grave.put(view.id(), status);
        else grave.remove(view.id());
        if (status == SyncStatus.SYNCED || status == SyncStatus.NEVER) unsettled.remove(view.id());
        else unsettled.add(view.id());
        if (status == SyncStatus.CONFLICT) open.add(view.id());
        else open.remove(view.id());
        if (status != SyncStatus.SYNCED && view.failing()) failed.add(view.id());
        else failed.remove(view.id());
        if (view.row().facts().values().stream().anyMatch(facts -> facts.own() != null)) ruled.add(view.id());
        else ruled.remove(view.id());
        queue.put(view.id(), status == SyncStatus.PENDING ? view.row().times().platformChanged() : null);
    }
}
