package io.calsync.cli;

import io.calsync.sync.Progress;

/// How far a run has come, on the line that is written over.
final class ProgressLine implements Progress {
    private final Console console;

    ProgressLine(Console console) {
        this.console = console;
    }

    @Override
    public void at(int done, int total, String service) {
        if (total == 0) return;
        boolean over = done == total;
        console.passing()
                .done(over ? "" : console.texts().say("cli.progress", done + 1, total, Console.plain(service)));
    }

    @Override
    public boolean cancelled() {
        return console.interruption().asked();
    }
}
