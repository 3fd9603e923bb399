package io.calsync.ui.settings;

import io.calsync.ui.kit.Command;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import io.calsync.ui.kit.Wrap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The settings screen: subjects on the left, one of them on the right.
public final class SettingsView implements View {
    private final UiContext ctx;
    private final Parent root;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<ToggleButton, Page> pages = new LinkedHashMap<>();
    private final Map<ToggleButton, Section> sections = new HashMap<>();
    private final Look look;

    @FXML private Wrap subjects;
    @FXML private ScrollPane page;

    public SettingsView(UiContext ctx, SettingsPorts ports) {
        this.ctx = ctx;
        this.root = Fxml.load(this, ctx.words().texts());
        this.look = new Look(ctx, ports.preferences());
        add("connection", Feather.LINK_2, () -> new ConnectionSection(ctx, ports.connector()));
        add("policies", Feather.SLIDERS, () -> new PolicySection(ctx));
        add("appearance", Feather.SUN, () -> new AppearanceSection(ctx, look));
        add("notifications", Feather.BELL, () -> new NotificationSection(ctx, ports.preferences()));
        add("operator", Feather.USER, () -> new OperatorSection(ctx, ports.preferences()));
        add("pace", Feather.ACTIVITY, () -> new PaceSection(ctx, ports.preferences()));
        add("data", Feather.DATABASE, () -> new DataSection(ctx, ports.data()));
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) group.selectToggle(before);
            else open();
        });
        group.selectToggle(group.getToggles().getFirst());
    }

    /// One subject; its section is made when it is first opened.
    private record Page(String name, Ikon icon, Supplier<Section> section) {}

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(long serviceId) {
        open();
        if (group.getSelectedToggle() instanceof ToggleButton chosen) chosen.requestFocus();
    }

    /// Each page, and what can be chosen of the look.
    @Override
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        pages.forEach((button, page) -> commands.add(new Command(
                say("palette.choice", say(Screen.SETTINGS.key()), say("settings." + page.name)),
                say("settings." + page.name + ".means"), page.icon, null, true, () -> {
                    group.selectToggle(button);
                    ctx.navigation().open(Screen.SETTINGS);
                })));
        commands.addAll(look.commands());
        return commands;
    }

    private void open() {
        if (!(group.getSelectedToggle() instanceof ToggleButton chosen)) return;
        var section =
                sections.computeIfAbsent(chosen, button -> Objects.requireNonNull(pages.get(button)).section.get());
        page.setContent(section);
        page.setVvalue(0);
        section.shown();
    }

    private void add(String name, Ikon icon, Supplier<Section> section) {
        var button = new ToggleButton(say("settings." + name), Icons.of(icon));
        button.setId("open-" + name);
        button.getStyleClass().add("settings-subject");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        HBox.setHgrow(button, Priority.SOMETIMES);
        pages.put(button, new Page(name, icon, section));
        subjects.getChildren().add(button);
    }

    private String say(String key, Object... args) {
        return ctx.words().say(key, args);
    }
}
