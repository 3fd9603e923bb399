package io.calsync.sync;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Word of changed services for those who show them. Listeners are called on the thread that made the change and must
/// return at once; they ask for the new state themselves. What a person changed is kept until a run takes it up.
public final class Feed {
    private final List<Consumer<Set<Long>>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Long> urgent = new LinkedHashSet<>();

    /// @return ends the subscription
    public Runnable subscribe(Consumer<Set<Long>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// A person changed a service and waits for it to arrive.
    void changedByPerson(long serviceId) {
        synchronized (urgent) {
            urgent.add(serviceId);
        }
        changed(serviceId);
    }

    /// The services that a person waits for, the longest first; from now on they are the caller's.
    List<Long> takeUrgent() {
        synchronized (urgent) {
            var taken = List.copyOf(urgent);
            urgent.clear();
            return taken;
        }
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
