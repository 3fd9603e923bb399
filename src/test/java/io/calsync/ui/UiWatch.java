package io.calsync.ui;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// Looks every two milliseconds what the UI thread is at, and tells how long its longest task was: from one look at which
/// it was idle or painting to the next, so that two tasks without a pause between them count as one. Painting (a pulse)
/// and garbage collection are counted apart.
public final class UiWatch implements AutoCloseable {
    private static final long LOOK_EVERY = 2;

    private static final Set<String> PAINTING = Set.of("pulse", "pulseFromQueue", "firePulse", "uploadPixels");

    private final Thread ui;
    private final Thread watcher;
    private volatile boolean over;
    private volatile Longest task = Longest.NONE;
    private volatile Longest pulse = Longest.NONE;

    /// @param millis    without garbage collection
    /// @param processor most milliseconds that the thread had the processor in one, which a busy machine does not prolong
    /// @param where     what that one was last seen at
    public record Longest(double millis, double processor, String where) {
        static final Longest NONE = new Longest(0, 0, "");

        Longest or(double other, double otherProcessor, StackTraceElement[] stack) {
            boolean tells = Math.max(otherProcessor, processor) > processor || where.isEmpty();
            return new Longest(Math.max(millis, other), Math.max(processor, otherProcessor),
                    tells ? told(stack) : where);
        }

        private static String told(StackTraceElement[] stack) {
            return Arrays.stream(stack).limit(60).filter(frame -> frame.getClassName().startsWith("io.calsync")
                    || frame.getClassName().startsWith("javafx.scene.control")).limit(6)
                    .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                    .collect(Collectors.joining(" < "));
        }
    }

    private enum State {
        IDLE,
        PAINTING,
        BUSY
    }

    /// @param ui the UI thread
    public UiWatch(Thread ui) {
        this.ui = ui;
        this.watcher = Thread.ofPlatform().daemon().name("ui-watch").start(this::look);
    }

    public static UiWatch ofThisThread() {
        if (!Platform.isFxApplicationThread()) throw new IllegalStateException("not the UI thread");
        return new UiWatch(Thread.currentThread());
    }

    private static List<GarbageCollectorMXBean> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans();
    }

    /// Forgets what was before.
    public void begin() {
        task = Longest.NONE;
        pulse = Longest.NONE;
    }

    /// The longest handler or task since [#begin].
    public Longest task() {
        return task;
    }

    public Longest pulse() {
        return pulse;
    }

    private void look() {
        var threads = ManagementFactory.getThreadMXBean();
        var before = State.IDLE;
        long since = System.nanoTime();
        long collectedSince = collected();
        long usedSince = 0;
        while (!over) {
            var stack = ui.getStackTrace();
            var now = state(stack);
            long at = System.nanoTime();
            long used = threads.getThreadCpuTime(ui.threadId());
            if (now != before) {
                before = now;
                since = at;
                collectedSince = collected();
                usedSince = used;
            }
            double millis = Math.max(0, (at - since) / 1e6 - (collected() - collectedSince));
            if (now == State.BUSY) task = task.or(millis, (used - usedSince) / 1e6, stack);
            if (now == State.PAINTING) pulse = pulse.or(millis, (used - usedSince) / 1e6, stack);
            sleep();
        }
    }

    private static long collected() {
        return collectors().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }

    private static State state(StackTraceElement[] stack) {
        if (stack.length == 0) return State.IDLE;
        String top = stack[0].getClassName() + "." + stack[0].getMethodName();
        boolean waits = Arrays.stream(stack).limit(12).anyMatch(frame -> frame.getMethodName().equals("take")
                || frame.getMethodName().equals("_runLoop") || frame.getMethodName().equals("await"));
        if (waits && (top.contains("park") || top.contains("wait") || top.contains("_runLoop"))) return State.IDLE;
        return Arrays.stream(stack).anyMatch(frame -> PAINTING.contains(frame.getMethodName()))
                ? State.PAINTING : State.BUSY;
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over = true;
        watcher.interrupt();
    }
}
