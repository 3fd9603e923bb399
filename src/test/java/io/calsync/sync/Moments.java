package io.calsync.sync;

import java.util.ArrayList;
import java.util.List;

/// The moments before and after each call of a port, at which anything else may happen: somebody edits, time passes, the
/// process is killed.
final class Moments {
    /// The process ends here. What it held in memory is gone; what was committed stays.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final class Event {
        private int left;
        private final Runnable what;

        Event(int left, Runnable what) {
            this.left = left;
            this.what = what;
        }
    }

    private final List<Event> events = new ArrayList<>();
    private boolean running;
    private int fired;

    /// Something happens at the n-th moment from now.
    void after(int moments, Runnable what) {
        events.add(new Event(moments, what));
    }

    void clear() {
        events.clear();
    }

    /// How often something has happened so far.
    int fired() {
        return fired;
    }

    void pass() {
        if (running || events.isEmpty()) return;
        events.forEach(event -> event.left--);
        var due = events.stream().filter(event -> event.left <= 0).toList();
        events.removeAll(due);
        running = true;
        try {
            for (Event event : due) {
                fired++;
                event.what.run();
            }
        } finally {
            running = false;
        }
    }
}
