package io.calsync.ui.services;

import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A composite service as a bar of its parts, each as wide as it is long, with every part in words below and a warning where
/// they do not add up to the service's duration.
record SegmentsPicture(Words words, Segments segments, long duration) {
    Node node() {
        var box = new VBox(bar());
        box.setId("segments");
        box.getStyleClass().add("segments");
        for (Segments.Part part : segments.parts()) box.getChildren().add(line(part));
        if (segments.minutes() != duration) box.getChildren().add(warning());
        return box;
    }

    private GridPane bar() {
        var bar = new GridPane();
        bar.getStyleClass().add("segments-bar");
        var columns = new ArrayList<ColumnConstraints>();
        for (Segments.Part part : segments.parts()) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 * part.minutes() / segments.minutes());
            columns.add(column);
            var block = new Label(words.say("chip.count", part.minutes()));
            block.getStyleClass().addAll("segment", part.staff() ? "segment-staff" : "segment-gap");
            block.setMaxWidth(Double.MAX_VALUE);
            bar.add(block, columns.size() - 1, 0);
        }
        bar.getColumnConstraints().setAll(columns);
        bar.setAccessibleText(segments.parts().stream().map(this::said).collect(Collectors.joining(", ")));
        return bar;
    }

    private Label line(Segments.Part part) {
        return text(said(part), part.staff() ? Feather.USER : Feather.COFFEE);
    }

    private String said(Segments.Part part) {
        String name = part.name().isEmpty() ? words.say("segments.gap") : part.name();
        return words.say(part.staff() ? "segments.part" : "segments.part.gap", name, part.minutes());
    }

    private Label warning() {
        var warning = text(words.say("segments.sum", segments.minutes(), duration), Feather.ALERT_TRIANGLE);
        warning.setId("segments-sum");
        warning.getStyleClass().addAll(List.of("look", "look-warning"));
        return warning;
    }

    private static Label text(String text, Feather icon) {
        var label = new Label(text, Icons.of(icon));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
