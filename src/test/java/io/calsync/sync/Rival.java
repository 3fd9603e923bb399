package io.calsync.sync;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import java.util.Map;
import java.util.Set;

/// A second workspace whose services are linked to the same event types, and whose Platform wins. To the first one it is a
/// stranger, only a more stubborn one.
final class Rival {
    private final VirtualClock clock;
    private final Moments moments;
    private final OtherSide calcom;
    private final Map<Long, Long> eventTypes;
    private final MemoryWorkspace workspace;
    private Console console;
    private boolean linked;
    private boolean acting;

    Rival(VirtualClock clock, Moments moments, OtherSide calcom, Map<Long, Long> eventTypes) {
        this.clock = clock;
        this.moments = moments;
        this.calcom = calcom;
        this.eventTypes = eventTypes;
        workspace = new MemoryWorkspace(clock, moments);
        workspace.law().strict();
        console = new Console(clock, moments, workspace, calcom);
        for (long id : eventTypes.keySet())
            workspace.put(Row.of(id, Simulation.values((int) id).with(Field.NAME, "Rival " + id)));
    }

    boolean isThere() {
        return linked;
    }

    Console console() {
        return console;
    }

    void restart() {
        console = new Console(clock, moments, workspace, calcom);
    }

    String trace() {
        return workspace.entries(Journal.Query.newest(10_000)).toString();
    }

    /// Links itself the first time and insists on its names; later it edits and syncs. One thing at a time, as a console has
    /// one engine thread.
    void acts(int number) throws ProblemException {
        if (acting) return;
        acting = true;
        try {
            act(number);
        } finally {
            acting = false;
        }
    }

    private void act(int number) throws ProblemException {
        var person = new Person(console, moments);
        if (!linked) {
            linked = true;
            person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
            var links = new Links(console.session);
            for (var eventType : eventTypes.entrySet()) links.link(eventType.getKey(), eventType.getValue());
        }
        for (long id : eventTypes.keySet()) {
            if (workspace.get(id).link().linked()) person.decides(id, Choice.PLATFORM);
        }
        if (number % 3 == 0) person.edits(1 + number % 3, Field.NAME, "Rival " + number % 5);
        console.syncPassingGuards(Set.of());
    }
}
