package io.calsync.ui.services.exchange;

import io.calsync.ui.kit.Wrap;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/// Which lines of an import are looked at.
final class PartChips extends Wrap {
    private final Map<Preview.Part, ToggleButton> chips = new EnumMap<>(Preview.Part.class);

    PartChips(Consumer<Preview.Part> chosen) {
        var group = new ToggleGroup();
        getStyleClass().add("chips");
        for (Preview.Part part : Preview.Part.values()) {
            var chip = new ToggleButton();
            chip.setId("import-" + part.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().add("chip");
            chip.setToggleGroup(group);
            chip.setOnAction(_ -> chosen.accept(part));
            chips.put(part, chip);
            getChildren().add(chip);
        }
    }

    void name(Function<Preview.Part, String> text) {
        chips.forEach((part, chip) -> chip.setText(text.apply(part)));
    }

    void select(Preview.Part part) {
        Objects.requireNonNull(chips.get(part)).setSelected(true);
    }
}
