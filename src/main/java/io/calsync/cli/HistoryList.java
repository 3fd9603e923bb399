package io.calsync.cli;

import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `history`: the audit trail, newest first.
@Command(name = "history")
final class HistoryList extends Work {
    @Option(names = "--service", paramLabel = "ID") long service;

    @Option(names = "--run", paramLabel = "RUN") String run = "";

    @Option(names = "--limit", paramLabel = "COUNT") int limit = 50;

    HistoryList(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var entries = desk.service().history().entries(new Journal.Query(service, null, null, 0, limit, run));
        if (console().json()) console().json(entries.stream().map(this::json).toList());
        else if (entries.isEmpty()) console().say("cli.history.none");
        else entries.forEach(this::print);
        return Exit.DONE;
    }

    private void print(AuditEntry entry) {
        var cause = entry.cause();
        console().say("cli.history.entry", Long.toString(entry.seq()), console().times().exact(entry.at()),
                cause.operator().name(), console().texts().say("cli.source." + Refusals.word(cause.source())),
                entry.service());
        if (entry.what() != null) console().print("    " + console().texts().say(entry.what()));
        if (!cause.note().isEmpty()) console().print("    “" + cause.note() + "”");
        entry.story().forEach(this::print);
    }

    private void print(Change change) {
        String of = console().texts().say("cli.aspect." + Refusals.word(change.aspect()));
        String field = change.field() == null ? "" : console().texts().label(change.field()) + " ";
        console().print(
                "    %s(%s): %s → %s".formatted(field, of, show(change, change.from()), show(change, change.to())));
    }

    private String show(Change change, @Nullable String text) {
        if (text == null) return console().texts().say("value.unknown");
        if (text.equals(Change.NOT_HELD)) return console().texts().say("value.not-held");
        return holdsValue(change) && change.field() instanceof Field field
                ? console().values().show(field, field.type().decode(text))
                : text;
    }

    private Map<String, @Nullable Object> json(AuditEntry entry) {
        var json = Json.object();
        var cause = entry.cause();
        json.put("seq", entry.seq());
        json.put("at", entry.at().toString());
        json.put("source", Refusals.word(cause.source()));
        json.put("operator", cause.operator().name());
        json.put("osUser", cause.operator().osUser());
        json.put("role", Refusals.word(cause.operator().role()));
        json.put("run", cause.run());
        json.put("note", cause.note());
        json.put("serviceId", entry.serviceId() == 0 ? null : entry.serviceId());
        json.put("service", entry.service());
        json.put("what", entry.what() == null ? null : console().texts().say(entry.what()));
        json.put("changes", entry.changes().stream().map(HistoryList::json).toList());
        json.put("hash", entry.hash());
        return json;
    }

    private static Map<String, @Nullable Object> json(Change change) {
        var json = Json.object();
        json.put("field", change.field() == null ? null : change.field().key());
        json.put("aspect", Refusals.word(change.aspect()));
        json.put("from", value(change, change.from()));
        json.put("to", value(change, change.to()));
        return json;
    }

    private static @Nullable Object value(Change change, @Nullable String text) {
        if (text == null || text.equals(Change.NOT_HELD)) return null;
        return holdsValue(change) ? Json.value(change.field(), text) : text;
    }

    private static boolean holdsValue(Change change) {
        return switch (change.aspect()) {
            case PLATFORM, CALCOM, BASE -> true;
            case LINK, FACT, POLICY -> false;
        };
    }
}
