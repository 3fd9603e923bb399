package io.calsync.ui.kit;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.sync.PolicyPreview.Outcome;
import io.calsync.sync.ServiceView;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// What a decision over many services would change, one value a line: where, what is there now, and what comes.
public final class OutcomeTable extends TableView<OutcomeTable.Line> {
    private static final double LINE = 30;
    private static final double HEADER = 38;
    private static final int MOST_LINES = 6;
    private static final int LEAST_LINES = 3;

    private final Words words;

    /// @param then "" where nothing is replaced
    public record Line(String service, String field, String where, String now, String then) {}

    public OutcomeTable(Words words) {
        this.words = words;
        setId("outcome-table");
        getStyleClass().add("dense");
        setAccessibleText(words.say("outcome.title"));
        setFixedCellSize(LINE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(words.say("outcome.none")));
        getColumns().add(column("outcome.service", 150, Line::service));
        getColumns().add(column("outcome.field", 110, Line::field));
        getColumns().add(column("outcome.where", 190, Line::where));
        getColumns().add(column("outcome.now", 120, Line::now));
        getColumns().add(column("outcome.then", 120, Line::then));
        show(List.of());
    }

    public void show(List<Line> lines) {
        getItems().setAll(lines);
        setMinHeight(LINE * Math.clamp(lines.size(), 1, LEAST_LINES) + HEADER);
        setPrefHeight(LINE * Math.clamp(lines.size(), 1, MOST_LINES) + HEADER);
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

    private TableColumn<Line, String> column(String key, double width, Function<Line, String> text) {
        var column = new TextColumn<>(words.say(key), width, text);
        column.setSortable(false);
        return column;
    }
}
