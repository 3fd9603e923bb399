package io.calsync.cli;

import io.calsync.domain.Field;
import io.calsync.domain.FieldState;
import io.calsync.domain.Message;
import io.calsync.domain.Standing;
import io.calsync.sync.ServiceView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Services as commands show them, to scripts and to people.
final class ServiceText {
    private final Console console;

    ServiceText(Console console) {
        this.console = console;
    }

    /// One service of `services list --json`.
    Map<String, @Nullable Object> listed(ServiceView view) {
        var json = head(view);
        var fields = Json.object();
        for (Field field : Field.values()) fields.put(field.key(), Json.value(view.values().raw(field)));
        json.put("fields", fields);
        return json;
    }

    /// One service of `services show --json`: per field what both sides agreed on, what each holds and what follows.
    Map<String, @Nullable Object> shown(ServiceView view) {
        var json = head(view);
        json.put("version", view.row().version());
        json.put("notBookable", sentences(view.outlook().notBookable()));
        json.put("errors", sentences(view.outlook().errors()));
        var attempt = view.row().attempt();
        json.put("failedTries", attempt.failures());
        json.put("lastFailure", attempt.why() == null ? null : console.texts().say(attempt.why()));
        json.put("nextTry", Json.time(attempt.next()));
        var fields = Json.object();
        for (Field field : Field.values()) fields.put(field.key(), compared(view, view.outlook().state(field)));
        json.put("fields", fields);
        return json;
    }

    Map<String, @Nullable Object> compared(ServiceView view, FieldState state) {
        var json = Json.object();
        json.put("base", Json.value(view.row().base().raw(state.field())));
        json.put("platform", Json.value(view.values().raw(state.field())));
        json.put("calcom", Json.value(view.row().calcom().raw(state.field())));
        json.put("verdict", Refusals.word(state.verdict()));
        json.put("standing", Refusals.word(state.standing()));
        json.put("policy", Refusals.word(state.policy()));
        json.put("why", state.why() == null ? null : console.texts().say(state.why()));
        return json;
    }

    void table(List<ServiceView> views) {
        var table =
                console.table("id", "sync", "active", "online", "bookable", "name", "duration", "price", "event-type",
                        "last-sync");
        for (ServiceView view : views) {
            table.add(Long.toString(view.id()), marked(view), yes(view.active(), "active"),
                    yes(view.online(), "online"),
                    yes(view.outlook().bookable(), "bookable"), view.name(), value(view, Field.DURATION),
                    value(view, Field.PRICE), eventType(view), ago(view.row().times().lastSync()));
        }
        console.print(table);
    }

    /// All that is known of one service, the reasons and the next step included.
    void details(ServiceView view) {
        console.say("cli.service.head", view.id(), view.name(), status(view), eventType(view),
                ago(view.row().times().lastSync()));
        view.outlook().notBookable().forEach(reason -> console.print(console.texts().say(reason)));
        view.outlook().errors().forEach(error -> console.print(console.texts().say(error)));
        view.outlook().accepted()
                .forEach(field -> console.say("accepted.values", console.values().bothSides(field, view.row())));
        var attempt = view.row().attempt();
        if (attempt.why() instanceof Message why) console.say("tip.failed", console.texts().say(why));
        if (attempt.next() instanceof Instant next)
            console.say("tip.next", console.times().in(next, console.clock().instant()), console.times().exact(next));
        var table = console.table("field", "base", "platform", "calcom", "verdict", "why");
        for (Field field : Field.values()) row(table, view, view.outlook().state(field));
        console.print(table);
    }

    /// A line with the base, both sides and what follows.
    void row(Table table, ServiceView view, FieldState state) {
        var field = state.field();
        boolean compared = field.kind() == Field.Kind.SYNCED && view.row().link().linked();
        table.add(field.key(), value(field, view.row().base().raw(field)), value(view, field),
                value(field, view.row().calcom().raw(field)),
                compared ? console.texts().say("cli.verdict." + Refusals.word(state.verdict())) : "",
                state.standing() == Standing.CLEAR || state.why() == null ? "" : console.texts().say(state.why()));
    }

    String status(ServiceView view) {
        return console.texts().say("cli.status." + Refusals.word(view.status()));
    }

    /// The status and which fields differ all the same, because a person accepted it.
    private String marked(ServiceView view) {
        var accepted = view.outlook().accepted();
        return accepted.isEmpty() ? status(view)
                : status(view) + " " + console.texts().say("cli.accepted",
                        accepted.stream().map(Field::key).collect(Collectors.joining(", ")));
    }

    String value(Field field, @Nullable Object value) {
        return console.values().show(field, value);
    }

    private String value(ServiceView view, Field field) {
        return value(field, view.values().raw(field));
    }

    private Map<String, @Nullable Object> head(ServiceView view) {
        var json = Json.object();
        var link = view.row().link();
        String branch = view.service().branchId();
        json.put("id", view.id());
        json.put("name", view.name());
        json.put("companyId", view.service().companyId());
        json.put("branchId", branch.isEmpty() ? null : branch);
        json.put("eventTypeId", link.linked() ? link.eventTypeId() : null);
        json.put("syncStatus", Refusals.word(view.status()));
        json.put("active", view.active());
        json.put("online", view.online());
        json.put("bookable", view.outlook().bookable());
        json.put("acceptedDifferences", view.outlook().accepted().stream().map(Field::key).toList());
        json.put("lastSync", Json.time(view.row().times().lastSync()));
        return json;
    }

    private List<String> sentences(List<Message> messages) {
        return messages.stream().map(console.texts()::say).toList();
    }

    private String eventType(ServiceView view) {
        return view.row().link().linked() ? "#" + view.row().link().eventTypeId() : "–";
    }

    private String yes(boolean flag, String word) {
        return console.texts().say("cli." + (flag ? "" : "not-") + word);
    }

    private String ago(@Nullable Instant then) {
        return then == null ? "–" : console.times().ago(then, console.clock().instant());
    }
}
