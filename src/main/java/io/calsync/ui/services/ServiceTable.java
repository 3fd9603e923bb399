package io.calsync.ui.services;

import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.LiveServices;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the table shows: the live services, searched, filtered and sorted off the UI thread. UI thread only.
final class ServiceTable {
    private final UiContext ui;
    /// Replaced as a whole when everything was read anew; read off the UI thread for that.
    private Map<Long, ServiceRow> rows = new ConcurrentHashMap<>();
    private final List<LiveServices.Change> meanwhile = new ArrayList<>();
    private final ObservableList<ServiceRow> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.START);
    private final ReadOnlyObjectWrapper<FacetCounts> counts = new ReadOnlyObjectWrapper<>(FacetCounts.NONE);
    private final AtomicReference<Supplier<FacetCounts>> uncounted = new AtomicReference<>(() -> FacetCounts.NONE);
    private final Consumer<Set<Long>> counting;
    /// All of them, in the order of the table when it last showed all.
    private Collection<ServiceRow> all = rows.values();
    private List<ServiceRow> chosen = List.of();
    private List<ServiceRow> hidden = List.of();
    private int readings;
    private boolean othersCame;
    private boolean busy;
    private boolean outdated;

    ServiceTable(UiContext ui) {
        this.ui = ui;
        this.counting = ui.background().coalesced(_ -> uncounted.get().get(), counts::set);
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

    /// Those of them that are in closed groups.
    List<ServiceRow> hidden() {
        return hidden;
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
            readAll(change.changed());
            return;
        }
        if (readings > 0) meanwhile.add(change);
        take(change);
        refresh();
    }

    private void take(LiveServices.Change change) {
        var maker = maker();
        change.changed().forEach(view -> put(maker.of(view)));
        change.removed().forEach(id -> othersCame |= rows.remove(id) != null);
    }

    /// Makes all rows off the UI thread, those of known services in the lines that show them already.
    ///
    /// @param views do not change any more
    private void readAll(Collection<ServiceView> views) {
        var maker = maker();
        var known = rows;
        readings++;
        ui.background().call(() -> AllRows.of(maker.of(List.copyOf(views)), known)).result(this::take)
                .always(() -> readings--).start();
    }

    /// @param rows   of all services
    /// @param newer  what differs from what they show
    /// @param others whether services have come or gone
    private record AllRows(Map<Long, ServiceRow> rows, List<RowData> newer, boolean others) {
        static AllRows of(List<RowData> made, Map<Long, ServiceRow> known) {
            var rows = new ConcurrentHashMap<Long, ServiceRow>();
            var newer = new ArrayList<RowData>();
            boolean others = made.size() != known.size();
            for (RowData data : made) {
                var row = known.get(data.id());
                others |= row == null;
                rows.put(data.id(), row == null ? new ServiceRow(data) : row);
                if (row != null && !row.get().equals(data)) newer.add(data);
            }
            return new AllRows(rows, newer, others);
        }
    }

    private void take(AllRows all) {
        rows = all.rows;
        othersCame |= all.others;
        all.newer.forEach(this::put);
        meanwhile.forEach(this::take);
        if (readings == 1) meanwhile.clear();
        refresh();
    }

    private void put(RowData data) {
        var row = rows.get(data.id());
        if (row == null) {
            rows.put(data.id(), new ServiceRow(data));
            othersCame = true;
        } else if (row.get().view().row().version() <= data.view().row().version()) row.set(data);
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
        if (othersCame) all = rows.values();
        othersCame = false;
        var from = all;
        var now = ui.clock().instant();
        ui.background().call(() -> wanted.of(from, now)).result(outcome -> show(wanted, outcome))
                .always(this::refreshed)
                .start();
    }

    private void refreshed() {
        busy = false;
        if (outdated) refresh();
    }

    private void show(Selection wanted, Selection.Outcome outcome) {
        chosen = outcome.rows();
        if (chosen.size() == all.size()) all = chosen;
        boolean same = lines.equals(outcome.lines()) && hidden.equals(outcome.hidden());
        hidden = outcome.hidden();
        if (!same) lines.setAll(outcome.lines());
        // The counts come after the rows, which are what a person waits for.
        uncounted.set(() -> wanted.counts(outcome, ui.clock().instant()));
        counting.accept(Set.of(0L));
    }
}
