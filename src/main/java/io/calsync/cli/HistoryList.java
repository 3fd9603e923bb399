package io.calsync.cli;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.exchange.ListFile;
import io.calsync.exchange.TrailPaper;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `history`: the audit trail, newest first.
@Command(name = "history")
final class HistoryList extends Work {
    @Option(names = "--service", paramLabel = "ID") long service;

    @Option(names = "--run", paramLabel = "RUN") String run = "";

    @Option(names = "--pdf", paramLabel = "FILE")
    @Nullable Path pdf;

    @Option(names = "--limit", paramLabel = "COUNT") int limit = 50;

    HistoryList(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        if (limit < 1) throw Refusals.of("cli.limit", limit);
        var entries = desk.service().history().entries(new Journal.Query(service, null, null, 0, limit, run));
        if (pdf instanceof Path file) print(entries, file);
        else if (console().json()) console().json(entries.stream().map(this::json).toList());
        else if (entries.isEmpty()) console().say("cli.history.none");
        else entries.forEach(this::print);
        return Exit.DONE;
    }

    private void print(List<AuditEntry> entries, Path file) throws ProblemException {
        if (service == 0) throw Refusals.of("cli.history.pdf-of-one");
        if (Files.exists(file)) throw Refusals.of("cli.backup.exists", file);
        var texts = console().texts();
        String name = entries.isEmpty() ? "" : entries.getFirst().service();
        var told = entries.stream().map(entry -> new TrailPaper.Entry(source(entry), who(entry), lines(entry)))
                .toList();
        new ListFile(texts, console().times(), console().clock().instant()).write(
                new TrailPaper(texts.say("trail.title", name), texts.count("trail.count", told.size()), told), file);
        if (console().json()) {
            var json = Json.object();
            json.put("file", file.toAbsolutePath().toString());
            json.put("entries", told.size());
            console().json(json);
        } else {
            console().say("cli.history.written", told.size(), file.toString());
        }
    }

    private void print(AuditEntry entry) {
        console().say("cli.history.entry", Long.toString(entry.seq()), console().times().exact(entry.at()),
                entry.cause().operator().name(), source(entry), entry.service());
        lines(entry).forEach(line -> console().print("    " + line));
    }

    private String source(AuditEntry entry) {
        return console().texts().say("cli.source." + Refusals.word(entry.cause().source()));
    }

    private String who(AuditEntry entry) {
        return "#" + entry.seq() + " · " + console().times().exact(entry.at()) + " · "
                + entry.cause().operator().name();
    }

    private List<String> lines(AuditEntry entry) {
        var lines = new ArrayList<String>();
        if (entry.what() != null) lines.add(console().texts().say(entry.what()));
        if (!entry.cause().note().isEmpty()) lines.add(console().texts().say("value.quoted", entry.cause().note()));
        entry.story().stream().map(this::line).distinct().forEach(lines::add);
        return lines;
    }

    private String line(Change change) {
        if (change.aspect() == Aspect.FACT) return console().texts().say("cli.history.noted");
        String of = console().texts().say("cli.aspect." + Refusals.word(change.aspect()));
        String field = change.field() == null ? "" : console().texts().label(change.field()) + " ";
        String changed = show(change, change.from()) + " → " + show(change, change.to());
        return field.isEmpty() ? of + ": " + changed : "%s(%s): %s".formatted(field, of, changed);
    }

    private String show(Change change, @Nullable String text) {
        if (text == null) return console().texts().say("value.unknown");
        if (change.aspect() == Aspect.LINK) return console().values().link(text);
        if (change.aspect() == Aspect.POLICY) return console().values().policy(text);
        return holdsValue(change) && change.field() instanceof Field field ? console().values().decoded(field, text)
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
