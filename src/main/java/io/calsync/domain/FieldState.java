package io.calsync.domain;

import io.calsync.domain.FieldFacts.Doubt;
import io.calsync.domain.FieldFacts.Pair;
import io.calsync.domain.FieldFacts.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where one field of one service stands: derived, never stored.
///
/// @param policy the policy that applies, the service's own before the workspace's
/// @param why    the reason in words where the standing needs one
public record FieldState(Field field, Verdict verdict, Standing standing, Policy policy, @Nullable Message why) {

    public static FieldState of(Row row, Field field, Rules rules) {
        var own = row.facts(field).own();
        var policy = own == null ? rules.policy(field) : own.policy();
        if (policy == Policy.LEAVE_ALONE)
            return new FieldState(field, Verdict.LEFT_ALONE, Standing.CLEAR, policy, null);
        var state = new FieldState(field, row.verdict(field), Standing.CLEAR, policy, null);
        return switch (state.verdict) {
            case AGREED, UNKNOWN, NOT_HELD, OTHER_CURRENCY, LEFT_ALONE, GONE -> state;
            case PLATFORM_AHEAD -> state.accepted(row) ? state.with(Standing.ACCEPTED, null) : state.ahead(row, rules);
            case CALCOM_AHEAD, BOTH_CHANGED, FIRST_LINK ->
                    state.accepted(row) ? state.with(Standing.ACCEPTED, null) : state.drifted(row, rules);
        };
    }

    /// Why a person may not choose so for this field; empty where it is allowed.
    public Optional<Message> unavailable(Choice choice, Row row, Rules rules) {
        return switch (choice) {
            case PLATFORM -> rules.writable(field) ? beyondLimits(row.platform(), "choice.platform-beyond")
                    : Optional.of(Message.of("choice.not-writable", field));
            case CALCOM -> beyondLimits(row.calcom(), "choice.calcom-beyond");
            case ACCEPT ->
                    rules.writable(field) ? Optional.of(Message.of("choice.no-accept", field)) : Optional.empty();
        };
    }

    private FieldState ahead(Row row, Rules rules) {
        if (!rules.writable(field)) return with(Standing.OPEN, Message.of("choice.not-writable", field));
        var beyond = beyondLimits(row.platform(), "choice.platform-beyond");
        if (beyond.isPresent()) return with(Standing.BLOCKED, beyond.get());
        var facts = row.facts(field);
        if (standing(facts.doubt(), row) instanceof Doubt doubt) return with(Standing.OPEN, doubt.why());
        if (facts.refusal() instanceof Refusal refusal && holds(refusal.seen(), row))
            return with(Standing.BLOCKED, refusal.why());
        return with(Standing.DUE, null);
    }

    private FieldState drifted(Row row, Rules rules) {
        if (verdict == Verdict.FIRST_LINK) return with(Standing.OPEN, Message.of("open.first-link", field));
        if (standing(row.facts(field).doubt(), row) instanceof Doubt doubt) return with(Standing.OPEN, doubt.why());
        return switch (policy) {
            case ASK, LEAVE_ALONE -> with(Standing.OPEN,
                    Message.of(verdict == Verdict.CALCOM_AHEAD ? "open.drift" : "open.both", field));
            case PLATFORM_WINS -> byPolicy(Choice.PLATFORM, row, rules);
            case CALCOM_WINS -> byPolicy(Choice.CALCOM, row, rules);
        };
    }

    private FieldState byPolicy(Choice choice, Row row, Rules rules) {
        return unavailable(choice, row, rules).map(why -> with(Standing.OPEN, why))
                .orElseGet(() -> with(Standing.POLICY, null));
    }

    private Optional<Message> beyondLimits(Values side, String key) {
        return field.type().beyondLimits(side.get(field))
                .map(limit -> Message.of(key, field, field.type().encode(side.get(field))));
    }

    private boolean accepted(Row row) {
        return row.facts(field).accepted() instanceof Pair pair && holds(pair, row);
    }

    private boolean holds(Pair pair, Row row) {
        return pair.holds(row.platform(), row.calcom(), field);
    }

    private @Nullable Doubt standing(@Nullable Doubt doubt, Row row) {
        return doubt != null && doubt.calcom().equals(row.calcom().raw(field)) ? doubt : null;
    }

    private FieldState with(Standing newStanding, @Nullable Message reason) {
        return new FieldState(field, verdict, newStanding, policy, reason);
    }
}
