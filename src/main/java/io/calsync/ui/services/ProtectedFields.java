package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Words;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the Platform keeps for itself: shown, with a lock and the reason, never edited.
final class ProtectedFields {
    private final Words words;

    ProtectedFields(Words words) {
        this.words = words;
    }

    List<Node> lines(RowData row) {
        return Arrays.stream(Field.values())
                .filter(field -> field.kind() == Field.Kind.PROTECTED)
                .map(field -> node(field, row))
                .toList();
    }

    private Node node(Field field, RowData row) {
        var values = row.view().values();
        var segments = Segments.of(field == Field.SEGMENTS ? values.text(field) : "");
        if (segments.parts().isEmpty()) return line(field, value(field, row));
        long duration = values.raw(Field.DURATION) instanceof Long minutes ? minutes : 0;
        return new VBox(name(field), new SegmentsPicture(words, segments, duration).node());
    }

    private String value(Field field, RowData row) {
        return switch (field) {
            case COMPANY -> row.company();
            case BRANCH -> row.branch().isEmpty() ? words.say("details.whole-company") : row.branch();
            default -> words.values().show(field, row.view().values().raw(field));
        };
    }

    private Node line(Field field, String text) {
        var label = name(field);
        var value = new Label(text);
        value.setId("protected-" + field.key());
        value.setWrapText(true);
        var why = label.getTooltip();
        value.setTooltip(why);
        value.setAccessibleText(words.texts().label(field) + ": " + text);
        value.setAccessibleHelp(why.getText());
        return new HBox(label, value);
    }

    private Label name(Field field) {
        var label = new Label(words.texts().label(field), Icons.of(Feather.LOCK));
        label.getStyleClass().addAll("muted", "protected-name");
        label.setTooltip(new Tooltip(words.say("edit.protected", words.texts().label(field))));
        return label;
    }
}
