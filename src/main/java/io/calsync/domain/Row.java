package io.calsync.domain;

import static io.calsync.domain.Verdict.BOTH_CHANGED;
import static io.calsync.domain.Verdict.CALCOM_AHEAD;
import static io.calsync.domain.Verdict.FIRST_LINK;
import static io.calsync.domain.Verdict.PLATFORM_AHEAD;

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
        if (isLeaveAlone(facts(field).own())) return Verdict.LEFT_ALONE;
        return Verdict.of(base.raw(field), platform.raw(field), calcom.raw(field));
    }

    /// The Platform's values as read or edited, by this console or by anyone else.
    public Row edited(Values values, Instant at) {
        var merged = values.over(platform);
        return merged.equals(platform) ? this : withImages(base, merged, calcom).closed(at);
    }

    /// An answer of Cal.com. One for another event type or older than what is known changes nothing.
    public Row seen(EventType answer) {
        if (isNoNews(answer)) return this;
        var row = withImages(base, platform, answer.values().over(calcom)).withLink(link.present(answer.asked()));
        for (Field field : Field.synced()) row = row.one(field).looked(calcom, answer.asked());
        row = row.closed(answer.asked());
        boolean tellsNothing = link.seen() != null && !link.isAfter(answer.asked()) && row.sameExceptLook(this);
        return tellsNothing ? this : row;
    }

    /// Cal.com answered that there is no such event type. Comparison stops until a person decides or it comes back.
    public Row missing(long eventTypeId, Instant asked) {
        if (eventTypeId != link.eventTypeId() || link.knowsBetterThan(asked)) return this;
        return link.state() == Link.State.GONE ? this : withLink(link.gone(asked));
    }

    public Row keepingWaiting() {
        return withLink(link.waiting());
    }

    public Row linked(long eventTypeId) {
        return unlinked().withLink(Link.to(eventTypeId));
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
            if (stored != null) row = row.one(change.getKey()).wrote(change.getValue(), stored, answer.asked());
        }
        return row.with(Attempt.NONE)
                .withImages(row.base, row.platform, answer.values().over(calcom))
                .withLink(link.present(answer.asked()))
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

    /// Cal.com answers again: what its silence delayed need not wait any longer.
    public Row resumed() {
        return attempt.next() == null ? this : with(Attempt.NONE);
    }

    /// A person chose per field on the values that this row shows.
    public Row decided(Map<Field, Choice> choices, Instant at) {
        var row = this;
        for (var choice : choices.entrySet()) row = row.one(choice.getKey()).decided(choice.getValue(), at);
        return row.closed(at);
    }

    /// Lets the policies settle what they are set to settle, on values that were just read by id.
    public Row underPolicies(Rules rules, Instant now) {
        var row = this;
        for (Field field : Field.synced()) {
            var state = FieldState.of(this, field, rules);
            if (state.standing() == Standing.POLICY) row = row.one(field).underPolicy(state.policy(), now);
        }
        return row == this ? this : row.closed(now);
    }

    /// Sets or lifts this service's own policy for a field; lifting *leave alone* forgets what was agreed on.
    ///
    /// @param own null lifts it
    public Row overridden(Field field, @Nullable OwnPolicy own, Instant at) {
        boolean lifted = isLeaveAlone(facts(field).own()) && !isLeaveAlone(own);
        var row = lifted ? withoutAgreementOn(field) : this;
        return row.with(field, facts -> facts.with(own)).closed(at);
    }

    private static boolean isLeaveAlone(@Nullable OwnPolicy own) {
        return own != null && own.policy() == Policy.LEAVE_ALONE;
    }

    /// A field that was not synced for a while becomes a first link, where it differs.
    public Row withoutAgreementOn(Field field) {
        boolean differs = Verdict.of(base.raw(field), platform.raw(field), calcom.raw(field)).differs();
        return differs ? withBase(field, null) : this;
    }

    /// A person chose the Platform's side for many services at once, on values of Cal.com that were shown. A field whose
    /// value is another one when it is read by id stays a difference.
    public Row forced(Map<Field, Object> shown, Instant at) {
        var row = this;
        for (var value : shown.entrySet()) {
            row = row.withBase(value.getKey(), value.getValue()).with(value.getKey(), FieldFacts::settled);
        }
        return row.closed(at);
    }

    /// Puts back what a decision replaced, so that the difference is open again.
    ///
    /// @param noLonger fields whose difference was accepted and is not any more
    public Row restored(Values oldBase, Values oldPlatform, Set<Field> noLonger, Instant at) {
        var row = withImages(oldBase, oldPlatform, calcom);
        for (Field field : Field.synced()) {
            boolean moved = !Objects.equals(oldBase.raw(field), base.raw(field));
            if (moved || noLonger.contains(field)) row = row.with(field, FieldFacts::settled);
        }
        return row.closed(at);
    }

    /// This row with other images.
    public Row withImages(Values newBase, Values newPlatform, Values newCalcom) {
        return new Row(id, link, newBase, newPlatform, newCalcom, facts, attempt, times, version);
    }

    /// This row with another link, the images as they are.
    public Row withLink(Link newLink) {
        return new Row(id, newLink, base, platform, calcom, facts, attempt, times, version);
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

    private Row closed(Instant at) {
        var row = this;
        for (Field field : Field.synced()) row = row.one(field).closed(at);
        return row.with(row.times.waiting(row.any(PLATFORM_AHEAD), row.any(CALCOM_AHEAD, FIRST_LINK), at));
    }

    private boolean any(Verdict... verdicts) {
        var wanted = EnumSet.of(BOTH_CHANGED, verdicts);
        return Field.synced().stream().map(this::verdict).anyMatch(wanted::contains);
    }

    private boolean isNoNews(EventType answer) {
        return answer.id() != link.eventTypeId() || link.knowsBetterThan(answer.asked());
    }

    private boolean sameExceptLook(Row before) {
        return withLink(before.link).equals(before) && link.state() == before.link.state();
    }

    private Map<Field, FieldFacts> lastingFacts() {
        var kept = new EnumMap<Field, FieldFacts>(Field.class);
        facts.forEach((field, fact) -> {
            if (!fact.settled().equals(FieldFacts.NONE)) kept.put(field, fact.settled());
        });
        return kept;
    }

    OneField one(Field field) {
        return new OneField(this, field);
    }

    Row withBase(Field field, @Nullable Object value) {
        return withImages(base.with(field, value), platform, calcom);
    }

    private Row with(Attempt newAttempt) {
        return new Row(id, link, base, platform, calcom, facts, newAttempt, times, version);
    }

    Row with(Times newTimes) {
        return new Row(id, link, base, platform, calcom, facts, attempt, newTimes, version);
    }

    Row with(Field field, UnaryOperator<FieldFacts> change) {
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
