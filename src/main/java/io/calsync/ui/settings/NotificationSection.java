package io.calsync.ui.settings;

import io.calsync.ui.kit.Alerts;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Whether the system tells of new conflicts and failures, and when it stays quiet. Counts at once.
final class NotificationSection extends Section {
    private final Preferences preferences;
    private final CheckBox system;
    private final ComboBox<Integer> from;
    private final ComboBox<Integer> to;

    NotificationSection(UiContext ctx, Preferences preferences) {
        super(ctx, "notifications");
        this.preferences = preferences;
        var now = preferences.choices().alerts();
        system = new CheckBox(say("settings.notifications.system"));
        system.setId("notify-system");
        system.setSelected(now.system());
        system.setWrapText(true);
        from = hours("quiet-from", say("settings.notifications.from"), now.quietFrom());
        to = hours("quiet-to", say("settings.notifications.to"), now.quietTo());
        var quiet = new Wrap(label("settings.notifications.from", from), from, label("settings.notifications.to", to),
                to);
        quiet.getStyleClass().add("settings-line");
        quiet.disableProperty().bind(system.selectedProperty().not());
        getChildren().addAll(system, line(say("settings.notifications.system.means"), "muted"),
                line(say("settings.notifications.quiet"), "settings-subheading"), quiet,
                line(say("settings.notifications.quiet.means"), "muted"));
        system.selectedProperty().subscribe((_, _) -> save());
        from.valueProperty().subscribe((_, _) -> save());
        to.valueProperty().subscribe((_, _) -> save());
    }

    private void save() {
        var choices = preferences.choices().with(new Alerts(system.isSelected(), from.getValue(), to.getValue()));
        ctx.background().run(() -> preferences.save(choices)).start();
    }

    private Label label(String key, ComboBox<Integer> box) {
        var label = new Label(say(key));
        label.setLabelFor(box);
        return label;
    }

    private ComboBox<Integer> hours(String id, String name, int chosen) {
        var box = new ComboBox<Integer>();
        box.setId(id);
        box.setAccessibleText(name);
        box.getItems().setAll(IntStream.range(0, 24).boxed().toList());
        box.setConverter(new Hours(ctx));
        box.setValue(chosen);
        return box;
    }

    /// An hour as a time of day of the person's language.
    private static final class Hours extends StringConverter<Integer> {
        private final DateTimeFormatter format;

        Hours(UiContext ctx) {
            format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(ctx.words().texts().locale());
        }

        @Override
        public String toString(@Nullable Integer hour) {
            return hour == null ? "" : format.format(LocalTime.of(hour, 0));
        }

        @Override
        public Integer fromString(String text) {
            return LocalTime.parse(text, format).getHour();
        }
    }
}
