package io.calsync.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One line on a person's screen that is written over, and gone before anything else is printed.
final class PassingLine {
    /// A longer one would go on in a second line, which is not taken back.
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private final BooleanSupplier watched;
    private String done = "";
    private String wait = "";
    private boolean shown;

    /// @param watched whether a person looks on
    PassingLine(PrintWriter err, BooleanSupplier watched) {
        this.err = err;
        this.watched = watched;
    }

    /// How far it has come, empty at the end.
    synchronized void done(String text) {
        done = text;
        draw();
    }

    /// What it waits for, empty where it does not.
    synchronized void waits(String text) {
        if (text.equals(wait)) return;
        wait = text;
        draw();
    }

    synchronized void wipe() {
        done = "";
        wait = "";
        if (shown) draw();
    }

    private void draw() {
        if (!watched.getAsBoolean()) return;
        var text = Stream.of(wait, done).filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
        err.print("\r\u001b[K" + (text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text));
        err.flush();
        shown = !text.isEmpty();
    }
}
