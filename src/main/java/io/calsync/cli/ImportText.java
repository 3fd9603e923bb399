package io.calsync.cli;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.exchange.ImportPlan;
import io.calsync.exchange.ImportPlan.Addition;
import io.calsync.exchange.ImportPlan.Change;
import io.calsync.exchange.ImportPlan.Planned;
import io.calsync.exchange.ImportPlan.Refusal;
import io.calsync.exchange.ImportPlan.Unchanged;
import io.calsync.exchange.Importer;
import io.calsync.exchange.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The import of a file as commands show it, before and after.
final class ImportText {
    private final Console console;

    ImportText(Console console) {
        this.console = console;
    }

    /// What an import would do; nothing is written.
    void plan(ImportPlan plan) {
        if (console.json()) {
            var json = counted(plan.count(Change.class), plan.count(Addition.class), plan,
                    Importer.Outcome.of(plan).refused());
            json.put("changes", changes(plan));
            console.json(json);
            return;
        }
        var table = console.table("line", "name", "field", "old", "new");
        for (Planned planned : plan.lines()) {
            switch (planned.outcome()) {
                case Change(var view, var patch) -> rows(table, planned, view.name(), view.values(), patch);
                case Addition(_, _, var patch) ->
                        rows(table, planned, console.texts().say("cli.file.new"), Values.NONE, patch);
                case Unchanged _,ImportPlan.Refused _ -> {}
            }
        }
        if (plan.writing() > 0) console.print(table);
        refused(Importer.Outcome.of(plan).refused());
        console.say("cli.file.would", plan.count(Change.class), plan.count(Addition.class),
                plan.count(Unchanged.class), plan.count(ImportPlan.Refused.class));
    }

    void outcome(ImportPlan plan, Importer.Outcome outcome) {
        if (console.json()) {
            console.json(counted(outcome.changed(), outcome.added(), plan, outcome.refused()));
            return;
        }
        refused(outcome.refused());
        console.say("cli.file.done", outcome.changed(), outcome.added(), plan.count(Unchanged.class),
                outcome.refused().size());
    }

    private void refused(List<Refusal> refused) {
        for (Refusal refusal : refused)
            console.note("cli.file.refused", Long.toString(refusal.line().number()),
                    Reason.say(refusal.why(), console.texts()));
    }

    private void rows(Table table, Planned planned, String name, Values old, Patch patch) {
        String line = Long.toString(planned.line().number());
        patch.to().forEach((field, value) -> table.add(line, name, field.key(), show(field, old.raw(field)),
                show(field, value)));
    }

    private String show(Field field, @Nullable Object value) {
        return console.values().show(field, value);
    }

    private Map<String, @Nullable Object> counted(int changed, int added, ImportPlan plan, List<Refusal> refused) {
        var json = Json.object();
        json.put("changed", changed);
        json.put("added", added);
        json.put("unchanged", plan.count(Unchanged.class));
        var why = Json.object();
        for (Refusal refusal : refused)
            why.put(Long.toString(refusal.line().number()), Reason.say(refusal.why(), console.texts()));
        json.put("refused", why);
        return json;
    }

    private static List<Map<String, @Nullable Object>> changes(ImportPlan plan) {
        var changes = new ArrayList<Map<String, @Nullable Object>>();
        for (Planned planned : plan.lines()) {
            if (planned.outcome() instanceof Change(var view, var patch))
                changes.add(json(planned, view.id(), view.values(), patch));
            else
                if (planned.outcome() instanceof Addition(_, _, var patch))
                    changes.add(json(planned, null, Values.NONE, patch));
        }
        return changes;
    }

    private static Map<String, @Nullable Object> json(Planned planned, @Nullable Long id, Values old, Patch patch) {
        var json = Json.object();
        json.put("line", planned.line().number());
        json.put("serviceId", id);
        var fields = Json.object();
        patch.to().forEach((field, value) -> {
            var moved = Json.object();
            moved.put("old", Json.value(old.raw(field)));
            moved.put("new", Json.value(value));
            fields.put(field.key(), moved);
        });
        json.put("fields", fields);
        return json;
    }
}
