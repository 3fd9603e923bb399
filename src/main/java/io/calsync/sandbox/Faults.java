package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The failures scripted so far. They strike in the order in which they were added, one a request.
public final class Faults {
    private final World world;
    private final List<Fault> scripted = new ArrayList<>();
    private CountDownLatch held = new CountDownLatch(1);

    Faults(World world) {
        this.world = world;
    }

    /// Scripts a failure.
    public synchronized void add(Fault fault) {
        boolean stale = fault.kind() == FaultKind.STALE_LIST;
        scripted.add(stale ? fault.field("", snapshot()) : fault);
    }

    private JsonNode snapshot() {
        return Json.array(world.all().stream().map(Documents::listed).toList());
    }

    /// What has not struck yet.
    public synchronized List<Fault> scripted() {
        return List.copyOf(scripted);
    }

    /// Forgets all failures and lets go of held connections.
    public synchronized void clear() {
        scripted.clear();
        held.countDown();
        held = new CountDownLatch(1);
    }

    /// The failure that strikes this request, if any; counts it.
    synchronized Optional<Fault> strike(String method, String path, String body) {
        for (int i = 0; i < scripted.size(); i++) {
            Fault fault = scripted.get(i);
            if (fault.matches(method, path) && fault.concerns(body)) {
                boolean waits = fault.after() > 0;
                replace(i, waits ? fault.after(fault.after() - 1) : fault.times(fault.times() - 1));
                if (!waits) {
                    return Optional.of(fault);
                }
            }
        }
        return Optional.empty();
    }

    private void replace(int index, Fault fault) {
        if (fault.times() > 0) {
            scripted.set(index, fault);
        } else {
            scripted.remove(index);
        }
    }

    /// Waits as long as the failure says, or until [#clear()].
    void hold(Fault fault) throws InterruptedException {
        latch().await(fault.hold().toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized CountDownLatch latch() {
        return held;
    }
}
