package io.calsync.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a row remembers of one field beside the three images: facts that cannot be derived from them.
///
/// @param intent     the last value we were about to send, null when every send was answered
/// @param refusal    a value that the server would not take, null when none stands
/// @param doubt      why no policy may settle the present difference, null when nothing speaks against it
/// @param accepted   a difference that a person lives with, null when none
/// @param own        this service's own policy, null when the workspace's applies
/// @param overwrites when a policy replaced a value here, oldest first
public record FieldFacts(
        @Nullable Intent intent,
        @Nullable Refusal refusal,
        @Nullable Doubt doubt,
        @Nullable Pair accepted,
        @Nullable OwnPolicy own,
        List<Instant> overwrites) {
    public static final FieldFacts NONE = new FieldFacts(null, null, null, null, null, List.of());

    public FieldFacts {
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
    /// @param answered whether a later read has shown that it did not arrive, or not yet
    public record Intent(long eventTypeId, Object expected, Object value, Instant at, boolean answered) {}

    /// The server answered, but would not take the Platform's value.
    public record Refusal(Pair seen, Message why) {}

    /// A difference that waits for a person whatever the policy, as long as Cal.com holds this value.
    public record Doubt(Object calcom, Message why) {}

    /// A policy for this field of this service.
    ///
    /// @param reason a person's words, for example "hidden on purpose"; "" when none was given
    public record OwnPolicy(Policy policy, String reason) {}

    public FieldFacts with(@Nullable Intent newIntent) {
        return new FieldFacts(newIntent, refusal, doubt, accepted, own, overwrites);
    }

    public FieldFacts with(@Nullable Refusal newRefusal) {
        return new FieldFacts(intent, newRefusal, doubt, accepted, own, overwrites);
    }

    public FieldFacts with(@Nullable Doubt newDoubt) {
        return new FieldFacts(intent, refusal, newDoubt, accepted, own, overwrites);
    }

    public FieldFacts with(@Nullable OwnPolicy newOwn) {
        return new FieldFacts(intent, refusal, doubt, accepted, newOwn, overwrites);
    }

    public FieldFacts accepting(Pair difference) {
        return new FieldFacts(null, null, null, difference, own, overwrites);
    }

    public FieldFacts overwriting(List<Instant> times) {
        return new FieldFacts(intent, refusal, doubt, accepted, own, times);
    }

    /// The difference is settled: what remains is what a person set and how often a policy acted.
    public FieldFacts settled() {
        return new FieldFacts(null, null, null, null, own, overwrites);
    }

    /// Both sides are seen to agree. A value still on its way is remembered, for it may arrive later.
    public FieldFacts agreed() {
        return new FieldFacts(intent, null, null, null, own, overwrites);
    }

    /// A person wants the server asked again.
    public FieldFacts retried() {
        return new FieldFacts(intent, null, doubt, accepted, own, overwrites);
    }
}
