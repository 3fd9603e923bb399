package io.calsync.ui.kit;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who waits for a push since when. Sorted once after a change, so that asking for a place costs a search by halves however
/// often a tooltip asks.
final class PushQueue {
    private final Map<Long, Instant> waiting = new HashMap<>();
    private Instant @Nullable [] sorted;

    /// @param since null = does not wait
    void put(long serviceId, @Nullable Instant since) {
        var before = since == null ? waiting.remove(serviceId) : waiting.put(serviceId, since);
        if (before != since) sorted = null;
    }

    /// How many waited before that moment, and one.
    int position(Instant since) {
        var queue = sorted;
        if (queue == null) {
            queue = waiting.values().toArray(Instant[]::new);
            Arrays.sort(queue);
            sorted = queue;
        }
        int place = Arrays.binarySearch(queue, since);
        if (place < 0) return -place;
        // Of several that began at the same moment all have the first one's place.
        while (place > 0 && queue[place - 1].equals(since)) place--;
        return place + 1;
    }
}
