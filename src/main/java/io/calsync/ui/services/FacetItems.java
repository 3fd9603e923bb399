package io.calsync.ui.services;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Icons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/// The values of one facet as the items of a menu that stays open while they are chosen.
record FacetItems(FacetText text, ServiceTable model, Facet facet) {
    List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        values().forEach(value -> items.add(item(value)));
        var any = Action.CLEAR_FACET.menuItem(text.ui().words(), () -> choose(Set.of()));
        any.setDisable(chosen().isEmpty());
        items.add(new SeparatorMenuItem());
        items.add(any);
        return items;
    }

    /// Every value that there is, or for names every one that occurs or is chosen.
    private List<String> values() {
        return switch (facet) {
            case STATUS -> names(SyncStatus.values());
            case CHANGED -> names(Facet.Recency.values());
            case BOOKABLE, ACTIVE, ONLINE, LINKED, OWN_POLICY -> List.of(Facet.YES, Facet.NO);
            case CATEGORY, COMPANY, BRANCH -> occurring();
        };
    }

    private List<String> occurring() {
        var values = new TreeSet<>(chosen());
        values.addAll(model.counts().get().of(facet).keySet());
        return values.stream().sorted(Comparator.comparing(value -> text.value(facet, value))).toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private MenuItem item(String value) {
        var label = new Label();
        label.getStyleClass().add("facet-value");
        var item = new CustomMenuItem(label, false);
        item.setId("facet-value-" + value);
        item.setOnAction(_ -> {
            model.select(now -> now.with(now.filter().toggled(facet, value)));
            show(label, value);
        });
        show(label, value);
        return item;
    }

    private void show(Label label, String value) {
        label.setText(text.value(facet, value) + "  "
                + text.ui().words().say("chip.count", model.counts().get().of(facet, value)));
        label.setGraphic(Icons.of(chosen().contains(value) ? Feather.CHECK_SQUARE : Feather.SQUARE));
    }

    private Set<String> chosen() {
        return model.selection().get().filter().values(facet);
    }

    private void choose(Set<String> values) {
        model.select(now -> now.with(now.filter().with(facet, values)));
    }
}
