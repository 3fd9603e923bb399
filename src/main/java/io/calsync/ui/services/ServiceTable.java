package io.calsync.ui.services;

import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.LiveServices;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the table shows: the live services, searched, filtered and sorted off the UI thread. UI thread only.
final class ServiceTable {
    private final UiContext ui;
    private final Map<Long, ServiceRow> rows = new LinkedHashMap<>();
    private final ObservableList<ServiceRow> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.START);
    private final ReadOnlyObjectWrapper<FacetCounts> counts = new ReadOnlyObjectWrapper<>(FacetCounts.NONE);
    /// All rows as they were ordered last, the chosen ones among them.
    private List<ServiceRow> ordered = List.of();
    private List<ServiceRow> chosen = List.of();
    private boolean busy;
    private boolean outdated;

    ServiceTable(UiContext ui) {
        this.ui = ui;
        ui.services().listen(this::changed);
        if (ui.services().loaded().get()) readAll(ui.services().all().stream().toList());
    }

    /// What the table shows, heads of groups included.
    ObservableList<ServiceRow> lines() {
        return lines;
    }

    /// The services that are chosen, in their order, those of closed groups included.
    List<ServiceRow> chosen() {
        return chosen;
    }

    ReadOnlyObjectProperty<FacetCounts> counts() {
        return counts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Selection> selection() {
        return selection.getReadOnlyProperty();
    }

    Optional<ServiceRow> row(long serviceId) {
        return Optional.ofNullable(rows.get(serviceId));
    }

    int size() {
        return rows.size();
    }

    void select(UnaryOperator<Selection> change) {
        var wanted = change.apply(selection.get());
        if (wanted.equals(selection.get())) return;
        selection.set(wanted);
        refresh();
    }

    private void changed(LiveServices.Change change) {
        if (change.all()) {
            readAll(List.copyOf(change.changed()));
            return;
        }
        var maker = maker();
        change.changed().forEach(view -> put(maker.of(view)));
        change.removed().forEach(rows::remove);
        refresh();
    }

    private void readAll(List<ServiceView> views) {
        var maker = maker();
        ui.background().call(() -> maker.of(views)).result(made -> {
            var kept = new LinkedHashMap<>(rows);
            ordered = List.of();
            rows.clear();
            for (RowData data : made) {
                if (kept.get(data.id()) instanceof ServiceRow row) rows.put(data.id(), row);
                put(data);
            }
            refresh();
        }).start();
    }

    private void put(RowData data) {
        var row = rows.get(data.id());
        if (row == null) rows.put(data.id(), new ServiceRow(data));
        else if (row.get().view().row().version() <= data.view().row().version()) row.set(data);
    }

    private RowMaker maker() {
        return new RowMaker(ui.services().companies(), ui.words().texts().locale());
    }

    /// Selects anew; what is asked for while that runs is done once, after it.
    private void refresh() {
        outdated = busy;
        if (busy) return;
        busy = true;
        var wanted = selection.get();
        var candidates = new ArrayList<Selection.Candidate>(rows.size());
        var all = ordered.size() == rows.size() ? ordered : rows.values();
        for (ServiceRow row : all) candidates.add(new Selection.Candidate(row, row.get()));
        var now = ui.clock().instant();
        ui.background().call(() -> wanted.of(candidates, now)).result(this::show).always(this::refreshed).start();
    }

    private void refreshed() {
        busy = false;
        if (outdated) refresh();
    }

    private void show(Selection.Outcome outcome) {
        counts.set(outcome.counts());
        chosen = outcome.rows();
        ordered = outcome.ordered();
        if (!lines.equals(outcome.lines())) lines.setAll(outcome.lines());
    }
}
