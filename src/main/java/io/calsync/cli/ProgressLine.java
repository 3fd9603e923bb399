package io.calsync.cli;

import io.calsync.sync.Progress;

/// How far a run has come, one line that is written over.
final class ProgressLine implements Progress {
    private final Console console;
    private final boolean terminal = System.console() instanceof java.io.Console attached && attached.isTerminal();

    ProgressLine(Console console) {
        this.console = console;
    }

    @Override
    public void at(int done, int total, String service) {
        if (!terminal || total == 0) return;
        var err = console.err();
        err.print("\r\u001b[K" + (done == total ? "" : console.texts().say("cli.progress", done + 1, total, service)));
        err.flush();
    }

    /// Ctrl+C ends the process; what was begun is understood at the next look.
    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }
}
