package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Outlook;
import io.calsync.domain.Patch;
import io.calsync.domain.Row;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import java.time.Duration;
import java.util.Set;

/// A salon with some services, all linked and agreed with a Cal.com in memory, for tests of single subjects.
final class World {
    final VirtualClock clock;
    final Moments moments = new Moments();
    final Person person;
    final MemoryWorkspace workspace;
    final MemoryCalcom calcom;
    final Session session;
    final Engine engine;

    /// @param services how many; the event type of service n is 100 + n
    World(int services) throws ProblemException {
        clock = new VirtualClock();
        workspace = new MemoryWorkspace(clock, moments);
        calcom = new MemoryCalcom(clock);
        for (int id = 1; id <= services; id++) {
            var values = Simulation.values(id);
            calcom.held.put(100L + id, values.with(Field.PRICE, Values.NOT_HELD));
            workspace.put(Row.of(id, values).linked(100L + id));
        }
        var console = new Console(clock, moments, workspace, calcom);
        session = console.session;
        engine = console.engine;
        person = new Person(console, moments);
        sync();
        calcom.writes.clear();
    }

    Report sync() throws ProblemException {
        return engine.sync(SyncOptions.PLAIN, Progress.NONE);
    }

    void edit(long id, Field field, Object value) throws ProblemException {
        new Editing(session).save(id, row(id).platform(), Patch.of(field, value));
    }

    Row row(long id) throws ProblemException {
        return workspace.get(id);
    }

    SyncStatus status(long id) throws ProblemException {
        return outlook(id).status();
    }

    Outlook outlook(long id) throws ProblemException {
        return Outlook.of(row(id), workspace.rules());
    }

    /// The key of the sentence that says why the last try failed, "" where none did.
    String reason(long id) throws ProblemException {
        return row(id).attempt().why() instanceof Message why ? why.key() : "";
    }

    Values held(long id) {
        return calcom.held.getOrDefault(100 + id, Values.NONE);
    }

    /// Two more runs, ten minutes apart.
    void later() throws ProblemException {
        for (int run = 0; run < 2; run++) {
            clock.advance(Duration.ofMinutes(10));
            sync();
        }
    }

    /// How it came out for the first service.
    ///
    /// @param name what Cal.com holds
    void assertEnd(String name, SyncStatus status, int writes) throws ProblemException {
        assertEquals(name, held(1).text(Field.NAME));
        assertEquals(status, status(1));
        assertEquals(writes, calcom.writes.size(), calcom.writes.toString());
    }

    /// The key of the sentence that says why a field of the first service waits, "" where it does not.
    String why(Field field) throws ProblemException {
        return outlook(1).state(field).why() instanceof Message why ? why.key() : "";
    }

    /// A stranger renames the first service, and that is seen.
    void drift() throws ProblemException {
        calcom.edit(101, Field.NAME, "Theirs");
        clock.advance(Duration.ofMinutes(10));
        sync();
    }

    /// A person renames the first service, at a moment at which that is possible.
    void rename(String name) {
        try {
            edit(1, Field.NAME, name);
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    Session as(Operator.Role role) {
        var someone = new Operator("Sam", "sam", role);
        return new Session(workspace, workspace, workspace, workspace, session.cal(), someone, clock, new Feed());
    }

    static SyncOptions passing(Guard guard) {
        return new SyncOptions(Set.of(), guard.code());
    }
}
