package io.calsync.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/// A [World] that several threads may use: its ports let in one call at a time, as a database does.
final class Shared {
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    final World world;
    final Session session;

    Shared(World world) {
        this(world, world.calcom);
    }

    /// @param eventTypes what stands between the engine and [World#calcom]; it is not locked
    Shared(World world, EventTypes eventTypes) {
        this.world = world;
        var workspace = world.workspace;
        var connection = world.session.connection().orElseThrow().connection();
        var cal = new Session.Cal(connection, eventTypes == world.calcom ? locked(EventTypes.class, world.calcom)
                : eventTypes);
        this.session = new Session(locked(Rows.class, workspace), locked(Platform.class, workspace),
                locked(Journal.class, workspace), locked(Memory.class, workspace), cal, world.session.operator(),
                locked(InstantSource.class, world.clock), new Feed());
    }

    /// The same for another person, in a program of their own.
    Session as(Operator.Role role) {
        var someone = new Operator("Sam", "sam", role);
        return new Session(session.rows(), session.platform(), session.journal(), session.memory(), session.cal(),
                someone, session.clock(), new Feed());
    }

    /// Does something with the world while no other thread does.
    void alone(Work work) throws ProblemException {
        synchronized (world) {
            work.run();
        }
    }

    /// Waits until something holds, and fails where it does not come about.
    void await(String what, Condition condition) throws ProblemException {
        long end = System.nanoTime() + PATIENCE;
        while (!holds(condition)) {
            if (System.nanoTime() > end) throw new AssertionError("did not come about: " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private boolean holds(Condition condition) throws ProblemException {
        synchronized (world) {
            return condition.holds();
        }
    }

    /// A port of the world that takes calls one after the other.
    <T> T locked(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, method, args) -> {
            synchronized (world) {
                try {
                    return method.invoke(target, args);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            }
        }));
    }

    @FunctionalInterface
    interface Work {
        void run() throws ProblemException;
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws ProblemException;
    }
}
