package io.calsync.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PushQueueTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private final PushQueue queue = new PushQueue();

    @Test
    void whoWaitsLongestIsFirst() {
        for (long id = 10; id > 0; id--) queue.put(id, START.plusSeconds(id));
        assertEquals(1, queue.position(START.plusSeconds(1)));
        assertEquals(10, queue.position(START.plusSeconds(10)));
    }

    @Test
    void severalOfOneMomentShareTheFirstOnesPlace() {
        queue.put(1, START);
        for (long id = 2; id < 6; id++) queue.put(id, START.plusSeconds(1));
        queue.put(6, START.plusSeconds(2));
        assertEquals(2, queue.position(START.plusSeconds(1)));
        assertEquals(6, queue.position(START.plusSeconds(2)));
    }

    @Test
    void whoIsPushedMovesTheOthersUp() {
        queue.put(1, START);
        queue.put(2, START.plusSeconds(1));
        assertEquals(2, queue.position(START.plusSeconds(1)));
        queue.put(1, null);
        assertEquals(1, queue.position(START.plusSeconds(1)));
        assertEquals(2, queue.position(START.plusSeconds(9)), "one that is not in it would come behind");
    }
}
