package io.calsync.ui.kit;

import io.calsync.domain.Company;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.sync.SyncService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// All services as they are now, kept up to date by the feed, for every screen that shows some of them. UI thread only.
public final class LiveServices implements AutoCloseable {
    /// From so many changed services on, reading all at once is cheaper than one by one.
    private static final int READ_ALL_FROM = 200;

    private final SyncService sync;
    private final Background background;
    private ServiceIndex index = new ServiceIndex();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final ReadOnlyIntegerWrapper conflicts = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper failing = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private List<Company> companies = List.of();
    private final Consumer<Set<Long>> feed;
    private final Set<Long> meanwhile = ConcurrentHashMap.newKeySet();
    private final Runnable unsubscribe;
    private Background.Work<Reading> next;

    /// What is different now.
    ///
    /// @param all     everything was read anew; then `changed` holds all services
    /// @param changed new and changed services
    /// @param removed ids of services that the Platform does not offer any more
    public record Change(boolean all, Collection<ServiceView> changed, Set<Long> removed) {}

    /// A change, prepared for the UI thread: with the index of all services, or the statuses of the changed ones.
    private record News(Change change, Map<Long, SyncStatus> statuses, @Nullable ServiceIndex all) {
        static News of(Change change) {
            return new News(change, Reading.statuses(change.changed), null);
        }

        static News of(Reading everything) {
            var all = new ServiceIndex();
            all.take(everything.services(), everything.statuses());
            return new News(new Change(true, everything.services(), Set.of()), Map.of(), all);
        }
    }

    private record Begun(List<Company> companies, News news) {
        static Begun of(Reading everything) {
            return new Begun(everything.companies(), News.of(everything));
        }
    }

    LiveServices(SyncService sync, Background background) {
        this.sync = sync;
        this.background = background;
        this.next = this::everything;
        this.feed = background.coalesced(this::read, this::apply);
        this.unsubscribe = sync.catalogue().subscribe(this::changed);
    }

    /// Takes in a reading that was begun before there was a window, as the outcome of the next [#load].
    public void expect(Background.Work<Reading> begun) {
        next = begun;
    }

    /// Reads everything; listeners hear of it.
    public void load() {
        var reading = next;
        next = this::everything;
        background.call(() -> Begun.of(reading.run()))
                .result(begun -> {
                    companies = begun.companies;
                    apply(begun.news);
                    loaded.set(true);
                    feed.accept(Set.copyOf(meanwhile));
                })
                .start();
    }

    /// What changes before the first reading is taken in may not be in it yet, and is read once more after it.
    private void changed(Set<Long> ids) {
        meanwhile.addAll(ids);
        feed.accept(ids);
        if (loaded.get()) meanwhile.clear();
    }

    /// Hears of every change from now on.
    ///
    /// @return ends it
    public Runnable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Takes in the outcome of a person's own call at once, before the feed brings it.
    public void put(ServiceView view) {
        var known = index.services.get(view.id());
        boolean older = known != null && known.row().version() > view.row().version();
        if (!older) apply(News.of(new Change(false, List.of(view), Set.of())));
    }

    /// Takes in how all services are seen now.
    public void take(List<ServiceView> all) {
        var known = new HashMap<>(index.services);
        background.call(() -> difference(known, all)).result(this::apply).start();
    }

    /// @param gone all that were known; those that are still there are taken out
    private static News difference(Map<Long, ServiceView> gone, List<ServiceView> all) {
        var changed = all.stream().filter(view -> !view.equals(gone.remove(view.id()))).toList();
        if (changed.size() < READ_ALL_FROM) return News.of(new Change(false, changed, Set.copyOf(gone.keySet())));
        return News.of(new Reading(List.of(), all, Reading.statuses(all)));
    }

    public Collection<ServiceView> all() {
        return Collections.unmodifiableCollection(index.services.values());
    }

    public Optional<ServiceView> get(long serviceId) {
        return Optional.ofNullable(index.services.get(serviceId));
    }

    public List<Company> companies() {
        return companies;
    }

    public Optional<Company> company(long companyId) {
        return companies.stream().filter(company -> company.id() == companyId).findFirst();
    }

    /// How many wait for a person.
    public ReadOnlyIntegerProperty conflicts() {
        return conflicts.getReadOnlyProperty();
    }

    /// Those that do.
    public List<ServiceView> conflicting() {
        return index.open.stream().map(index.services::get).toList();
    }

    /// The services whose push failed, by id.
    public Set<Long> failed() {
        return Set.copyOf(index.failed);
    }

    /// Those in conflict or error, by id.
    Map<Long, SyncStatus> grave() {
        return Collections.unmodifiableMap(index.grave);
    }

    /// The linked services on whose two sides something differs, by id.
    public Set<Long> unsettled() {
        return Set.copyOf(index.unsettled);
    }

    /// Those with a rule of their own.
    public List<ServiceView> ruled() {
        return index.ruled.stream().map(index.services::get).toList();
    }

    /// How many failed.
    public ReadOnlyIntegerProperty failing() {
        return failing.getReadOnlyProperty();
    }

    /// The place in the queue of a service whose push waits since then, beginning with 1.
    public int queuePosition(Instant since) {
        return index.queue.position(since);
    }

    /// Whether the first reading has arrived.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    @Override
    public void close() {
        unsubscribe.run();
    }

    private Reading everything() throws ProblemException {
        return Reading.of(sync);
    }

    private News read(Set<Long> ids) throws ProblemException {
        if (ids.size() >= READ_ALL_FROM) return News.of(everything());
        var changed = new ArrayList<ServiceView>();
        var removed = new HashSet<Long>();
        for (long id : ids) {
            var view = find(id);
            if (view == null) removed.add(id);
            else changed.add(view);
        }
        return News.of(new Change(false, changed, removed));
    }

    private @Nullable ServiceView find(long id) throws ProblemException {
        try {
            return sync.catalogue().get(id);
        } catch (ProblemException missing) {
            if (missing.problem() instanceof Problem.NotPossible) return null;
            throw missing;
        }
    }

    private void apply(News news) {
        if (news.all != null) index = news.all;
        else {
            index.forget(news.change.removed);
            index.take(news.change.changed, news.statuses);
        }
        conflicts.set(index.open.size());
        failing.set(index.failed.size());
        listeners.forEach(listener -> listener.accept(news.change));
    }
}
