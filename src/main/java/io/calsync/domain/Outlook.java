package io.calsync.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// All that follows from one row under the workspace's rules: status, what is due, what is open, whether a customer can
/// book. A pure function of its two parts.
public record Outlook(Row row, Rules rules, Map<Field, FieldState> states) {
    public static Outlook of(Row row, Rules rules) {
        var states = new EnumMap<Field, FieldState>(Field.class);
        if (row.link().linked()) for (Field field : Field.synced()) states.put(field, FieldState.of(row, field, rules));
        return new Outlook(row, rules, states);
    }

    public SyncStatus status() {
        return switch (row.link().state()) {
            case UNLINKED -> SyncStatus.NEVER;
            case GONE -> row.link().keepWaiting() ? SyncStatus.ERROR : SyncStatus.CONFLICT;
            case PRESENT -> row.link().seen() == null ? SyncStatus.NEVER : compared();
        };
    }

    /// What is to be sent to Cal.com: the Platform's values of the fields that are due.
    public Patch due() {
        return Patch.between(Values.NONE, row.platform()).only(fields(Standing.DUE));
    }

    /// Whether the engine has to read the event type by id: something is due, a policy may act, or the answer to an
    /// earlier PATCH is still missing.
    public boolean needsPush() {
        return has(Standing.DUE) || has(Standing.POLICY) || row.awaitsAnswer();
    }

    /// The fields that wait for a person.
    public Set<Field> open() {
        return fields(Standing.OPEN);
    }

    /// The fields on which a person lives with a difference.
    public Set<Field> accepted() {
        return fields(Standing.ACCEPTED);
    }

    /// The fields that the policies will settle after the next read by id.
    public Set<Field> underPolicy() {
        return fields(Standing.POLICY);
    }

    /// Why the fields that cannot be pushed are blocked.
    public List<Message> errors() {
        var errors = new ArrayList<Message>();
        if (row.link().keepWaiting()) errors.add(Message.of("gone.waiting", row.link().eventTypeId()));
        for (FieldState state : states.values()) {
            if (state.standing() == Standing.BLOCKED && state.why() instanceof Message why) errors.add(why);
        }
        return errors;
    }

    /// Whether a customer can book it: synced and active.
    public boolean bookable() {
        return status() == SyncStatus.SYNCED && row.platform().flag(Field.ACTIVE);
    }

    /// Every reason why it is not bookable, the one to settle first at the beginning; empty where it is.
    public List<Message> notBookable() {
        var reasons = new ArrayList<Message>();
        if (row.link().gone())
            reasons.add(Message.of(row.link().keepWaiting() ? "bookable.no.gone-waiting" : "bookable.no.gone"));
        else
            if (status() != SyncStatus.SYNCED)
                reasons.add(Message.of("bookable.no." + status().name().toLowerCase(Locale.ROOT)));
        if (!row.platform().flag(Field.ACTIVE)) reasons.add(Message.of("bookable.no.inactive"));
        return reasons;
    }

    public FieldState state(Field field) {
        return states.getOrDefault(field,
                new FieldState(field, Verdict.UNKNOWN, Standing.CLEAR, rules.policy(field), null));
    }

    private SyncStatus compared() {
        if (has(Standing.OPEN)) return SyncStatus.CONFLICT;
        if (has(Standing.BLOCKED)) return SyncStatus.ERROR;
        return needsPush() ? SyncStatus.PENDING : SyncStatus.SYNCED;
    }

    private boolean has(Standing standing) {
        for (FieldState state : states.values()) if (state.standing() == standing) return true;
        return false;
    }

    private Set<Field> fields(Standing standing) {
        return states.values().stream()
                .filter(state -> state.standing() == standing)
                .map(FieldState::field)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }
}
