package io.calsync.ui.services.exchange;

import io.calsync.domain.Company;
import io.calsync.exchange.CsvTable;
import io.calsync.exchange.ImportPlan;
import io.calsync.exchange.Key;
import io.calsync.exchange.Matching;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import io.calsync.ui.kit.Wrap;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// How a file is to be read: what its columns mean, what finds a service, and where new ones belong.
final class ImportChoices extends VBox {
    private final Words words;
    private final CsvTable table;
    private final ComboBox<Item<Key>> key = new ComboBox<>();
    private final ComboBox<Item<Long>> company = new ComboBox<>();
    private final TitledPane columns;
    private Matching matching;

    /// What a box offers, with its words.
    private record Item<T>(T value, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /// @param changed called whenever something else is chosen
    /// @param resized called when it needs another height
    ImportChoices(UiContext ui, CsvTable table, Runnable changed, Runnable resized) {
        this.words = ui.words();
        this.table = table;
        this.matching = Matching.proposed(table.header());
        this.columns = columns(changed, resized);
        key.setId("import-key");
        keys();
        key.setOnAction(_ -> changed.run());
        company.setId("import-company");
        company.getItems().add(new Item<>(0L, words.say("import.no-new")));
        for (Company one : ui.services().companies()) company.getItems().add(new Item<>(one.id(), one.name()));
        company.getSelectionModel().selectFirst();
        company.setOnAction(_ -> changed.run());
        var row = new Wrap(labelled("import.key", key), labelled("import.company", company));
        row.getStyleClass().add("import-choices");
        getStyleClass().add("dialog-text");
        getChildren().addAll(columns, row);
    }

    /// Empty while no column is known by which a service can be found.
    Optional<ImportPlan.Choices> chosen() {
        return Optional.ofNullable(key.getValue())
                .map(by -> new ImportPlan.Choices(matching, by.value, company.getValue().value));
    }

    private TitledPane columns(Runnable changed, Runnable resized) {
        var scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("import-columns");
        var pane = new TitledPane(read(), scroll);
        scroll.setContent(new MatchingGrid(table, matching, words, now -> {
            matching = now;
            pane.setText(read());
            keys();
            changed.run();
        }));
        pane.setId("import-columns");
        pane.setExpanded(Key.in(matching).isEmpty());
        pane.setAnimated(false);
        pane.heightProperty().subscribe(resized);
        return pane;
    }

    private String read() {
        long read = matching.columns().stream().filter(Optional::isPresent).count();
        return words.say("import.columns", read, matching.columns().size());
    }

    private Node labelled(String text, ComboBox<?> box) {
        var label = new Label(words.say(text));
        label.setLabelFor(box);
        label.setMinWidth(USE_PREF_SIZE);
        box.setMinWidth(USE_PREF_SIZE);
        var row = new Wrap(label, box);
        row.getStyleClass().add("toolbar");
        return row;
    }

    /// The ways there are to find a service change with the meaning of the columns.
    private void keys() {
        var before = key.getValue();
        var items = Key.in(matching).stream().map(one -> new Item<>(one, one.column().title(words.texts()))).toList();
        key.getItems().setAll(items);
        if (items.contains(before)) key.setValue(before);
        else key.getSelectionModel().selectFirst();
    }
}
