package io.calsync.ui.shell;

import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The screens to go to, on the left; Settings at the bottom, a count beside Review.
final class NavigationBar {
    private final UiContext ui;
    private final Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);
    private final ToggleGroup group = new ToggleGroup();

    /// @param palette opens the command palette
    NavigationBar(VBox box, UiContext ui, Set<Screen> screens, Runnable palette) {
        this.ui = ui;
        var name = new Label(ui.words().say("app.name"), Icons.of(Feather.REPEAT));
        name.getStyleClass().add("app-name");
        var commands = Action.PALETTE.button(ui.words(), palette);
        commands.getStyleClass().add("palette-button");
        commands.setMaxWidth(Double.MAX_VALUE);
        box.getChildren().addAll(name, commands, new Bell(ui).button());
        for (Screen screen : Screen.values()) {
            if (!screens.contains(screen)) continue;
            if (screen == Screen.SETTINGS) box.getChildren().add(spring());
            box.getChildren().add(button(screen));
        }
    }

    void select(Screen screen) {
        buttons.forEach((one, button) -> button.setSelected(one == screen));
    }

    private ToggleButton button(Screen screen) {
        var words = ui.words();
        var button = new ToggleButton();
        button.setId("go-" + screen.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.getStyleClass().add("nav-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setTooltip(new Tooltip(words.say(screen.key()) + "  (" + words.show(screen.keys()) + ")"));
        button.setOnAction(_ -> {
            button.setSelected(true);
            ui.navigation().open(screen);
        });
        var label = new Label(words.say(screen.key()), Icons.of(screen.icon()));
        var spring = spring();
        var content = new HBox(label, spring);
        button.setGraphic(content);
        button.setAccessibleText(words.say(screen.key()));
        if (screen == Screen.REVIEW) content.getChildren().add(badge(button));
        buttons.put(screen, button);
        return button;
    }

    /// How many services wait for a person.
    private Label badge(ToggleButton button) {
        var words = ui.words();
        var badge = new Label();
        badge.setId("review-count");
        badge.getStyleClass().add("count-badge");
        ui.services().conflicts().subscribe(count -> {
            badge.setText(words.say("chip.count", count));
            badge.setVisible(count.intValue() > 0);
            String waiting = words.texts().count("review.waiting", count.longValue());
            button.setAccessibleText(words.say(Screen.REVIEW.key()) + ", " + waiting);
        });
        return badge;
    }

    private static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
