package io.calsync.domain;

import io.calsync.domain.FieldFacts.Doubt;
import io.calsync.domain.FieldFacts.Intent;
import io.calsync.domain.FieldFacts.Pair;
import java.time.Instant;
import java.util.stream.Stream;

/// One field of one service, for fields are independent: what a look, the answer to a write, a decision or a policy makes of
/// it. Each method returns the row after it, or the very row where nothing changed.
record OneField(Row row, Field field) {
    /// How often policies may replace one field of one service within a day before a person has to look.
    static final int POLICY_OVERWRITES_A_DAY = 3;

    /// A value that was on its way: did it arrive? Found where it was meant to be, it was our own write. Found later than
    /// at the first look after, it probably was, and a person confirms it. Without an answer even the first is a guess (a
    /// stranger may have written the same), so the value stays remembered as one that may arrive yet.
    ///
    /// @param before what Cal.com was known to hold before this look
    Row looked(Values before, Instant at) {
        Object now = row.calcom().raw(field);
        if (now == null) return row;
        if (row.facts(field).intent() instanceof Intent intent) {
            boolean ours = now.equals(intent.value()) && intent.expected().equals(row.base().raw(field));
            if (!ours) return row.with(field, facts -> facts.missing(intent.value())).one(field).late(now, before);
            return row.withBase(field, now).with(field, FieldFacts::settled)
                    .with(row.times().synced(at, Side.PLATFORM));
        }
        return late(now, before);
    }

    /// What the answer to a write holds: what was sent (agreed), what was there before (refused), or a third value.
    Row wrote(Object sent, Object stored, Instant at) {
        if (stored.equals(sent)) {
            return row.withBase(field, sent)
                    .with(field, facts -> facts.with((Intent) null).settled())
                    .with(row.times().synced(at, Side.PLATFORM));
        }
        if (stored.equals(row.calcom().raw(field))) {
            return row.refused(Patch.of(field, sent), Message.of("refusal.unchanged", field, stored), at);
        }
        var doubt = new Doubt(stored, Message.of("doubt.altered", field, stored));
        return row.with(field, facts -> facts.with((Intent) null).with(doubt)).with(row.times().tried(at));
    }

    Row decided(Choice choice, Instant at) {
        Object theirs = row.calcom().get(field);
        return switch (choice) {
            case PLATFORM -> row.withBase(field, theirs).with(field, FieldFacts::settled);
            case CALCOM ->
                    row.withImages(row.base().with(field, theirs), row.platform().with(field, theirs), row.calcom())
                            .with(field, FieldFacts::settled)
                            .with(row.times().synced(at, Side.CALCOM));
            case ACCEPT -> row.with(field, facts -> facts.accepting(new Pair(row.platform().get(field), theirs)))
                    .with(row.times().synced(at, null));
        };
    }

    Row underPolicy(Policy policy, Instant now) {
        var today = row.facts(field).overwrites().stream().filter(now.minusSeconds(86_400)::isBefore).toList();
        if (today.size() >= POLICY_OVERWRITES_A_DAY) {
            var doubt = new Doubt(row.calcom().get(field), Message.of("doubt.policy-fight", field, today.size()));
            return row.with(field, facts -> facts.with(doubt));
        }
        var overwrites = Stream.concat(today.stream(), Stream.of(now)).toList();
        var choice = policy == Policy.PLATFORM_WINS ? Choice.PLATFORM : Choice.CALCOM;
        return decided(choice, now).with(field, facts -> facts.overwriting(overwrites));
    }

    /// Where both sides hold the same, that is the base; where one has no place for the field, there is none.
    Row closed(Instant at) {
        return switch (row.verdict(field)) {
            case AGREED -> agreed(at);
            case NOT_HELD -> row.base().has(field) ? row.withBase(field, null) : row;
            default -> row;
        };
    }

    private Row late(Object now, Values before) {
        if (now.equals(before.raw(field)) || !row.facts(field).missed().contains(now)) return row;
        var doubt = new Doubt(now, Message.of("doubt.late-write", field, now));
        return row.with(field, facts -> facts.arrived(now).with(doubt));
    }

    private Row agreed(Instant at) {
        Object value = row.calcom().get(field);
        var agreed = row.with(field, FieldFacts::agreed);
        if (value.equals(row.base().raw(field))) return agreed;
        boolean first = !row.base().has(field);
        var based = agreed.withBase(field, value);
        return first ? based.with(row.times().synced(at, row.times().lastDirection())) : based;
    }
}
