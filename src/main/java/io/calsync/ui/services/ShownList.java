package io.calsync.ui.services;

import io.calsync.exchange.ListColumn;
import io.calsync.exchange.ServiceList;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// What the table shows, as it shows it, ready for a file.
record ShownList(UiContext ui, ServiceTable model, TableView<ServiceRow> table) {
    /// With the number first, by which an import finds a service again.
    ServiceList of(String search) {
        var columns = new ArrayList<ListColumn>(List.of(ListColumn.About.ID));
        table.getColumns().stream().filter(TableColumn::isVisible)
                .forEach(column -> columns.addAll(TableLayout.column(column).exported()));
        var services = model.chosen().stream().map(row -> row.get().view()).toList();
        return new ServiceList(ui.words().say("list.sheet"), about(search, services.size()), columns, services);
    }

    /// How it was chosen, for example "2 services · Sync: error · search “cut”".
    private String about(String search, int count) {
        var text = new FacetText(ui);
        var filter = model.selection().get().filter();
        var parts = new ArrayList<String>();
        parts.add(ui.words().texts().count("list.count", count));
        filter.values().forEach((facet, values) -> parts.add(text.narrowed(facet, values)));
        filter.ranges().forEach((measure, range) -> parts.add(text.narrowed(measure, range)));
        if (!search.isEmpty()) parts.add(ui.words().say("list.searched", search));
        return String.join("  ·  ", parts);
    }
}
