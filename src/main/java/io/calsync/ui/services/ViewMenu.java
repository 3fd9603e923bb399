package io.calsync.ui.services;

import io.calsync.exchange.TextFile;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.UiContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// Names the view that is shown and says whether it was changed; below it the others, and what can be done with this one.
final class ViewMenu {
    private static final List<String> ENDINGS = List.of(".json");

    private final UiContext ui;
    private final MenuButton button;
    private final Node mark;
    private final ShownView view;

    ViewMenu(UiContext ui, MenuButton button, ShownView view) {
        this.ui = ui;
        this.button = button;
        this.mark = button.getGraphic();
        this.view = view;
        button.setOnShowing(_ -> button.getItems().setAll(items()));
        // A button without items does not open.
        button.getItems().setAll(items());
        view.chosen().subscribe(_ -> label());
        view.changed().subscribe(_ -> label());
    }

    private void label() {
        String name = view.chosen().get().name();
        boolean changed = view.changed().get();
        button.setText(name);
        button.setGraphic(changed ? mark : null);
        button.setAccessibleText(say(changed ? "view.accessible.changed" : "view.accessible", name));
        button.setTooltip(new Tooltip(say(changed ? "view.tip.changed" : "view.tip")));
    }

    private List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        view.builtIn().forEach(one -> items.add(item(one)));
        items.add(new SeparatorMenuItem());
        view.own().forEach(one -> items.add(item(one)));
        if (!view.own().isEmpty()) items.add(new SeparatorMenuItem());
        boolean changed = view.changed().get();
        boolean own = !view.isBuiltIn(view.chosen().get());
        items.add(item(Action.SAVE_VIEW, own && changed, () -> view.save(view.chosen().get().name())));
        items.add(item(Action.SAVE_VIEW_AS, true, () -> new ViewNameDialog(ui, view)
                .ask(button, Action.SAVE_VIEW_AS, "", view::save)));
        items.add(item(Action.RESET_VIEW, changed, () -> view.choose(view.chosen().get())));
        items.add(item(Action.RENAME_VIEW, own, () -> new ViewNameDialog(ui, view)
                .ask(button, Action.RENAME_VIEW, view.chosen().get().name(), view::rename)));
        items.add(item(Action.DELETE_VIEW, own, this::delete));
        items.add(new SeparatorMenuItem());
        items.add(groups());
        items.add(item(Action.ARRANGE, true, () -> new ArrangeDialog(ui, view).show(button)));
        items.add(new SeparatorMenuItem());
        items.add(item(Action.EXPORT_VIEW, true, this::export));
        items.add(item(Action.EXPORT_VIEWS, !view.own().isEmpty(), this::exportAll));
        items.add(item(Action.IMPORT_VIEWS, true, this::importFile));
        return items;
    }

    private MenuItem item(SavedView one) {
        boolean shown = one.equals(view.chosen().get());
        var item = new MenuItem(one.name(), shown ? Icons.of(Feather.CHECK) : null);
        item.setId("view-item-" + one.name());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> view.choose(one));
        return item;
    }

    private Menu groups() {
        var now = view.present().layout();
        var menu = new Menu(say("grouping.by"), Icons.of(Feather.LAYERS));
        menu.setId("group-by");
        for (Grouping grouping : Grouping.values()) {
            var item = new MenuItem(say(grouping.key()), grouping == now.grouping() ? Icons.of(Feather.CHECK) : null);
            item.setId("group-by-" + grouping.id());
            item.setOnAction(_ -> view.arrange(now.with(grouping)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem item(Action action, boolean possible, Runnable perform) {
        var item = action.menuItem(ui.words(), perform);
        item.setDisable(!possible);
        return item;
    }

    private void delete() {
        String name = view.chosen().get().name();
        ui.dialogs().ask(button, new Dialogs.Question(say("view.delete", name), List.of(say("view.delete.means")),
                Action.DELETE_VIEW, Action.CANCEL), view::delete);
    }

    private void export() {
        var shown = view.present();
        export(Action.EXPORT_VIEW, shown.name().replaceAll("[^\\p{L}\\p{N} _-]", "_"), List.of(shown),
                file -> say("view.exported", shown.name(), file.getFileName()));
    }

    private void exportAll() {
        var own = view.own();
        export(Action.EXPORT_VIEWS, say("view.all-file"), own,
                file -> say("view.all-exported", own.size(), file.getFileName()));
    }

    private void export(Action action, String name, List<SavedView> views, Function<Path, String> done) {
        ui.files().save(button.getScene().getWindow(), say(action.key()), name + ENDINGS.getFirst(), ENDINGS)
                .ifPresent(file -> ui.background().run(() -> TextFile.write(file, ViewsJson.write(KeptViews.of(views))))
                        .result(_ -> ui.notices().done(done.apply(file)))
                        .start());
    }

    private void importFile() {
        ui.files().open(button.getScene().getWindow(), say(Action.IMPORT_VIEWS.key()), ENDINGS).ifPresent(this::take);
    }

    private void take(Path file) {
        ui.background().call(() -> ViewsJson.read(file.getFileName().toString(), TextFile.read(file)).views())
                .result(views -> {
                    view.take(views);
                    ui.notices().done(ui.words().texts().count("view.imported", views.size()));
                })
                .start();
    }

    private String say(String key, Object... args) {
        return ui.words().say(key, args);
    }
}
