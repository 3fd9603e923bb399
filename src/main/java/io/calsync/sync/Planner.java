package io.calsync.sync;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.FieldState;
import io.calsync.domain.Link;
import io.calsync.domain.Outlook;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Service;
import io.calsync.domain.Standing;
import io.calsync.domain.Values;
import io.calsync.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells what a sync would do with what a look has shown. Pure and total: it changes nothing and fails for no service.
final class Planner {
    private final List<Plan.Item> items = new ArrayList<>();
    private final Rules rules;

    private Planner(Rules rules) {
        this.rules = rules;
    }

    /// @param listed every event type of the scope
    static Plan plan(List<Service> services, List<EventType> listed, Rules rules, @Nullable Guard guard, int requests) {
        var planner = new Planner(rules);
        var byId =
                listed.stream().collect(Collectors.toMap(EventType::id, Function.identity(), (first, second) -> first));
        for (Service service : services) {
            if (service.row().link().linked()) planner.add(service, byId);
        }
        var held = services.stream().map(service -> service.row().link().eventTypeId()).collect(Collectors.toSet());
        var unlinked = listed.stream().filter(type -> !held.contains(type.id())).toList();
        return new Plan(List.copyOf(planner.items), unlinked, guard, requests);
    }

    private void add(Service service, Map<Long, EventType> listed) {
        var before = service.row();
        var seen = listed.get(before.link().eventTypeId());
        if (seen == null) {
            boolean known = before.link().state() == Link.State.GONE && before.link().keepWaiting();
            if (!known) items.add(item(service, before, null, Plan.Action.MISSING, null));
            return;
        }
        var after = before.seen(seen);
        Outlook.of(after, rules).states().values().forEach(state -> add(service, before, after, state, seen));
    }

    private void add(Service service, Row before, Row after, FieldState state, EventType seen) {
        var action = switch (state.standing()) {
            case DUE -> Plan.Action.PUSH;
            case POLICY -> Plan.Action.POLICY;
            case OPEN -> Plan.Action.ASK;
            case BLOCKED -> Plan.Action.BLOCKED;
            case CLEAR -> state.verdict() == Verdict.AGREED && baseMoves(before, after, state.field())
                    ? Plan.Action.AGREE : null;
            case ACCEPTED -> null;
        };
        if (action != null) items.add(item(service, after, told(state, after, seen), action, before.base()));
    }

    /// With what a push would change beside the field, where the state itself has nothing to tell.
    private static FieldState told(FieldState state, Row row, EventType seen) {
        boolean pushes = state.standing() == Standing.DUE
                || state.standing() == Standing.POLICY && state.policy() == Policy.PLATFORM_WINS;
        if (!pushes) return state;
        var beside = state.field().mapping().beside(row.platform().get(state.field()), seen.raw()).orElse(state.why());
        return new FieldState(state.field(), state.verdict(), state.standing(), state.policy(), beside);
    }

    private static boolean baseMoves(Row before, Row after, Field field) {
        return !Objects.equals(before.base().raw(field), after.base().raw(field));
    }

    private static Plan.Item item(Service service, Row row, @Nullable FieldState state, Plan.Action action,
            @Nullable Values base) {
        var field = state == null ? null : state.field();
        return new Plan.Item(
                service.id(),
                service.name(),
                row.link().eventTypeId(),
                field,
                action,
                text(field, base),
                text(field, row.platform()),
                text(field, row.calcom()),
                state == null ? null : state.why());
    }

    private static @Nullable String text(@Nullable Field field, @Nullable Values values) {
        if (field == null || values == null || !values.has(field)) return null;
        return field.type().encode(values.get(field));
    }
}
