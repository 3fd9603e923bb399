package io.calsync.ui.overview;

import io.calsync.sync.Activity;
import io.calsync.sync.Activity.Day;
import io.calsync.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The last days, each as a bar of what was pushed and what was found changed at Cal.com.
record DayBars(Words words) {
    private static final double HEIGHT = 96;
    private static final int LABEL_EVERY = 5;

    Node of(Activity activity) {
        var grid = new GridPane();
        grid.getStyleClass().add("overview-days");
        int highest = activity.days().stream().mapToInt(day -> day.pushes() + day.differences()).max().orElse(0);
        for (int i = 0; i < activity.days().size(); i++) {
            var day = activity.days().get(i);
            var equal = new ColumnConstraints();
            equal.setPercentWidth(100.0 / activity.days().size());
            equal.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(equal);
            grid.add(bar(day, Math.max(1, highest)), i, 0);
            int before = i - LABEL_EVERY / 2;
            boolean middle = before % LABEL_EVERY == 0 && before + LABEL_EVERY <= activity.days().size();
            if (middle) grid.add(date(day), before, 1, LABEL_EVERY, 1);
        }
        return grid;
    }

    private Node bar(Day day, int highest) {
        var bar = new VBox(part("overview-differences", day.differences(), highest),
                part("overview-pushes", day.pushes(), highest));
        bar.setAlignment(Pos.BOTTOM_CENTER);
        bar.setMinHeight(HEIGHT);
        bar.getStyleClass().add("overview-day");
        Tooltip.install(bar, new Tooltip(words.say("overview.day", words.times().day(day.date()), day.pushes(),
                day.differences())));
        return bar;
    }

    private static Region part(String styleClass, int count, int highest) {
        var part = new Region();
        part.getStyleClass().add(styleClass);
        double height = count == 0 ? 0 : Math.max(3, HEIGHT * count / highest);
        part.setMinHeight(height);
        part.setMaxHeight(height);
        return part;
    }

    private Label date(Day day) {
        var label = new Label(words.times().day(day.date()));
        label.getStyleClass().add("muted");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER);
        return label;
    }
}
