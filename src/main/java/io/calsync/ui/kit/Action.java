package io.calsync.ui.kit;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What a person can do. Text, tooltip, accessible name and test id follow from the constant: `action.save`,
/// `action.save.tip` and `#save`.
public enum Action {
    SEARCH(Feather.SEARCH, shortcut(KeyCode.F)),
    CHECK(Feather.EYE, new KeyCodeCombination(KeyCode.F5, KeyCombination.SHIFT_DOWN)),
    SYNC(Feather.REFRESH_CW, new KeyCodeCombination(KeyCode.F5)),
    SHOW_WAITING(Feather.LIST, null),
    PUSH_NOW(Feather.UPLOAD_CLOUD, null),
    CANCEL_RUN(Feather.X_CIRCLE, null),
    RETRY(Feather.ROTATE_CW, null),
    RETRY_ALL(Feather.ROTATE_CW, null),
    NEW_SERVICE(Feather.PLUS, shortcut(KeyCode.N)),
    EDIT_MANY(Feather.EDIT, shortcut(KeyCode.E)),
    CHANGE_MANY(Feather.CHECK, null),
    DUPLICATE(Feather.COPY, shortcut(KeyCode.D)),
    DEACTIVATE(Feather.PAUSE_CIRCLE, null),
    ACTIVATE(Feather.PLAY_CIRCLE, null),
    ADD(Feather.PLUS, null),
    SAVE(Feather.SAVE, shortcut(KeyCode.S)),
    DISCARD(Feather.CORNER_UP_LEFT, null),
    KEEP_EDITING(Feather.EDIT_2, null),
    SAVE_OVER(Feather.SAVE, null),
    TAKE_THEIRS(Feather.DOWNLOAD, null),
    LINK(Feather.LINK, shortcut(KeyCode.L)),
    UNLINK(Feather.X_CIRCLE, null),
    CREATE(Feather.UPLOAD_CLOUD, null),
    UNLINKED(Feather.DOWNLOAD_CLOUD, null),
    IMPORT(Feather.DOWNLOAD_CLOUD, null),
    LINK_SERVICE(Feather.LINK, null),
    FILES(Feather.FILE_TEXT, null),
    EXPORT_SHOWN(Feather.FILTER, null),
    EXPORT_ALL(Feather.LIST, null),
    IMPORT_FILE(Feather.FILE_PLUS, null),
    PASTE(Feather.CLIPBOARD, shortcut(KeyCode.V)),
    IMPORT_LINES(Feather.CHECK, null),
    SAVE_REFUSED(Feather.FILE_MINUS, null),
    PRINT_TRAIL(Feather.PRINTER, null),
    OPEN_WEB(Feather.EXTERNAL_LINK, null),
    REVIEW(Feather.GIT_MERGE, shortcut(KeyCode.R)),
    ALL_PLATFORM(Feather.CHEVRONS_LEFT, null),
    ALL_CALCOM(Feather.CHEVRONS_RIGHT, null),
    APPLY(Feather.CHECK, null),
    DECIDE_LATER(Feather.CLOCK, null),
    DECIDE_MANY(Feather.LAYERS, null),
    UNDO(Feather.ROTATE_CCW, shortcut(KeyCode.Z)),
    STEPS(Feather.CORNER_UP_LEFT, null),
    UNDO_STEP(Feather.CORNER_UP_LEFT, shortcut(KeyCode.Z)),
    REDO_STEP(Feather.CORNER_UP_RIGHT, shortcut(KeyCode.Y)),
    REDO_ALL(Feather.CORNER_UP_RIGHT, null),
    UNDO_ALL(Feather.ROTATE_CCW, null),
    VERIFY(Feather.SHIELD, null),
    CONNECT(Feather.LINK_2, null),
    FIND(Feather.SEARCH, null),
    SET_POLICY(Feather.SLIDERS, null),
    OWN_RULE(Feather.SLIDERS, null),
    SAVE_OPERATOR(Feather.SAVE, null),
    SAVE_PACE(Feather.SAVE, null),
    BACKUP(Feather.ARCHIVE, null),
    RESTORE(Feather.ROTATE_CCW, null),
    SAVE_RECEIPT(Feather.FILE_TEXT, null),
    COMPARE_RECEIPT(Feather.FILE_MINUS, null),
    LET_PASS(Feather.UNLOCK, null),
    CONTINUE(Feather.UNLOCK, null),
    SHOW_SERVICES(Feather.LIST, null),
    SHOW_ALL(Feather.X, null),
    CLEAR_FILTERS(Feather.FILTER, null),
    CLEAR_FACET(Feather.X, null),
    APPLY_FILTER(Feather.FILTER, null),
    SAVE_VIEW(Feather.SAVE, null),
    SAVE_VIEW_AS(Feather.PLUS, null),
    RESET_VIEW(Feather.CORNER_UP_LEFT, null),
    RENAME_VIEW(Feather.EDIT_2, null),
    DELETE_VIEW(Feather.TRASH_2, null),
    ARRANGE(Feather.COLUMNS, null),
    ARRANGE_TABLE(Feather.CHECK, null),
    ARRANGE_ANEW(Feather.ROTATE_CCW, null),
    MOVE_UP(Feather.ARROW_UP, null),
    MOVE_DOWN(Feather.ARROW_DOWN, null),
    EXPORT_VIEW(Feather.UPLOAD, null),
    EXPORT_VIEWS(Feather.UPLOAD, null),
    IMPORT_VIEWS(Feather.DOWNLOAD, null),
    COPY(Feather.CLIPBOARD, null),
    NEWS(Feather.BELL, null),
    TOUR(Feather.COMPASS, null),
    TOUR_NEXT(Feather.ARROW_RIGHT, null),
    TOUR_END(Feather.X, null),
    PALETTE(Feather.COMMAND, shortcut(KeyCode.K)),
    RUN_COMMAND(Feather.CORNER_DOWN_LEFT, null),
    HELP(Feather.HELP_CIRCLE, new KeyCodeCombination(KeyCode.F1)),
    CANCEL(Feather.X, null),
    CLOSE(Feather.X, new KeyCodeCombination(KeyCode.ESCAPE));

