package io.calsync.store;

import io.calsync.domain.Row;
import io.calsync.sync.Cause;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Rows;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Stops a thread for ever at a place in the program, says so, and waits for the kill. Set once.
final class Trap {
    static final String SPRUNG = "at the point";

    private final AtomicInteger passes = new AtomicInteger(Integer.MAX_VALUE);
    private final PrintStream out;
    private volatile @Nullable Thread only;

    Trap(PrintStream out) {
        this.out = out;
    }

    /// The place is passed so often before.
    void set(int before) {
        passes.set(before);
    }

    void setFor(Thread thread, int before) {
        only = thread;
        set(before);
    }

    void pass() {
        if (only != null && only != Thread.currentThread() || passes.getAndDecrement() != 0) return;
        out.println(SPRUNG);
        out.flush();
        while (true) LockSupport.park();
    }

    /// A port with this trap before or after one of its methods.
    <T> T at(Class<T> port, T target, String method, boolean before) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, called, args) -> {
            try {
                if (called.getName().equals("interactive")) return at(port, target, method, before);
                boolean here = called.getName().equals(method);
                if (here && before) pass();
                Object answer = called.invoke(target, args);
                if (here && !before) pass();
                return answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    /// Rows with this trap inside the transactions of a source.
    Rows inside(Rows rows, Cause.Source source) {
        return new Rows() {
            @Override
            public List<Row> all() throws ProblemException {
                return rows.all();
            }

            @Override
            public Row get(long serviceId) throws ProblemException {
                return rows.get(serviceId);
            }

            @Override
            public Row update(long serviceId, Cause cause, Step step) throws ProblemException {
                return rows.update(serviceId, cause, cause.source() == source ? trapped(step) : step);
            }

            @Override
            public List<Row> updateAll(Cause cause, Map<Long, Step> steps) throws ProblemException {
                var trapped = new HashMap<Long, Step>();
                steps.forEach((id, step) -> trapped.put(id, trapped(step)));
                return rows.updateAll(cause, cause.source() == source ? trapped : steps);
            }
        };
    }

    private Rows.Step trapped(Rows.Step step) {
        return row -> {
            var after = step.apply(row);
            if (after != row) pass();
            return after;
        };
    }
}
