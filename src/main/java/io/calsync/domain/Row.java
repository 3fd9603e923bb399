package io.calsync.domain;

import static io.calsync.domain.Verdict.BOTH_CHANGED;
import static io.calsync.domain.Verdict.CALCOM_AHEAD;
import static io.calsync.domain.Verdict.FIRST_LINK;
import static io.calsync.domain.Verdict.PLATFORM_AHEAD;

import io.calsync.domain.FieldFacts.Doubt;
import io.calsync.domain.FieldFacts.Intent;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.FieldFacts.Pair;
import io.calsync.domain.FieldFacts.Refusal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One service in three images: what both sides last agreed on (base) and what each was last seen to hold, with the facts
/// that cannot be derived from them. Status, what is due and what waits for a person follow from it and are never stored.
///
/// Each method here answers one event and returns the row after it, or this very row where nothing changed. The law they
/// keep: **the base moves only by agreement of both sides, by our own verified write, by a person's decision or by a policy
/// that a person set**; and only a value equal to the base is ever replaced.
///
/// @param id      the service's id on the Platform
/// @param version counts the changes; the store compares it before it writes
public record Row(
        long id,
        Link link,
        Values base,
        Values platform,
        Values calcom,
        Map<Field, FieldFacts> facts,
        Attempt attempt,
        Times times,
        long version) {
    /// How often policies may replace one field of one service within a day before a person has to look.
    static final int POLICY_OVERWRITES_A_DAY = 3;

    public Row {
        facts = Map.copyOf(facts);
    }

    /// A service that is not linked yet.
    public static Row of(long id, Values platform) {
        return new Row(id, Link.NONE, Values.NONE, platform, Values.NONE, Map.of(), Attempt.NONE, Times.NONE, 0);
    }

    public FieldFacts facts(Field field) {
        return facts.getOrDefault(field, FieldFacts.NONE);
    }

    public Verdict verdict(Field field) {
        if (link.state() == Link.State.GONE) return Verdict.GONE;
        if (facts(field).own() instanceof OwnPolicy own && own.policy() == Policy.LEAVE_ALONE)
            return Verdict.LEFT_ALONE;
        return Verdict.of(base.raw(field), platform.raw(field), calcom.raw(field));
    }

    /// The Platform's values as read or edited, by this console or by anyone else.
    public Row edited(Values values, Instant at) {
        var merged = values.over(platform);
        return merged.equals(platform) ? this : with(base, merged, calcom).closed(at);
    }

    /// An answer of Cal.com. One for another event type or older than what is known changes nothing.
    public Row seen(EventType answer) {
        if (isNoNews(answer)) return this;
        var row = with(base, platform, answer.values().over(calcom)).with(link.present(answer.asked()));
        for (Field field : Field.synced()) row = row.settleIntent(field, calcom, answer.asked());
        row = row.closed(answer.asked());
        boolean tellsNothing = link.seen() != null && !link.isAfter(answer.asked()) && row.sameExceptLook(this);
        return tellsNothing ? this : row;
    }

    /// Cal.com answered that there is no such event type. Comparison stops until a person decides or it comes back.
    public Row missing(long eventTypeId, Instant asked) {
        if (eventTypeId != link.eventTypeId() || link.knowsBetterThan(asked)) return this;
        return link.state() == Link.State.GONE ? this : with(link.gone(asked));
    }

    public Row keepingWaiting() {
        return with(link.waiting());
    }

    public Row linked(long eventTypeId) {
        return unlinked().with(Link.to(eventTypeId));
    }

    /// Keeps both sides as they are and forgets what they agreed on. Policies that a person set stay, and so does what may
    /// still arrive late, in case the same event type is linked again.
    public Row unlinked() {
        return new Row(id, Link.NONE, Values.NONE, platform, Values.NONE, lastingFacts(), Attempt.NONE, Times.NONE,
                version);
    }

    /// Everything becomes a first link, because Cal.com may not be the one it was.
    public Row withoutAgreement() {
        return link.linked() ? linked(link.eventTypeId()) : this;
    }

    /// The intent of a PATCH, to be committed before the request leaves.
    public Row sending(Patch patch, Instant at) {
        var row = this;
        for (var change : patch.to().entrySet()) {
            var intent = new Intent(link.eventTypeId(), base.get(change.getKey()), change.getValue(), at);
            row = row.with(change.getKey(), facts -> facts.with(intent));
        }
        return row;
    }

    /// The request did not leave, or was turned away as a whole: nothing is on its way.
    public Row notSent(Patch patch) {
        var row = this;
        for (Field field : patch.fields()) row = row.with(field, facts -> facts.with((Intent) null));
        return row;
    }

    /// A PATCH was answered. Per field the answer holds what was sent (agreed), what was there before (refused), or a
    /// third value (a person has to look, whatever the policy). A field that the answer does not name stays unsettled.
    public Row wrote(Patch sent, EventType answer) {
        var row = this;
        for (var change : sent.to().entrySet()) {
            Object stored = answer.values().raw(change.getKey());
            if (stored != null) row = row.wrote(change.getKey(), change.getValue(), stored, answer.asked());
        }
        return row.with(Attempt.NONE)
                .with(row.base, row.platform, answer.values().over(calcom))
                .with(link.present(answer.asked()))
                .closed(answer.asked());
    }

    /// The server would not take these values; they are not due until either side moves or a person retries.
    public Row refused(Patch sent, Message why, Instant at) {
        var row = this;
        for (var change : sent.to().entrySet()) {
            var seen = new Pair(change.getValue(), calcom.get(change.getKey()));
            row = row.with(change.getKey(), facts -> facts.with((Intent) null).with(new Refusal(seen, why)));
        }
        return row.with(Attempt.NONE).with(times.tried(at));
    }

    /// A try failed for a reason that may pass; it is made again at `next`.
    public Row failed(Message why, Instant at, Instant next) {
        return with(new Attempt(attempt.failures() + 1, why, next)).with(times.tried(at));
    }

    /// A person wants what was refused or delayed tried again now.
    public Row retried() {
        var row = with(Attempt.NONE);
        for (Field field : facts.keySet()) row = row.with(field, FieldFacts::retried);
        return row;
    }

    /// A person chose per field on the values that this row shows.
    public Row decided(Map<Field, Choice> choices, Instant at) {
        var row = this;
        for (var choice : choices.entrySet()) row = row.decided(choice.getKey(), choice.getValue(), at);
        return row.closed(at);
    }

    /// Lets the policies settle what they are set to settle, on values that were just read by id.
    public Row underPolicies(Rules rules, Instant now) {
        var row = this;
        for (Field field : Field.synced()) {
            var state = FieldState.of(this, field, rules);
            if (state.standing() == Standing.POLICY) row = row.underPolicy(field, state.policy(), now);
        }
        return row == this ? this : row.closed(now);
    }

    /// Sets or lifts this service's own policy for a field; lifting *leave alone* forgets what was agreed on.
    ///
    /// @param own null lifts it
    public Row overridden(Field field, @Nullable OwnPolicy own, Instant at) {
        boolean lifted = verdict(field) == Verdict.LEFT_ALONE && (own == null || own.policy() != Policy.LEAVE_ALONE);
        var row = lifted ? withoutAgreementOn(field) : this;
        return row.with(field, facts -> facts.with(own)).closed(at);
    }

    /// A field that was not synced for a while becomes a first link, where it differs.
    public Row withoutAgreementOn(Field field) {
        boolean differs = Verdict.of(base.raw(field), platform.raw(field), calcom.raw(field)).differs();
        return differs ? with(base.with(field, null), platform, calcom) : this;
    }

    /// A person chose the Platform's side for many services at once, on values of Cal.com that were shown. A field whose
    /// value is another one when it is read by id stays a difference.
    public Row forced(Map<Field, Object> shown, Instant at) {
        var row = this;
        for (var value : shown.entrySet()) {
            row = row.with(row.base.with(value.getKey(), value.getValue()), row.platform, row.calcom)
                    .with(value.getKey(), FieldFacts::settled);
        }
        return row.closed(at);
    }

    /// Puts back what a decision replaced, so that the difference is open again.
    ///
    /// @param noLonger fields whose difference was accepted and is not any more
    public Row restored(Values oldBase, Values oldPlatform, Set<Field> noLonger, Instant at) {
        var row = with(oldBase, oldPlatform, calcom);
        for (Field field : Field.synced()) {
            boolean moved = !Objects.equals(oldBase.raw(field), base.raw(field));
            if (moved || noLonger.contains(field)) row = row.with(field, FieldFacts::settled);
        }
        return row.closed(at);
    }

    /// This row with other images; for the store and for a replay of the audit trail.
    public Row withImages(Values newBase, Values newPlatform, Values newCalcom) {
        return with(newBase, newPlatform, newCalcom);
    }

    /// This row with another link, the images as they are; for a replay of the audit trail.
    public Row withLink(Link newLink) {
        return with(newLink);
    }

    public Row withVersion(long newVersion) {
        return new Row(id, link, base, platform, calcom, facts, attempt, times, newVersion);
    }

    /// The fields with a verdict that a push, a policy or a person has to settle.
    public Set<Field> differing() {
        var fields = EnumSet.noneOf(Field.class);
        for (Field field : Field.synced()) if (verdict(field).differs()) fields.add(field);
        return fields;
    }

    /// Whether a PATCH was begun whose outcome no answer has told yet.
    public boolean awaitsAnswer() {
        return facts.values().stream().anyMatch(fact -> fact.intent() != null);
    }

    private Row wrote(Field field, Object sent, Object stored, Instant at) {
        if (stored.equals(sent)) {
            return with(base.with(field, sent), platform, calcom)
                    .with(field, facts -> facts.with((Intent) null).settled())
                    .with(times.synced(at, Side.PLATFORM));
        }
        if (stored.equals(calcom.raw(field))) {
            return refused(Patch.of(field, sent), Message.of("refusal.unchanged", field, stored), at);
        }
        var doubt = new Doubt(stored, Message.of("doubt.altered", field, stored));
        return with(field, facts -> facts.with((Intent) null).with(doubt)).with(times.tried(at));
    }

    private Row decided(Field field, Choice choice, Instant at) {
        Object theirs = calcom.get(field);
        return switch (choice) {
            case PLATFORM -> with(base.with(field, theirs), platform, calcom).with(field, FieldFacts::settled);
            case CALCOM -> with(base.with(field, theirs), platform.with(field, theirs), calcom)
                    .with(field, FieldFacts::settled)
                    .with(times.synced(at, Side.CALCOM));
            case ACCEPT -> with(field, facts -> facts.accepting(new Pair(platform.get(field), theirs)))
                    .with(times.synced(at, null));
        };
    }

    private Row underPolicy(Field field, Policy policy, Instant now) {
        var today = facts(field).overwrites().stream().filter(now.minusSeconds(86_400)::isBefore).toList();
        if (today.size() >= POLICY_OVERWRITES_A_DAY) {
            var doubt = new Doubt(calcom.get(field), Message.of("doubt.policy-fight", field, today.size()));
            return with(field, facts -> facts.with(doubt));
        }
        var overwrites = Stream.concat(today.stream(), Stream.of(now)).toList();
        var choice = policy == Policy.PLATFORM_WINS ? Choice.PLATFORM : Choice.CALCOM;
        return decided(field, choice, now).with(field, facts -> facts.overwriting(overwrites));
    }

    /// A value that was on its way: did it arrive? Found where it was meant to be, it was our own write. Found later than
    /// at the first look after, it probably was, and a person confirms it. Without an answer even the first is a guess (a
    /// stranger may have written the same), so the value stays remembered as one that may arrive yet.
    private Row settleIntent(Field field, Values before, Instant at) {
        Object now = calcom.raw(field);
        if (now == null) return this;
        if (facts(field).intent() instanceof Intent intent) {
            boolean ours = now.equals(intent.value()) && intent.expected().equals(base.raw(field));
            if (!ours) return with(field, facts -> facts.missing(intent.value())).late(field, now, before);
            return with(base.with(field, now), platform, calcom).with(field, FieldFacts::settled)
                    .with(times.synced(at, Side.PLATFORM));
        }
        return late(field, now, before);
    }

    private Row late(Field field, Object now, Values before) {
        if (now.equals(before.raw(field)) || !facts(field).missed().contains(now)) return this;
        var doubt = new Doubt(now, Message.of("doubt.late-write", field, now));
        return with(field, facts -> facts.arrived(now).with(doubt));
    }

    /// Where both sides hold the same, that is the base; where one has no place for a field, there is none.
    private Row closed(Instant at) {
        var row = this;
        for (Field field : Field.synced()) {
            var verdict = row.verdict(field);
            if (verdict == Verdict.AGREED) row = row.agreed(field, at);
            else
                if (verdict == Verdict.NOT_HELD && row.base.has(field))
                    row = row.with(row.base.with(field, null), row.platform, row.calcom);
        }
        return row.with(row.times.waiting(row.any(PLATFORM_AHEAD), row.any(CALCOM_AHEAD, FIRST_LINK), at));
    }

    private Row agreed(Field field, Instant at) {
        Object value = calcom.get(field);
        if (value.equals(base.raw(field))) return with(field, FieldFacts::agreed);
        boolean first = !base.has(field);
        var row = with(base.with(field, value), platform, calcom).with(field, FieldFacts::agreed);
        return first ? row.with(row.times.synced(at, row.times.lastDirection())) : row;
    }

    private boolean any(Verdict... verdicts) {
        var wanted = EnumSet.of(BOTH_CHANGED, verdicts);
        return Field.synced().stream().map(this::verdict).anyMatch(wanted::contains);
    }

    private boolean isNoNews(EventType answer) {
        return answer.id() != link.eventTypeId() || link.knowsBetterThan(answer.asked());
    }

    private boolean sameExceptLook(Row before) {
        return with(before.link).equals(before) && link.state() == before.link.state();
    }

    private Map<Field, FieldFacts> lastingFacts() {
        var kept = new EnumMap<Field, FieldFacts>(Field.class);
        facts.forEach((field, fact) -> {
            if (!fact.settled().equals(FieldFacts.NONE)) kept.put(field, fact.settled());
        });
        return kept;
    }

    private Row with(Values newBase, Values newPlatform, Values newCalcom) {
        return new Row(id, link, newBase, newPlatform, newCalcom, facts, attempt, times, version);
    }

    private Row with(Link newLink) {
        return new Row(id, newLink, base, platform, calcom, facts, attempt, times, version);
    }

    private Row with(Attempt newAttempt) {
        return new Row(id, link, base, platform, calcom, facts, newAttempt, times, version);
    }

    private Row with(Times newTimes) {
        return new Row(id, link, base, platform, calcom, facts, attempt, newTimes, version);
    }

    private Row with(Field field, UnaryOperator<FieldFacts> change) {
        var before = facts(field);
        var after = change.apply(before);
        if (after.equals(before)) return this;
        var changed = new EnumMap<Field, FieldFacts>(Field.class);
        changed.putAll(facts);
        if (after.equals(FieldFacts.NONE)) changed.remove(field);
        else changed.put(field, after);
        return new Row(id, link, base, platform, calcom, changed, attempt, times, version);
    }
}
