package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Outlook;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// What happens by itself when Cal.com changed something.
public final class Policies {
    private final Session session;

    public Policies(Session session) {
        this.session = session;
    }

    /// What a policy would settle if it were set now.
    ///
    /// @param settled open questions of that field that would need no person any more
    /// @param opened  questions that would need one again
    public record Preview(int settled, int opened) {}

    public Rules rules() throws ProblemException {
        return session.memory().rules();
    }

    public Preview preview(Field field, Policy policy) throws ProblemException {
        var now = rules();
        var then = now.with(field, policy);
        int settled = 0;
        int opened = 0;
        for (Row row : session.rows().all()) {
            boolean open = Outlook.of(row, now).open().contains(field);
            boolean stays = Outlook.of(lifted(row, field, now, policy), then).open().contains(field);
            if (open && !stays) settled++;
            if (!open && stays) opened++;
        }
        return new Preview(settled, opened);
    }

    /// Sets the workspace's policy for a field. Where that lifts *leave alone*, nothing counts as agreed on any more.
    public void set(Field field, Policy policy) throws ProblemException {
        session.mayDecide();
        var now = rules();
        var then = now.with(field, policy);
        var steps = new LinkedHashMap<Long, Rows.Step>();
        for (Row row : session.rows().all()) steps.put(row.id(), each -> lifted(each, field, now, policy));
        session.rows().updateAll(session.cause(Cause.Source.POLICY), steps);
        session.memory().rules(then, session.cause(Cause.Source.POLICY));
        session.feed().changed(session.rows().all().stream().map(Row::id).toList());
    }

    /// Sets or lifts one service's own policy for a field.
    ///
    /// @param own null lifts it
    public ServiceView own(long serviceId, Field field, @Nullable OwnPolicy own) throws ProblemException {
        session.mayDecide();
        var now = session.clock().instant();
        var rules = rules();
        session.update(serviceId, session.cause(Cause.Source.POLICY),
                row -> (own == null ? row : lifted(row, field, rules, own.policy())).overridden(field, own, now));
        return session.view(serviceId);
    }

    /// What was agreed on before the workspace left a field alone does not count any more when it is synced again.
    private static Row lifted(Row row, Field field, Rules now, Policy then) {
        boolean lifts = row.facts(field).own() == null && now.policy(field) == Policy.LEAVE_ALONE
                && then != Policy.LEAVE_ALONE;
        return lifts ? row.withoutAgreementOn(field) : row;
    }
}
