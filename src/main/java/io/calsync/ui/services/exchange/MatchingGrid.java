package io.calsync.ui.services.exchange;

import io.calsync.exchange.CsvTable;
import io.calsync.exchange.ListColumn;
import io.calsync.exchange.Matching;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// What each column of a file holds: proposed, and to be corrected.
final class MatchingGrid extends GridPane {
    private static final int LONGEST_SAMPLE = 40;

    private final Words words;
    private final List<ComboBox<Meaning>> boxes = new ArrayList<>();
    private final Consumer<Matching> changed;
    private Matching matching;
    private boolean showing;

    /// @param column empty = the column is not read
    private record Meaning(Optional<ListColumn> column, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    MatchingGrid(CsvTable table, Matching matching, Words words, Consumer<Matching> changed) {
        this.words = words;
        this.matching = matching;
        this.changed = changed;
        setId("matching");
        getStyleClass().add("comparison");
        addRow(0, head("import.file-column"), head("import.first-value"), head("import.meaning"));
        for (int column = 0; column < table.header().size(); column++) {
            String name = table.header().get(column);
            addRow(column + 1, new Label(name), sample(table, column), box(column, name));
        }
        show();
    }

    private Label head(String key) {
        var label = new Label(words.say(key));
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label sample(CsvTable table, int column) {
        String text = table.lines().isEmpty() ? "" : table.lines().getFirst().cell(column).orElse("");
        String line = text.lines().findFirst().orElse("");
        return new Label(line.length() <= LONGEST_SAMPLE ? line : line.substring(0, LONGEST_SAMPLE - 1) + "…");
    }

    private ComboBox<Meaning> box(int column, String name) {
        var box = new ComboBox<Meaning>();
        box.setId("meaning-" + column);
        box.setAccessibleText(words.say("import.meaning-of", name));
        box.getItems().add(meaning(Optional.empty()));
        Matching.targets().forEach(target -> box.getItems().add(meaning(Optional.of(target))));
        boxes.add(box);
        box.setOnAction(_ -> {
            if (showing || box.getValue() == null) return;
            matching = matching.with(column, box.getValue().column.orElse(null));
            show();
            changed.accept(matching);
        });
        return box;
    }

    private Meaning meaning(Optional<ListColumn> column) {
        return new Meaning(column,
                column.map(one -> one.title(words.texts())).orElseGet(() -> words.say("import.not-read")));
    }

    /// A meaning that one column takes is lost by another.
    private void show() {
        showing = true;
        for (int column = 0; column < boxes.size(); column++)
            boxes.get(column).setValue(meaning(matching.columns().get(column)));
        showing = false;
    }
}
