package io.calsync.ui.services.exchange;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.exchange.CsvTable;
import io.calsync.exchange.ImportPlan;
import io.calsync.exchange.ImportPlan.Addition;
import io.calsync.exchange.ImportPlan.Change;
import io.calsync.exchange.ImportPlan.Planned;
import io.calsync.exchange.ImportPlan.Refusal;
import io.calsync.exchange.ImportPlan.Unchanged;
import io.calsync.exchange.Key;
import io.calsync.exchange.Reason;
import io.calsync.ui.kit.TextTable;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of an import: what becomes what, or why not.
final class Preview extends TextTable<Preview.Entry> {
    private static final int LINES = 6;

    /// One field of one line, in words.
    record Entry(long line, String service, String field, String before, String after) {}

    /// Which lines are shown.
    enum Part {
        CHANGES,
        REFUSED,
        UNCHANGED
    }

    Preview(UiContext ui) {
        super(ui, "import-preview", "import.preview", "import.none-of-these");
        room(LINES);
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
    }

    /// Works out the entries; may run on any thread.
    List<Entry> entries(ImportPlan plan, List<Refusal> refused, Part part) {
        return switch (part) {
            case CHANGES -> changes(plan, refused.stream().map(one -> one.line().number()).collect(Collectors.toSet()));
            case REFUSED -> refused.stream().map(one -> new Entry(one.line().number(), named(plan, one.line()), "", "",
                    Reason.say(one.why(), words.texts()))).toList();
            case UNCHANGED -> plan.lines().stream()
                    .filter(line -> line.outcome() instanceof Unchanged)
                    .map(line -> new Entry(line.line().number(), ((Unchanged) line.outcome()).service().name(), "",
                            "", words.say("import.as-it-is")))
                    .toList();
        };
    }

    void show(List<Entry> entries, Part part) {
        getColumns().clear();
        add("import.line", 60, entry -> Long.toString(entry.line));
        add("import.service", 220, Entry::service);
        if (part == Part.CHANGES) {
            add("import.field", 140, Entry::field);
            add("import.before", 200, Entry::before);
            add("import.after", 260, Entry::after);
        } else {
            add(part == Part.REFUSED ? "import.reason" : "import.after", 600, Entry::after);
        }
        getItems().setAll(entries);
    }

    private List<Entry> changes(ImportPlan plan, Set<Long> notTaken) {
        var entries = new ArrayList<Entry>();
        for (Planned planned : plan.lines()) {
            if (notTaken.contains(planned.line().number())) continue;
            if (planned.outcome() instanceof Change(var service, var patch))
                add(entries, planned.line().number(), service.name(), service.values(), patch);
            else
                if (planned.outcome() instanceof Addition(_, _, Patch patch))
                    add(entries, planned.line().number(),
                            words.say("import.new-service", patch.on(Values.NONE).text(Field.NAME)), Values.NONE,
                            patch);
        }
        return entries;
    }

    private void add(List<Entry> entries, long line, String service, Values before, Patch patch) {
        patch.to().forEach((field, value) -> entries.add(new Entry(line, service, words.texts().label(field),
                show(field, before.raw(field)), after(field, value))));
    }

    private String after(Field field, Object value) {
        String text = show(field, value);
        return field.type().unusual(value).map(why -> text + "  –  " + words.say(why)).orElse(text);
    }

    private String show(Field field, @Nullable Object value) {
        return words.values().show(field, value);
    }

    /// A line by what finds its service and by its name.
    private static String named(ImportPlan plan, CsvTable.Line line) {
        var matching = plan.choices().matching();
        return Stream.of(plan.choices().key(), Key.NAME).distinct()
                .map(key -> line.cell(matching.position(key.column())).orElse(""))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
