package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.FieldState;
import io.calsync.domain.Row;
import io.calsync.domain.Standing;
import io.calsync.domain.Verdict;
import java.util.List;
import java.util.Optional;

/// What a policy would decide now if it were set or lifted.
///
/// @param outcomes only where something becomes of it, by service name
public record PolicyPreview(List<Outcome> outcomes) {
    public PolicyPreview {
        outcomes = List.copyOf(outcomes);
    }

    /// What becomes of a difference.
    public enum Effect {
        /// The Platform's value replaces Cal.com's.
        PUSH,
        /// Cal.com's value replaces the Platform's.
        TAKE,
        /// It waits for a person.
        ASK,
        /// It is not compared any more.
        LEAVE
    }

    /// @param view the service as it is now
    public record Outcome(ServiceView view, Field field, Effect effect) {}

    public long count(Effect effect) {
        return outcomes.stream().filter(outcome -> outcome.effect == effect).count();
    }

    /// How many questions need no person any more.
    public long settled() {
        return outcomes.size() - count(Effect.ASK);
    }

    /// @param after where the field would stand, on the row as it would be
    static Optional<Outcome> of(ServiceView view, FieldState after, Row then) {
        var field = after.field();
        var before = view.outlook().state(field);
        var effect = switch (after.standing()) {
            case POLICY -> switch (after.policy()) {
                case PLATFORM_WINS -> Effect.PUSH;
                case CALCOM_WINS -> Effect.TAKE;
                case ASK, LEAVE_ALONE -> null;
            };
            case OPEN -> Effect.ASK;
            case CLEAR, ACCEPTED, DUE, BLOCKED -> after.verdict() == Verdict.LEFT_ALONE && before.verdict().differs()
                    ? Effect.LEAVE : null;
        };
        boolean same = before.standing() == after.standing() && before.policy() == after.policy();
        boolean asksStill = effect == Effect.ASK && before.standing() == Standing.OPEN;
        return effect == null || same || asksStill || !then.link().linked() ? Optional.empty()
                : Optional.of(new Outcome(view, field, effect));
    }
}
