package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change of a workspace's policy as its entry tells it, and the way back.
record PolicyChange(Field field, Policy from, Policy to) {
    /// @return null where the sentence is about something else, or older than the policy before is kept
    static @Nullable PolicyChange of(Message what) {
        if (what.args().size() < 2) return null;
        String key = Message.fieldKey(what.args().getFirst());
        var field = Field.of(key == null ? "" : key);
        for (Policy to : Policy.values()) {
            if (field.isPresent() && what.key().equals(Undoing.policy(field.get(), to).key()))
                return new PolicyChange(field.get(), Policy.valueOf(what.args().get(1)), to);
        }
        return null;
    }

    List<Message> effects(Session session) throws ProblemException {
        check(session);
        var counts = new Policies(session).preview(field, from);
        return List.of(Undoing.policy(field, from),
                Message.of("undo.policy-counts", counts.settled(), counts.count(PolicyPreview.Effect.ASK)));
    }

    void undo(Session session) throws ProblemException {
        check(session);
        new Policies(session).set(field, from, session.cause(Cause.Source.UNDO));
    }

    private void check(Session session) throws ProblemException {
        if (session.memory().rules().policy(field) != to)
            throw new ProblemException(new Problem.NotPossible(Message.of("undo.policy-moved", field)));
    }
}
