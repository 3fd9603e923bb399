package io.calsync.cli;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.sync.Guard;
import io.calsync.sync.Plan;
import io.calsync.sync.Report;
import io.calsync.sync.Runs;
import io.calsync.sync.ServiceView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plans and reports as commands show them.
final class RunText {
    private final Console console;

    RunText(Console console) {
        this.console = console;
    }

    /// Prints what a check found.
    Exit told(Plan plan) {
        if (console.json()) {
            var json = result(List.of(), List.of(), Map.of(), plan.unlinked().size(), plan.requests());
            json.put("plan", json(plan));
            console.json(json);
        } else {
            print(plan);
        }
        if (plan.guard() instanceof Guard guard) console.guard(guard);
        return Exit.of(plan);
    }

    /// Prints what a run did.
    Exit told(Report report) {
        if (console.json()) {
            var json =
                    result(report.pushed(), report.conflicts(), report.failed(), report.unlinked(), report.requests());
            json.put("run", report.run());
            json.put("ended", Refusals.word(report.end()));
            json.put("plan", json(report.plan()));
            console.json(json);
        } else {
            console.say(key(report.end()), report.pushed().size(), report.conflicts().size(),
                    report.failed().size(), report.unlinked(), report.requests());
            if (!report.conflicts().isEmpty()) console.say("cli.run.review");
        }
        report.failed()
                .forEach((id, why) -> console.note("cli.run.failed", Long.toString(id), console.texts().say(why)));
        return Exit.of(report);
    }

    private static String key(Report.End end) {
        return end == Report.End.COMPLETE ? "cli.run.done" : "run.report." + Refusals.word(end);
    }

    /// Prints which values of Cal.com a force would replace.
    void preview(Runs.ForcePreview preview, List<ServiceView> views) {
        var names = views.stream().collect(Collectors.toMap(ServiceView::id, view -> view));
        if (console.json()) {
            var replaces = Json.object();
            preview.replaces().forEach((id, values) -> replaces.put(Long.toString(id), byKey(values)));
            var json = Json.object();
            json.put("replaces", replaces);
            json.put("leftOut", reasons(preview.leftOut()));
            console.json(json);
            return;
        }
        var table = console.table("id", "name", "field", "calcom", "platform");
        preview.replaces().forEach((id, values) -> {
            if (names.get(id) instanceof ServiceView view)
                values.forEach((field, calcom) -> table.add(Long.toString(id),
                        view.name(), field.key(), show(field, calcom), show(field, view.values().raw(field))));
        });
        console.print(table);
        console.say("cli.force.replaces", preview.count(), preview.replaces().size());
        leftOut(preview);
    }

    /// Says how many services a force leaves out, and why.
    void leftOut(Runs.ForcePreview preview) {
        reasons(preview.leftOut())
                .forEach((why, count) -> console.note("cli.force.left-out", String.valueOf(count), why));
    }

    private void print(Plan plan) {
        int agreed = plan.items().size() - plan.differences().size();
        if (agreed > 0) console.say("cli.plan.agreed", agreed);
        if (plan.isEmpty()) {
            console.say("cli.plan.none");
            return;
        }
        var table = console.table("id", "name", "field", "action", "base", "platform", "calcom", "why");
        for (Plan.Item item : plan.differences()) {
            table.add(Long.toString(item.serviceId()), item.service(), item.field() == null ? "–" : item.field().key(),
                    console.texts().say("cli.action." + Refusals.word(item.action())), show(item.field(), item.base()),
                    show(item.field(), item.platform()), show(item.field(), item.calcom()), say(item.why()));
        }
        if (!plan.differences().isEmpty()) console.print(table);
        plan.unlinked().forEach(type -> console.say("cli.plan.unlinked", Long.toString(type.id()),
                type.values().text(Field.NAME)));
        console.say("cli.plan.count", plan.differences().size(), plan.unlinked().size(), plan.requests());
    }

    private Map<String, @Nullable Object> result(List<Long> pushed, List<Long> conflicts, Map<Long, Message> failed,
            int unlinked, int requests) {
        var json = Json.object();
        json.put("pushed", pushed);
        json.put("conflicts", conflicts);
        json.put("failed",
                failed.entrySet().stream().map(failure -> failure(failure.getKey(), failure.getValue())).toList());
        json.put("unlinked", unlinked);
        json.put("requests", requests);
        return json;
    }

    private Map<String, @Nullable Object> failure(long id, Message why) {
        var json = Json.object();
        json.put("id", id);
        json.put("reason", console.texts().say(why));
        return json;
    }

    private Map<String, @Nullable Object> json(Plan plan) {
        var json = Json.object();
        json.put("items", plan.items().stream().map(this::json).toList());
        json.put("unlinked", plan.unlinked().stream().map(type -> {
            var entry = Json.object();
            entry.put("eventTypeId", type.id());
            entry.put("name", type.values().text(Field.NAME));
            return entry;
        }).toList());
        json.put("guard", plan.guard() instanceof Guard guard ? json(guard) : null);
        json.put("requests", plan.requests());
        return json;
    }

    private Map<String, @Nullable Object> json(Plan.Item item) {
        var json = Json.object();
        json.put("id", item.serviceId());
        json.put("name", item.service());
        json.put("eventTypeId", item.eventTypeId());
        json.put("field", item.field() == null ? null : item.field().key());
        json.put("action", Refusals.word(item.action()));
        json.put("base", Json.value(item.field(), item.base()));
        json.put("platform", Json.value(item.field(), item.platform()));
        json.put("calcom", Json.value(item.field(), item.calcom()));
        json.put("why", item.why() == null ? null : say(item.why()));
        return json;
    }

    private Map<String, @Nullable Object> json(Guard guard) {
        var json = Json.object();
        json.put("code", guard.code());
        json.put("saw", say(guard.saw()));
        json.put("wouldDo", say(guard.wouldDo()));
        json.put("then", say(guard.then()));
        json.put("services", guard.services());
        return json;
    }

    private Map<String, @Nullable Object> reasons(Map<Message, Integer> counted) {
        var json = Json.object();
        counted.forEach((why, count) -> json.put(say(why), count));
        return json;
    }

    private static Map<String, @Nullable Object> byKey(Map<Field, Object> values) {
        var json = Json.object();
        values.forEach((field, value) -> json.put(field.key(), Json.value(value)));
        return json;
    }

    private String show(@Nullable Field field, @Nullable String text) {
        if (field == null) return text == null ? "" : text;
        return show(field, text == null ? null : field.type().decode(text));
    }

    private String show(Field field, @Nullable Object value) {
        return console.values().show(field, value);
    }

    private String say(@Nullable Message message) {
        return message == null ? "" : console.texts().say(message);
    }
}
