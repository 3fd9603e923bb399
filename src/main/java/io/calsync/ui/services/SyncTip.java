package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.FieldState;
import io.calsync.domain.Message;
import io.calsync.domain.Side;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Times;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the tooltips of the status columns say, in whole sentences and as of this moment.
final class SyncTip {
    private final UiContext ui;
    private final Words words;

    SyncTip(UiContext ui) {
        this.ui = ui;
        this.words = ui.words();
    }

    String of(Column column, RowData row) {
        return switch (column) {
            case SYNC -> String.join("\n", sync(row));
            case ACTIVE -> words.say(StatusLook.ofActive(row.view().active()).meaning());
            case ONLINE -> words.say(StatusLook.ofOnline(row.view().online()).meaning());
            case BOOKABLE -> String.join("\n", bookable(row));
            case LAST_SYNC -> row.lastSync() instanceof Instant then
                    ? words.say("tip.last-sync", words.times().ago(then, ui.now().get()), words.times().exact(then))
                    : "";
            case PLACE -> row.place();
            case NAME, CATEGORY, DURATION, PRICE, BUFFER, EVENT_TYPE -> column.text(row, words, ui.now().get());
        };
    }

    /// Why it is or is not bookable; the first reason is the one to settle first.
    List<String> bookable(RowData row) {
        if (row.bookable()) return List.of(words.say("look.bookable.means"));
        var lines = new ArrayList<String>();
        lines.add(words.say("tip.not-bookable"));
        for (Message reason : row.view().outlook().notBookable()) lines.add("•  " + words.say(reason));
        return lines;
    }

    /// Each difference that a person accepted, with both values.
    List<String> accepted(RowData row) {
        return row.view().outlook().accepted().stream()
                .map(field -> words.say("accepted.values", words.values().bothSides(field, row.view().row()))).toList();
    }

    private List<String> sync(RowData row) {
        var lines = new ArrayList<String>();
        lines.add(words.say(head(row)));
        lines.addAll(accepted(row));
        lines.addAll(reasons(row));
        lines.add("");
        lines.addAll(times(row));
        lines.add(row.eventTypeId() == 0 ? words.say("tip.not-linked")
                : words.say("tip.event-type", "#" + row.eventTypeId()));
        var open = row.view().outlook().open();
        if (!open.isEmpty()) lines.add(words.say("tip.open-fields", names(open)));
        row.view().row().facts().forEach((field, facts) -> {
            if (facts.own() instanceof OwnPolicy own) lines.add(words.rule(field, own));
        });
        if (!row.bookable()) {
            lines.add("");
            lines.addAll(bookable(row));
        }
        if (row.view().asks()) lines.add(words.say("tip.enter"));
        return lines;
    }

    private static String head(RowData row) {
        var link = row.view().row().link();
        if (link.gone()) return link.keepWaiting() ? "tip.head.gone-waiting" : "tip.head.gone";
        boolean accepted = row.status() == SyncStatus.SYNCED && !row.view().outlook().accepted().isEmpty();
        return accepted ? "tip.head.accepted" : "tip.head." + row.status().name().toLowerCase(Locale.ROOT);
    }

    private List<String> reasons(RowData row) {
        var lines = new ArrayList<String>();
        var outlook = row.view().outlook();
        if (row.view().asks()) {
            var link = row.view().row().link();
            var since = link.gone() ? link.goneSince() : row.view().row().times().calcomChanged();
            if (since instanceof Instant seen) {
                lines.add(words.say("tip.first-seen", words.times().ago(seen, ui.now().get()),
                        words.times().exact(seen)));
            }
            for (FieldState state : outlook.states().values()) {
                if (outlook.open().contains(state.field()) && state.why() instanceof Message why)
                    lines.add(words.say(why));
            }
        }
        lines.addAll(failure(row));
        if (row.status() == SyncStatus.PENDING) lines.addAll(waiting(row));
        return lines;
    }

    /// Why its push failed, and when it is tried again by itself.
    List<String> failure(RowData row) {
        var lines = new ArrayList<String>();
        row.view().outlook().errors().forEach(error -> lines.add(words.say(error)));
        var attempt = row.view().row().attempt();
        if (attempt.why() instanceof Message why) lines.add(words.say("tip.failed", words.say(why)));
        if (attempt.next() instanceof Instant next)
            lines.add(words.say("tip.next", words.times().in(next, ui.now().get()), words.times().exact(next)));
        return lines;
    }

    private List<String> waiting(RowData row) {
        var lines = new ArrayList<String>();
        var times = row.view().row().times();
        if (times.platformChanged() instanceof Instant since) {
            lines.add(words.say("tip.waiting-since", words.times().ago(since, ui.now().get()),
                    words.times().exact(since)));
            int place = ui.services().queuePosition(since);
            lines.add(words.say("tip.position", place, words.times().about(ui.sync().runs().untilPushed(place))));
        }
        return lines;
    }

    private List<String> times(RowData row) {
        var lines = new ArrayList<String>();
        Times times = row.view().row().times();
        var now = ui.now().get();
        if (times.lastSync() instanceof Instant last) {
            lines.add(words.say("tip.synced", words.times().ago(last, now)) + direction(times.lastDirection()));
            lines.add(words.say("tip.exactly", words.times().exact(last)));
        } else if (row.eventTypeId() != 0) lines.add(words.say("tip.never-synced"));
        if (times.lastAttempt() instanceof Instant tried
                && (times.lastSync() == null || tried.isAfter(times.lastSync()))) {
            lines.add(words.say("tip.tried", words.times().ago(tried, now), words.times().exact(tried)));
        }
        return lines;
    }

    private String direction(@Nullable Side from) {
        if (from == null) return "";
        return ", " + words.say(from == Side.PLATFORM ? "direction.push" : "direction.take");
    }

    private String names(Set<Field> fields) {
        return fields.stream().map(words.texts()::label).collect(Collectors.joining(", "));
    }
}
