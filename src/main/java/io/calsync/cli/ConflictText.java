package io.calsync.cli;

import io.calsync.domain.Choice;
import io.calsync.domain.FieldState;
import io.calsync.domain.Link;
import io.calsync.sync.Review;
import io.calsync.sync.ServiceView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A service that waits for a person, as scripts read it.
final class ConflictText {
    private final Console console;

    ConflictText(Console console) {
        this.console = console;
    }

    Map<String, @Nullable Object> json(ServiceView view) {
        var json = Json.object();
        json.put("id", view.id());
        json.put("name", view.name());
        json.put("eventTypeId", view.row().link().linked() ? view.row().link().eventTypeId() : null);
        json.put("version", view.row().version());
        json.put("gone", view.row().link().state() == Link.State.GONE);
        json.put("firstSeen", Json.time(view.row().times().calcomChanged()));
        var fields = Json.object();
        for (FieldState state : Review.questions(view)) {
            var field = new ServiceText(console).compared(view, state);
            field.put("choices", choices(view, state));
            fields.put(state.field().key(), field);
        }
        json.put("fields", fields);
        return json;
    }

    /// What a person may choose for a field.
    static List<String> choices(ServiceView view, FieldState state) {
        return Stream.of(Choice.values())
                .filter(choice -> state.unavailable(choice, view.row(), view.outlook().rules()).isEmpty())
                .map(Refusals::word).toList();
    }
}
