package io.calsync.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a row remembers of one field beside the three images: facts that cannot be derived from them.
///
/// @param intent     a value that was about to be sent, null when the outcome of every send is known
/// @param missed     values whose sending got no answer and that were not there at the next look; one may arrive yet
/// @param refusal    a value that the server would not take, null when none stands
/// @param doubt      why no policy may settle the present difference, null when nothing speaks against it
/// @param accepted   a difference that a person lives with, null when none
/// @param own        this service's own policy, null when the workspace's applies
/// @param overwrites when a policy replaced a value here, oldest first
public record FieldFacts(
        @Nullable Intent intent,
        List<Object> missed,
        @Nullable Refusal refusal,
        @Nullable Doubt doubt,
        @Nullable Pair accepted,
        @Nullable OwnPolicy own,
        List<Instant> overwrites) {
    public static final FieldFacts NONE = new FieldFacts(null, List.of(), null, null, null, null, List.of());

    /// So many lost values are remembered; older ones will not arrive any more.
    private static final int MISSED = 8;

    public FieldFacts {
        missed = List.copyOf(missed);
        overwrites = List.copyOf(overwrites);
    }

    /// The values of both sides when a fact was noted; the fact holds until either moves.
    public record Pair(Object platform, Object calcom) {
        public boolean holds(Values platformSide, Values calcomSide, Field field) {
            return platform.equals(platformSide.raw(field)) && calcom.equals(calcomSide.raw(field));
        }
    }

    /// A value on its way to Cal.com, committed before the request leaves.
    ///
    /// @param expected what Cal.com held, equal to the base
    public record Intent(long eventTypeId, Object expected, Object value, Instant at) {}

    /// The server answered, but would not take the Platform's value.
    public record Refusal(Pair seen, Message why) {}

    /// A difference that waits for a person whatever the policy, as long as Cal.com holds this value.
    public record Doubt(Object calcom, Message why) {}

    /// A policy for this field of this service.
    ///
    /// @param reason a person's words, for example "hidden on purpose"; "" when none was given
    public record OwnPolicy(Policy policy, String reason) {
        /// As the audit trail keeps it.
        String text() {
            return (policy + " " + reason).strip();
        }

        /// @return null where the text is: no policy of its own
        public static @Nullable OwnPolicy parse(@Nullable String text) {
            if (text == null) return null;
            int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
            return new OwnPolicy(Policy.valueOf(text.substring(0, end)), text.substring(end).strip());
        }
    }

    public FieldFacts with(@Nullable Intent newIntent) {
        return new FieldFacts(newIntent, missed, refusal, doubt, accepted, own, overwrites);
    }

    public FieldFacts with(@Nullable Refusal newRefusal) {
        return new FieldFacts(intent, missed, newRefusal, doubt, accepted, own, overwrites);
    }

    public FieldFacts with(@Nullable Doubt newDoubt) {
        return new FieldFacts(intent, missed, refusal, newDoubt, accepted, own, overwrites);
    }

    public FieldFacts with(@Nullable OwnPolicy newOwn) {
        return new FieldFacts(intent, missed, refusal, doubt, accepted, newOwn, overwrites);
    }

    public FieldFacts accepting(Pair difference) {
        return new FieldFacts(null, unanswered(), null, null, difference, own, overwrites);
    }

    public FieldFacts overwriting(List<Instant> times) {
        return new FieldFacts(intent, missed, refusal, doubt, accepted, own, times);
    }

    /// The difference is settled: what remains is what a person set, how often a policy acted, and what may arrive yet.
    public FieldFacts settled() {
        return new FieldFacts(null, unanswered(), null, null, null, own, overwrites);
    }

    /// Both sides are seen to agree. A value still on its way is remembered, for it may arrive later.
    public FieldFacts agreed() {
        return new FieldFacts(intent, missed, null, null, null, own, overwrites);
    }

    /// A person wants the server asked again.
    public FieldFacts retried() {
        return new FieldFacts(intent, missed, null, doubt, accepted, own, overwrites);
    }

    private List<Object> unanswered() {
        return intent == null ? missed : missing(intent.value()).missed;
    }

    /// A look has not found the value of the intent.
    FieldFacts missing(Object value) {
        var values = Stream.concat(missed.stream().filter(old -> !old.equals(value)), Stream.of(value)).toList();
        var newest = values.subList(Math.max(0, values.size() - MISSED), values.size());
        return new FieldFacts(null, newest, refusal, doubt, accepted, own, overwrites);
    }

    /// A value is known to be there; it will not arrive a second time.
    FieldFacts arrived(Object value) {
        var rest = missed.stream().filter(old -> !old.equals(value)).toList();
        return new FieldFacts(intent, rest, refusal, doubt, accepted, own, overwrites);
    }
}
