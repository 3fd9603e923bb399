package io.calsync.ui.shell;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Happenings.Happening;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// The bell: how many conflicts and failures are new, which, and the way to each of them.
final class Bell {
    private static final int MOST = 12;

    private final UiContext ui;
    private final Words words;
    private final Button button;
    private final ContextMenu menu = new ContextMenu();

    Bell(UiContext ui) {
        this.ui = ui;
        this.words = ui.words();
        this.button = Action.NEWS.button(words, this::show);
        button.getStyleClass().add("palette-button");
        button.setMaxWidth(Double.MAX_VALUE);
        ui.happenings().unread().subscribe(unread -> {
            String said = unread.intValue() == 0 ? words.say(Action.NEWS.key())
                    : words.say("news.unread", unread.intValue());
            button.setText(said);
            button.setAccessibleText(said);
        });
    }

    Button button() {
        return button;
    }

    private void show() {
        var all = ui.happenings().all();
        var items = new ArrayList<MenuItem>();
        all.stream().limit(MOST).map(this::item).forEach(items::add);
        if (all.isEmpty()) items.add(quiet(words.say("news.none")));
        if (all.size() > MOST) items.add(rest(all));
        menu.getItems().setAll(items);
        menu.show(button, Side.RIGHT, 4, 0);
        ui.happenings().read();
    }

    private MenuItem item(Happening happening) {
        var look = StatusLook.of(happening.status());
        boolean conflict = happening.status() == SyncStatus.CONFLICT;
        String ago = words.times().ago(happening.at(), ui.clock().instant());
        String said = words.say(conflict ? "news.conflict" : "news.error", happening.name(), ago);
        var item = new MenuItem(said, Icons.of(look.icon()));
        item.setMnemonicParsing(false);
        item.setId("news-" + happening.serviceId());
        item.getStyleClass().add(look.styleClass());
        item.setOnAction(_ -> ui.navigation().open(conflict ? Screen.REVIEW : Screen.SERVICES, happening.serviceId()));
        return item;
    }

    private MenuItem rest(List<Happening> all) {
        Set<Long> ids = all.stream().map(Happening::serviceId).collect(Collectors.toSet());
        var item = new MenuItem(words.say("news.all", all.size()), Icons.of(Action.SHOW_SERVICES.icon()));
        item.setOnAction(_ -> ui.navigation().show(Filter.only(ids)));
        return item;
    }

    private static MenuItem quiet(String text) {
        var item = new MenuItem(text);
        item.setDisable(true);
        item.getStyleClass().add("hint");
        return item;
    }
}
