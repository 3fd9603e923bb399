package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.FieldState;
import io.calsync.domain.Message;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What happens by itself when Cal.com changed something.
public final class Policies {
    private final Session session;

    public Policies(Session session) {
        this.session = session;
    }

    public Rules rules() throws ProblemException {
        return session.memory().rules();
    }

    /// What a policy of the workspace would decide if it were set now.
    public PolicyPreview preview(Field field, Policy policy) throws ProblemException {
        session.mayDecide();
        var now = rules();
        return preview(new Catalogue(session).all(), field, now.with(field, policy),
                row -> lifted(row, field, now, policy));
    }

    /// What services' own policy would decide if it were set now.
    ///
    /// @param own null lifts it
    public PolicyPreview preview(Set<Long> serviceIds, Field field, @Nullable OwnPolicy own) throws ProblemException {
        session.mayDecide();
        var now = session.clock().instant();
        var views = new Catalogue(session).all().stream().filter(view -> serviceIds.contains(view.id())).toList();
        var rules = rules();
        return preview(views, field, rules, row -> overridden(row, field, own, rules, now));
    }

    /// Sets the workspace's policy for a field. Where that lifts *leave alone*, nothing counts as agreed on any more.
    public void set(Field field, Policy policy) throws ProblemException {
        session.mayDecide();
        set(field, policy, session.cause(Cause.Source.POLICY));
    }

    void set(Field field, Policy policy, Cause cause) throws ProblemException {
        var now = rules();
        var ids = session.rows().all().stream().map(Row::id).toList();
        // First, because a rule that is already set would act on what the field agreed on before it was left alone.
        var steps = new LinkedHashMap<Long, Rows.Step>();
        for (long id : ids) steps.put(id, row -> lifted(row, field, now, policy));
        session.rows().updateAll(cause, steps);
        session.memory().rules(rules -> rules.with(field, policy), cause);
        session.feed().changed(ids);
    }

    /// Sets or lifts one service's own policy for a field.
    ///
    /// @param own null lifts it
    public ServiceView own(long serviceId, Field field, @Nullable OwnPolicy own) throws ProblemException {
        return own(Set.of(serviceId), field, own).getFirst();
    }

    /// Sets or lifts the own policy of several services for a field, all or none.
    ///
    /// @param own null lifts it
    /// @throws ProblemException with [Problem.NotPossible] where a field is to be left alone without a reason
    public List<ServiceView> own(Collection<Long> serviceIds, Field field, @Nullable OwnPolicy own)
            throws ProblemException {
        session.mayDecide();
        if (own != null && own.policy() == Policy.LEAVE_ALONE && own.reason().isBlank())
            throw new ProblemException(new Problem.NotPossible(Message.of("policy.needs-reason")));
        var now = session.clock().instant();
        var rules = rules();
        var steps = new LinkedHashMap<Long, Rows.Step>();
        for (long id : serviceIds) steps.put(id, row -> overridden(row, field, own, rules, now));
        var changed = session.rows().updateAll(session.cause(Cause.Source.POLICY), steps);
        session.feed().changed(changed.stream().map(Row::id).toList());
        var views = new ArrayList<ServiceView>();
        for (long id : serviceIds) views.add(session.view(id));
        return views;
    }

    private static PolicyPreview preview(List<ServiceView> views, Field field, Rules rules, UnaryOperator<Row> step) {
        return new PolicyPreview(views.stream().flatMap(view -> {
            var then = step.apply(view.row());
            return PolicyPreview.of(view, FieldState.of(then, field, rules), then).stream();
        }).toList());
    }

    /// Where a policy lifts the workspace's *leave alone*, what was agreed on before does not count any more.
    private static Row lifted(Row row, Field field, Rules now, Policy then) {
        boolean lifts = row.facts(field).own() == null && now.policy(field) == Policy.LEAVE_ALONE
                && then != Policy.LEAVE_ALONE;
        return lifts ? row.withoutAgreementOn(field) : row;
    }

    private static Row overridden(Row row, Field field, @Nullable OwnPolicy own, Rules rules, Instant at) {
        return (own == null ? row : lifted(row, field, rules, own.policy())).overridden(field, own, at);
    }
}
