package io.calsync.ui.kit;

import io.calsync.domain.SyncStatus;
import io.calsync.sync.ServiceView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// New conflicts and failures since the window was opened, until they are settled. UI thread only.
public final class Happenings {
    private final InstantSource clock;
    private final LiveServices services;
    private Map<Long, SyncStatus> known = Map.of();
    private final Map<Long, Happening> open = new LinkedHashMap<>();
    private final List<Consumer<List<Happening>>> listeners = new CopyOnWriteArrayList<>();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();

    /// @param status CONFLICT or ERROR
    public record Happening(long serviceId, String name, SyncStatus status, Instant at, boolean read) {
        private Happening asRead() {
            return new Happening(serviceId, name, status, at, true);
        }
    }

    Happenings(LiveServices services, InstantSource clock) {
        this.clock = clock;
        this.services = services;
        services.listen(_ -> follow());
    }

    /// The newest first.
    public List<Happening> all() {
        return new ArrayList<>(open.values()).reversed();
    }

    /// How many the person has not looked at.
    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// The person has looked at them.
    public void read() {
        open.replaceAll((_, happening) -> happening.asRead());
        count();
    }

    /// Hears of what came together.
    public void listen(Consumer<List<Happening>> listener) {
        listeners.add(listener);
    }

    /// Looks at those in conflict or error alone, however many services there are.
    private void follow() {
        var grave = services.grave();
        var came = new ArrayList<Happening>();
        if (services.loaded().get())
            grave.forEach((id, status) -> {
                if (known.get(id) != status) services.get(id).map(view -> happening(view, status)).ifPresent(came::add);
            });
        known = Map.copyOf(grave);
        open.keySet().retainAll(known.keySet());
        for (Happening happening : came) {
            open.remove(happening.serviceId());
            open.put(happening.serviceId(), happening);
        }
        count();
        if (!came.isEmpty()) listeners.forEach(listener -> listener.accept(came));
    }

    private Happening happening(ServiceView view, SyncStatus status) {
        return new Happening(view.id(), view.name(), status, clock.instant(), false);
    }

    private void count() {
        unread.set((int) open.values().stream().filter(happening -> !happening.read()).count());
    }
}
