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
    private final Map<Long, SyncStatus> known = new LinkedHashMap<>();
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
        services.listen(this::follow);
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

    private void follow(LiveServices.Change change) {
        var came = new ArrayList<Happening>();
        for (ServiceView view : change.changed()) {
            var status = view.status();
            var before = known.put(view.id(), status);
            boolean grave = status == SyncStatus.CONFLICT || status == SyncStatus.ERROR;
            if (!grave) open.remove(view.id());
            else if (services.loaded().get() && status != before) came.add(happening(view, status));
        }
        change.removed().forEach(id -> {
            known.remove(id);
            open.remove(id);
        });
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
