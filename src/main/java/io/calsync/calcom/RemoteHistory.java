package io.calsync.calcom;

import io.calsync.sync.EventTypes.RemoteChange;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Cal.com's own record of who changed an event type, which only organizations with audit access have.
/// Shape: https://cal.com/docs/api-reference/v2/event-types/get-event-type-history
final class RemoteHistory {
    private RemoteHistory() {}

    /// Newest first; empty where the server has no such route or does not show it to this key, and then it is not asked
    /// again.
    static List<RemoteChange> read(Dialogue dialogue, Known known, long eventTypeId, RequestBudget.Priority priority)
            throws ProblemException {
        try {
            var data = dialogue.ask(Ask.one(Routes.history(eventTypeId), eventTypeId), priority).content();
            return entries(data).flatMap(entry -> change(entry).stream()).toList();
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.WrongRoute _,Problem.KeyRefused _,Problem.Rejected _ -> {
                    known.noHistory();
                    yield List.of();
                }
                case Problem.NotFound _ -> List.of();
                default -> throw e;
            };
        }
    }

    private static Stream<?> entries(Object data) {
        return data instanceof Map<?, ?> map && map.get("auditLogs") instanceof List<?> entries ? entries.stream()
                : Stream.of();
    }

    private static Optional<RemoteChange> change(Object entry) {
        if (!(entry instanceof Map<?, ?> log) || !(log.get("timestamp") instanceof String time))
            return Optional.empty();
        try {
            return Optional.of(new RemoteChange(who(log), Instant.parse(time), changes(log)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String who(Map<?, ?> log) {
        if (!(log.get("actor") instanceof Map<?, ?> actor)) return "";
        String name = Dialogue.text(actor, "displayName");
        return name.isEmpty() ? Dialogue.text(actor, "displayEmail") : name;
    }

    private static Map<String, String> changes(Map<?, ?> log) {
        var changes = new LinkedHashMap<String, String>();
        if (!(log.get("displayFields") instanceof List<?> fields)) return changes;
        for (Object field : fields) {
            if (field instanceof Map<?, ?> shown && shown.get("fieldValue") instanceof Map<?, ?> value) {
                changes.put(Dialogue.text(shown, "label"), String.valueOf(value.get("value")));
            }
        }
        return changes;
    }
}
