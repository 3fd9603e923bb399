package io.calsync.ui.services;

import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.Command;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;

/// The view that is shown, whether it was changed since it was saved, and all the others. UI thread only.
final class ShownView {
    private final UiContext ui;
    private final ServiceTable model;
    private final TextField search;
    private final TableLayout layout;
    private final List<SavedView> builtIn;
    private final AtomicReference<KeptViews> kept = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<SavedView> chosen;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final Consumer<Set<Long>> saving;

    /// Shows the view that was shown last.
    ShownView(UiContext ui, ServiceTable model, TextField search, TableLayout layout, ViewsFile file) {
        this.ui = ui;
        this.model = model;
        this.search = search;
        this.layout = layout;
        this.builtIn = Arrays.stream(BuiltInView.values()).map(view -> view.view(ui.words())).toList();
        kept.set(load(file));
        this.chosen = new ReadOnlyObjectWrapper<>(last());
        this.saving = ui.background().coalesced(_ -> {
            file.save(kept.get());
            return true;
        }, _ -> {});
        show(chosen.get().with(kept.get().layout()));
        model.selection().subscribe(this::selected);
        layout.onChanged(this::arranged);
    }

    /// As it was saved.
    ReadOnlyObjectProperty<SavedView> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether what is shown differs from it.
    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// Those that come with the product.
    List<SavedView> builtIn() {
        return builtIn;
    }

    boolean isBuiltIn(SavedView view) {
        return builtIn.contains(view);
    }

    /// Those that people saved.
    List<SavedView> own() {
        return kept.get().views();
    }

    /// What is shown now, under the name of the chosen view.
    SavedView present() {
        return new SavedView(chosen.get().name(), search.getText().strip(), model.selection().get().filter(),
                arrangement());
    }

    private Layout arrangement() {
        return layout.layout().with(model.selection().get().closed());
    }

    /// Whether no other view has this name.
    boolean isFree(String name) {
        return Stream.concat(builtIn.stream(), own().stream()).noneMatch(view -> view.name().equalsIgnoreCase(name));
    }

    /// Each view as something to do.
    List<Command> commands() {
        return Stream.concat(builtIn.stream(), own().stream()).map(one -> new Command(
                ui.words().say("palette.view", one.name()), ui.words().say("palette.view.about"), Feather.LIST, null,
                true,
                () -> {
                    ui.navigation().open(Screen.SERVICES);
                    choose(one);
                })).toList();
    }

    void choose(SavedView view) {
        chosen.set(view);
        show(view);
        keep(kept.get());
    }

    /// Arranges the table anew.
    void arrange(Layout newLayout) {
        layout.arrange(newLayout);
        model.select(now -> now.with(newLayout));
        keep(kept.get());
    }

    /// Shows some services out of all, arranged as the table is, none of them in a closed group.
    void narrow(Filter filter) {
        chosen.set(builtIn.getFirst());
        select("", filter, layout.layout());
        keep(kept.get());
    }

    /// Saves what is shown under a name, in the place of what had the name.
    void save(String name) {
        var view = present().named(name);
        chosen.set(view);
        keep(kept.get().with(view));
    }

    void rename(String name) {
        var before = chosen.get();
        chosen.set(before.named(name));
        keep(kept.get().without(before.name()).with(chosen.get()));
    }

    void delete() {
        var gone = chosen.get();
        kept.set(kept.get().without(gone.name()));
        choose(builtIn.getFirst());
    }

    /// Adds views from a file; one whose name is taken gets a number behind it. Shows the first.
    void take(List<SavedView> views) {
        var added = kept.get();
        SavedView first = null;
        for (SavedView view : views) {
            var named = view.named(free(view.name()));
            if (first == null) first = named;
            added = added.with(named);
            kept.set(added);
        }
        if (first != null) choose(first);
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; !isFree(free); i++) {
            String number = " (" + i + ")";
            free = name.substring(0, Math.min(name.length(), SavedView.LONGEST_NAME - number.length())) + number;
        }
        return free;
    }

    private void show(SavedView view) {
        layout.arrange(view.layout());
        select(view.search(), view.filter(), view.layout());
    }

    private void select(String searched, Filter filter, Layout arranged) {
        model.select(now -> now.with(Search.of(searched)).with(filter).with(arranged));
        search.setText(searched);
        compare();
    }

    private void selected(Selection before, Selection now) {
        if (before.closed().equals(now.closed())) compare();
        else keep(kept.get());
    }

    private void arranged() {
        var now = arrangement();
        if (!now.sort().equals(kept.get().layout().sort())) model.select(chosen -> chosen.with(now));
        keep(kept.get());
    }

    private void compare() {
        changed.set(!present().equals(chosen.get()));
    }

    private void keep(KeptViews views) {
        int place = builtIn.indexOf(chosen.get());
        String name = place < 0 ? chosen.get().name() : BuiltInView.values()[place].id();
        kept.set(views.shown(name, arrangement()));
        saving.accept(Set.of(0L));
        compare();
    }

    private SavedView last() {
        String name = kept.get().chosen();
        return own().stream().filter(view -> view.name().equals(name)).findFirst()
                .or(() -> Arrays.stream(BuiltInView.values()).filter(view -> view.id().equals(name)).findFirst()
                        .map(view -> builtIn.get(view.ordinal())))
                .orElse(builtIn.getFirst());
    }

    /// What cannot be read is put aside, so that nothing writes over it.
    private KeptViews load(ViewsFile file) {
        try {
            return file.load();
        } catch (ProblemException unreadable) {
            ui.notices().show(unreadable.problem());
            ui.background().run(file::setAside).start();
            return KeptViews.NONE;
        }
    }
}
