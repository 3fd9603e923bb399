package io.calsync.sync;

import io.calsync.domain.Choice;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.FieldState;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import io.calsync.domain.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Pushes every Platform value over Cal.com's: many decisions for the Platform at once, on the values that were shown.
final class Force {
    private final Session session;

    Force(Session session) {
        this.session = session;
    }

    Runs.ForcePreview preview() throws ProblemException {
        var look = new Detector(session).look();
        var rules = session.memory().rules();
        var listed = new HashMap<Long, EventType>();
        look.listed().forEach(type -> listed.putIfAbsent(type.id(), type));
        var replaces = new LinkedHashMap<Long, Map<Field, Object>>();
        var leftOut = new LinkedHashMap<Message, Integer>();
        for (Row row : look.rows()) {
            if (!row.link().linked()) continue;
            var now = listed.get(row.link().eventTypeId());
            if (now == null || row.link().state() == Link.State.GONE)
                leftOut.merge(Message.of("force.gone"), 1, Integer::sum);
            else
                preview(row.seen(now), rules, replaces, leftOut);
        }
        return new Runs.ForcePreview(replaces, leftOut);
    }

    void apply(Runs.ForcePreview shown, String run) throws ProblemException {
        var steps = new HashMap<Long, Rows.Step>();
        shown.replaces().forEach((id, values) -> steps.put(id, row -> row.forced(values, session.clock().instant())));
        var changed = session.rows().updateAll(session.cause(Cause.Source.DECISION, run), steps);
        session.feed().changed(changed.stream().map(Row::id).toList());
    }

    private static void preview(Row row, Rules rules, Map<Long, Map<Field, Object>> replaces,
            Map<Message, Integer> leftOut) {
        var values = new EnumMap<Field, Object>(Field.class);
        for (Field field : Field.synced()) {
            var state = FieldState.of(row, field, rules);
            if (state.verdict() == Verdict.LEFT_ALONE) leftOut.merge(Message.of("force.left-alone"), 1, Integer::sum);
            else if (state.verdict() == Verdict.NOT_HELD) leftOut.merge(Message.of("force.not-held"), 1, Integer::sum);
            if (!state.verdict().differs()) continue;
            var obstacle = state.unavailable(Choice.PLATFORM, row, rules);
            if (obstacle.isPresent()) leftOut.merge(Message.of("force.unwritable"), 1, Integer::sum);
            else values.put(field, row.calcom().get(field));
        }
        if (!values.isEmpty()) replaces.put(row.id(), values);
    }
}