    private final Ikon icon;
    private final @Nullable KeyCombination keys;

    Action(Ikon icon, @Nullable KeyCombination keys) {
        this.icon = icon;
        this.keys = keys;
    }

    public Ikon icon() {
        return icon;
    }

    /// Its accelerator, null when it has none.
    public @Nullable KeyCombination keys() {
        return keys;
    }

    /// The screen that always has a control for it, null for what belongs to a selection, a dialog or the frame.
    public @Nullable Screen home() {
        return switch (this) {
            case SEARCH, CHECK, SYNC, NEW_SERVICE, EXPORT_SHOWN, EXPORT_ALL, IMPORT_FILE, PASTE -> Screen.SERVICES;
            case DECIDE_MANY -> Screen.REVIEW;
            case VERIFY -> Screen.HISTORY;
            case CONNECT -> Screen.SETTINGS;
            default -> null;
        };
    }

    /// Key of its text; `.tip` behind it is its tooltip.
    public String key() {
        return "action." + id();
    }

    /// Its test id, also the node's id.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Button button(Words words, Runnable perform) {
        var button = new Button();
        dress(button, words);
        button.setOnAction(_ -> perform.run());
        return button;
    }

    /// A button that shows the icon alone; its name is in the tooltip and for screen readers.
    public Button iconButton(Words words, Runnable perform) {
        var button = button(words, perform);
        button.setText("");
        button.getStyleClass().addAll("button-icon", "flat");
        return button;
    }

    public MenuItem menuItem(Words words, Runnable perform) {
        var item = new MenuItem(words.say(key()), Icons.of(icon));
        item.setId(id() + "-item");
        if (keys != null) item.setAccelerator(new ShownKeys(keys, words.show(keys)));
        item.setOnAction(_ -> perform.run());
        return item;
    }

    /// Presses the button below a node that a key stands for, where it is in sight and may be pressed; consumes the key.
    public static void press(Parent root, KeyEvent key) {
        for (Action action : values()) {
            if (action.keys == null || !action.keys.match(key)) continue;
            for (Node node : root.lookupAll("#" + action.id())) {
                if (!(node instanceof ButtonBase button) || button.isDisabled() || !inSight(button)) continue;
                button.fire();
                key.consume();
                return;
            }
        }
    }

    /// Gives a button of an FXML its id, icon, text, tooltip and accessible name.
    public void dress(ButtonBase button, Words words) {
        button.setId(id());
        button.setText(words.say(key()));
        button.setGraphic(Icons.of(icon));
        explain(button, words, words.say(key() + ".tip"));
        button.setAccessibleText(words.say(key()));
    }

    /// Disables a button and says why, or enables it again.
    ///
    /// @param reason null enables it
    public void available(ButtonBase button, Words words, @Nullable String reason) {
        button.setDisable(reason != null);
        explain(button, words, reason == null ? words.say(key() + ".tip") : reason);
    }

    private void explain(ButtonBase button, Words words, String text) {
        String hint = keys == null ? text : text + "  (" + words.show(keys) + ")";
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleHelp(hint);
    }

    private static boolean inSight(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return true;
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
