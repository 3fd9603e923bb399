package io.calsync.ui.services;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Measure;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;

/// The chips above the table: one for each status, one for each further criterion that is set, and the way to more of
/// them. Each says how many services it would show.
final class FilterBar {
    /// A chip that is always there, for one value of a facet.
    private record Fixed(Facet facet, String value, ToggleButton button) {}

    private final UiContext ui;
    private final ServiceTable model;
    private final FacetText text;
    private final ToggleButton all = new ToggleButton();
    private final List<Fixed> fixed = new ArrayList<>();
    private final Map<Facet, MenuButton> facets = new EnumMap<>(Facet.class);
    private final Map<Measure, Button> measures = new EnumMap<>(Measure.class);
    private final Button only;
    private final Button clear;

    FilterBar(Pane box, UiContext ui, ServiceTable model, Runnable clearAll) {
        this.ui = ui;
        this.model = model;
        this.text = new FacetText(ui);
        this.only = chip(Action.SHOW_ALL.button(ui.words(), () -> choose(now -> now.withOnly(Set.of()))), "show-all");
        this.clear = chip(Action.CLEAR_FILTERS.button(ui.words(), clearAll), "clear-filters");
        prepareAll();
        for (SyncStatus status : SyncStatus.values()) add(Facet.STATUS, status.name(), StatusLook.of(status));
        add(Facet.BOOKABLE, Facet.NO, StatusLook.ofBookable(false));
        box.getChildren().add(all);
        fixed.forEach(chip -> box.getChildren().add(chip.button));
        for (Facet facet : Facet.values()) box.getChildren().add(chip(facet));
        for (Measure measure : Measure.values()) box.getChildren().add(chip(measure));
        box.getChildren().addAll(only, more(), clear);
        model.selection().subscribe(_ -> show());
        model.counts().subscribe(_ -> show());
    }

    private void prepareAll() {
        chip(all, "chip-all");
        all.setTooltip(new Tooltip(ui.words().say("chip.all.tip")));
        all.setOnAction(_ -> choose(FilterBar::withoutChips));
    }

    private void add(Facet facet, String value, StatusLook look) {
        String name = facet == Facet.STATUS ? value.toLowerCase(Locale.ROOT) : "not-" + facet.id();
        var button = chip(new ToggleButton(), "chip-" + name);
        button.setGraphic(Icons.of(look.icon()));
        button.getStyleClass().addAll("look", look.styleClass());
        button.setTooltip(new Tooltip(ui.words().say(look.meaning())));
        button.setOnAction(_ -> choose(filter -> withoutChips(filter).with(facet, Set.of(value))));
        fixed.add(new Fixed(facet, value, button));
    }

    /// The status is chosen by its own chips, several of them through the menu.
    private MenuButton chip(Facet facet) {
        var button = chip(new MenuButton(), "facet-" + facet.id());
        button.setOnShowing(_ -> button.getItems().setAll(new FacetItems(text, model, facet).items()));
        facets.put(facet, button);
        return button;
    }

    private Button chip(Measure measure) {
        var button = chip(new Button(), "measure-" + measure.field().key());
        button.setOnAction(_ -> new RangeDialog(ui, model, measure).show(button));
        measures.put(measure, button);
        return button;
    }

    private MenuButton more() {
        var words = ui.words();
        var more = chip(new MenuButton(words.say("filter.add"), Icons.of(Feather.PLUS)), "add-filter");
        more.setTooltip(new Tooltip(words.say("filter.add.tip")));
        for (Facet facet : Facet.values()) {
            var menu = new Menu(text.name(facet));
            menu.setId("menu-" + facet.id());
            menu.getItems().add(new SeparatorMenuItem());
            menu.setOnShowing(_ -> menu.getItems().setAll(new FacetItems(text, model, facet).items()));
            more.getItems().add(menu);
        }
        for (Measure measure : Measure.values()) {
            var item = new MenuItem(words.say("filter.range", text.name(measure)));
            item.setId("menu-" + measure.field().key());
            item.setOnAction(_ -> new RangeDialog(ui, model, measure).show(more));
            more.getItems().add(item);
        }
        return more;
    }

    private void show() {
        var filter = model.selection().get().filter();
        var counts = model.counts().get();
        label(all, ui.words().say("chip.all"), counts.all());
        all.setSelected(withoutChips(filter).equals(filter));
        for (Fixed chip : fixed) {
            label(chip.button, text.value(chip.facet, chip.value), counts.of(chip.facet, chip.value));
            chip.button.setSelected(filter.values(chip.facet).contains(chip.value));
        }
        facets.forEach((facet, button) -> {
            var values = filter.values(facet);
            visible(button, !values.isEmpty() && !FacetCounts.CHIPS.contains(facet));
            button.setText(text.narrowed(facet, values));
        });
        measures.forEach((measure, button) -> {
            visible(button, filter.ranges().containsKey(measure));
            button.setText(text.narrowed(measure, filter.range(measure)));
        });
        only.setText(ui.words().texts().count("services.only", filter.only().size()));
        visible(only, !filter.only().isEmpty());
        visible(clear, !withoutChips(filter).equals(Filter.NONE));
    }

    private void label(ToggleButton button, String name, int count) {
        String label = name + "  " + ui.words().say("chip.count", count);
        button.setText(label);
        button.setAccessibleText(label);
    }

    private void choose(UnaryOperator<Filter> change) {
        model.select(now -> now.with(change.apply(now.filter())));
        // A chip that is pressed again has switched itself, and stays on.
        show();
    }

    private static Filter withoutChips(Filter filter) {
        for (Facet facet : FacetCounts.CHIPS) filter = filter.with(facet, Set.of());
        return filter;
    }

    private static <T extends ButtonBase> T chip(T button, String id) {
        button.setId(id);
        button.getStyleClass().add("chip");
        return button;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
