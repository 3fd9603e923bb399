package io.calsync.ui.services;

import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The chips above the table, each with the number it would show.
final class ChipBar {
    private record Shown(Chip chip, ToggleButton button) {}

    private final Words words;
    private final List<Shown> chips = new ArrayList<>();

    ChipBar(HBox box, Words words, Consumer<Chip> chosen) {
        this.words = words;
        var group = new ToggleGroup();
        for (Chip chip : Chip.values()) {
            var button = new ToggleButton();
            button.setId("chip-" + chip.id());
            button.setToggleGroup(group);
            button.getStyleClass().add("chip");
            dress(button, chip);
            button.setOnAction(_ -> {
                // A chip that is pressed again stays on: there is always one.
                button.setSelected(true);
                chosen.accept(chip);
            });
            chips.add(new Shown(chip, button));
            box.getChildren().add(button);
        }
        select(new Chip.All());
        show(Selection.Counts.NONE);
    }

    void show(Selection.Counts counts) {
        for (Shown shown : chips) {
            String text = name(shown.chip) + "  " + words.say("chip.count", counts.of(shown.chip));
            shown.button.setText(text);
            shown.button.setAccessibleText(text);
        }
    }

    void select(Chip chip) {
        chips.forEach(shown -> shown.button.setSelected(shown.chip.equals(chip)));
    }

    private String name(Chip chip) {
        return switch (chip) {
            case Chip.All() -> words.say("chip.all");
            case Chip.OfStatus(var status) -> words.say(StatusLook.of(status).key());
            case Chip.NotBookable() -> words.say(StatusLook.ofBookable(false).key());
        };
    }

    private void dress(ToggleButton button, Chip chip) {
        switch (chip) {
            case Chip.All() -> button.setTooltip(new Tooltip(words.say("chip.all.tip")));
            case Chip.OfStatus(var status) -> dress(button, StatusLook.of(status));
            case Chip.NotBookable() -> dress(button, StatusLook.ofBookable(false));
        }
    }

    private void dress(ToggleButton button, StatusLook look) {
        button.setGraphic(Icons.of(look.icon()));
        button.getStyleClass().addAll("look", look.styleClass());
        button.setTooltip(new Tooltip(words.say(look.meaning())));
    }
}
