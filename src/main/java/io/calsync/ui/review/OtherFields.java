package io.calsync.ui.review;

import io.calsync.domain.Field;
import io.calsync.domain.Standing;
import io.calsync.domain.Verdict;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The fields on which there is nothing to decide, folded away.
final class OtherFields extends TitledPane {
    private static final int LONGEST = 80;

    private final ServiceView view;
    private final Words words;

    OtherFields(ServiceView view, Set<Field> fields, Words words) {
        this.view = view;
        this.words = words;
        setId("other-fields");
        getStyleClass().addAll("dense", "other-fields");
        setExpanded(false);
        setAnimated(false);
        boolean allAgree = fields.stream().allMatch(field -> view.outlook().state(field).verdict() == Verdict.AGREED);
        setText(words.texts().count(allAgree ? "review.agree" : "review.others", fields.size()));
        var rows = new VBox();
        fields.forEach(field -> rows.getChildren().add(row(field)));
        setContent(rows);
    }

    private Sides row(Field field) {
        var line = new Sides();
        line.getStyleClass().add("other-field");
        line.show(List.of("", "", words.say("review.column.platform"), words.say("review.column.calcom")),
                List.of(text(words.texts().label(field)), muted(words.say(key(field))),
                        text(shown(field, view.row().platform().raw(field))),
                        text(shown(field, view.row().calcom().raw(field)))));
        return line;
    }

    private String shown(Field field, @Nullable Object value) {
        String text = words.values().show(field, value).replace('\n', ' ');
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /// A standing says more than the verdict below it, where there is one.
    private String key(Field field) {
        var state = view.outlook().state(field);
        var what = state.standing() == Standing.CLEAR ? state.verdict() : state.standing();
        return "review.state." + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Label muted(String text) {
        var label = text(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label text(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
