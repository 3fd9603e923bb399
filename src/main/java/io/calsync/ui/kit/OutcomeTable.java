package io.calsync.ui.kit;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.sync.PolicyPreview.Outcome;
import io.calsync.sync.ServiceView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a decision over many services would change, one value a line: where, what is there now, and what comes.
public final class OutcomeTable extends TextTable<OutcomeTable.Line> {
    private static final int MOST_LINES = 6;

    /// @param then "" where nothing is replaced
    public record Line(String service, String field, String where, String now, String then) {}

    public OutcomeTable(UiContext ui) {
        super(ui, "outcome-table", "outcome.title", "outcome.none");
        add("outcome.service", 150, Line::service);
        add("outcome.field", 110, Line::field);
        add("outcome.where", 190, Line::where);
        add("outcome.now", 120, Line::now);
        add("outcome.then", 120, Line::then);
        show(List.of());
    }

    public void show(List<Line> lines) {
        getItems().setAll(lines);
        room(Math.clamp(lines.size(), 1, MOST_LINES));
    }

    /// What a rule makes of one field.
    public Line of(Outcome outcome) {
        return switch (outcome.effect()) {
            case PUSH -> of(outcome.view(), outcome.field(), Choice.PLATFORM);
            case TAKE -> of(outcome.view(), outcome.field(), Choice.CALCOM);
            case ASK, LEAVE -> line(outcome.view(), outcome.field(), outcome.effect().name(),
                    outcome.view().values().raw(outcome.field()), null);
        };
    }

    /// What a person's choice makes of one field.
    public Line of(ServiceView view, Field field, Choice choice) {
        Object ours = view.values().raw(field);
        Object theirs = view.row().calcom().raw(field);
        return switch (choice) {
            case PLATFORM -> line(view, field, choice.name(), theirs, ours);
            case CALCOM -> line(view, field, choice.name(), ours, theirs);
            case ACCEPT -> line(view, field, choice.name(), ours, null);
        };
    }

    private Line line(ServiceView view, Field field, String effect, @Nullable Object now, @Nullable Object then) {
        return new Line(view.name(), words.texts().label(field),
                words.say("outcome." + effect.toLowerCase(Locale.ROOT)), words.values().show(field, now),
                then == null ? "" : words.values().show(field, then));
    }
}
