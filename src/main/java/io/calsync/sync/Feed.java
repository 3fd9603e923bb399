package io.calsync.sync;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Word of changed services for those who show them. Listeners are called on the thread that made the change and must
/// return at once; they ask for the new state themselves.
public final class Feed {
    private final List<Consumer<Set<Long>>> listeners = new CopyOnWriteArrayList<>();

    /// @return ends the subscription
    public Runnable subscribe(Consumer<Set<Long>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed(long serviceId) {
        changed(Set.of(serviceId));
    }

    void changed(Collection<Long> serviceIds) {
        if (serviceIds.isEmpty()) return;
        var ids = Set.copyOf(serviceIds);
        listeners.forEach(listener -> listener.accept(ids));
    }
}
