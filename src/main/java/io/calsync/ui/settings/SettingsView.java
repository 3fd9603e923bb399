package io.calsync.ui.settings;

import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The settings screen: subjects on the left, one of them on the right.
public final class SettingsView implements View {
    private final UiContext ctx;
    private final Parent root;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<ToggleButton, Section> sections = new LinkedHashMap<>();

    @FXML private VBox subjects;
    @FXML private ScrollPane page;

    public SettingsView(UiContext ctx, SettingsPorts ports) {
        this.ctx = ctx;
        this.root = Fxml.load(this, ctx.words().texts());
        add("connection", Feather.LINK_2, new ConnectionSection(ctx, ports.connector()));
        add("policies", Feather.SLIDERS, new PolicySection(ctx));
        add("appearance", Feather.SUN, new AppearanceSection(ctx, ports.preferences()));
        add("notifications", Feather.BELL, new NotificationSection(ctx, ports.preferences()));
        add("operator", Feather.USER, new OperatorSection(ctx, ports.preferences()));
        add("pace", Feather.ACTIVITY, new PaceSection(ctx, ports.preferences()));
        add("data", Feather.DATABASE, new DataSection(ctx, ports.data()));
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) group.selectToggle(before);
            else open();
        });
        group.selectToggle(group.getToggles().getFirst());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(long serviceId) {
        open();
        if (group.getSelectedToggle() instanceof ToggleButton chosen) chosen.requestFocus();
    }

    private void open() {
        if (!(group.getSelectedToggle() instanceof ToggleButton chosen)) return;
        var section = sections.get(chosen);
        if (section == null) return;
        page.setContent(section);
        page.setVvalue(0);
        section.shown();
    }

    private void add(String name, Ikon icon, Section section) {
        var button = new ToggleButton(ctx.words().say("settings." + name), Icons.of(icon));
        button.setId("open-" + name);
        button.getStyleClass().add("settings-subject");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        sections.put(button, section);
        subjects.getChildren().add(button);
    }
}
