package io.calsync.cli;

import io.calsync.sync.ServiceView;

/// How a command that changed one service tells it.
final class Changed {
    private Changed() {}

    /// @param key the sentence; `{0}` is the service's number, `{1}` its name, `{2}` its status
    static Exit told(Console console, String key, ServiceView view) {
        var text = new ServiceText(console);
        if (console.json()) console.json(text.listed(view));
        else console.say(key, Long.toString(view.id()), view.name(), text.status(view));
        int open = view.outlook().open().size();
        if (open > 0) console.note("cli.open-fields", open, Long.toString(view.id()));
        return Exit.open(open, 0);
    }
}
