package io.calsync.ui.shell;

import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What a person may want to look up: the keys, what the columns mean, and the product's words.
final class HelpDialog {
    private static final double FIRST_COLUMN = 170;

    private final UiContext ui;
    private final Words words;
    private final Runnable tour;

    /// @param tour starts the tour
    HelpDialog(UiContext ui, Runnable tour) {
        this.ui = ui;
        this.tour = tour;
        this.words = ui.words();
    }

    void show(Node near) {
        var tabs = new TabPane(tab("shortcuts", words.say("help.shortcuts"), shortcuts()),
                tab("columns", words.say("help.columns"), new Legend(words).content()),
                tab("words", words.say("help.words"), glossary()));
        tabs.setId("help-tabs");
        tabs.getStyleClass().add("help");
        var dialog = ui.dialogs().form(near, words.say("action.help"), tabs, Action.CLOSE);
        ui.dialogs().confirm(dialog, Action.TOUR, () -> ui.background().onUi(tour));
        dialog.show();
    }

    /// Keys as a label that looks like them.
    static Label keys(String text) {
        var label = new Label(text);
        label.getStyleClass().add("keycap");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Tab tab(String name, String title, Node content) {
        var page = new ScrollPane(content);
        page.setFitToWidth(true);
        page.getStyleClass().add("help-page");
        var tab = new Tab(title, page);
        tab.setId("help-" + name);
        tab.setClosable(false);
        return tab;
    }

    private GridPane shortcuts() {
        var grid = grid("shortcuts");
        int line = head(grid, 0, words.say("help.everywhere"));
        for (Screen screen : byKeys())
            line = line(grid, line, keys(words.show(screen.keys())),
                    words.say("help.go", words.say(screen.key())));
        for (Action action : Action.values())
            if (action.keys() != null)
                line = line(grid, line, keys(words.show(action.keys())), words.say(action.key() + ".tip"));
        for (Screen screen : List.of(Screen.SERVICES, Screen.REVIEW)) {
            line = head(grid, line, words.say(screen.key()));
            for (Habit habit : Habit.on(screen))
                line = line(grid, line, keys(habit.show(words)), words.say(habit.key()));
        }
        return grid;
    }

    private List<Screen> byKeys() {
        return Stream.of(Screen.values()).sorted(Comparator.comparing(screen -> words.show(screen.keys()))).toList();
    }

    private GridPane glossary() {
        var grid = grid("glossary");
        for (Term term : Arrays.asList(Term.values())) {
            var word = new Label(words.say(term.key()));
            word.getStyleClass().add("strong");
            word.setWrapText(true);
            line(grid, term.ordinal(), word, words.say(term.key() + ".means"));
        }
        return grid;
    }

    private static GridPane grid(String id) {
        var grid = new GridPane();
        grid.setId(id);
        grid.getStyleClass().addAll("legend", "legend-box");
        var meaning = new ColumnConstraints();
        meaning.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(FIRST_COLUMN), meaning);
        return grid;
    }

    private static int head(GridPane grid, int line, String text) {
        var label = new Label(text);
        label.getStyleClass().add("section-title");
        grid.add(label, 0, line, 2, 1);
        return line + 1;
    }

    private static int line(GridPane grid, int line, Label first, String sentence) {
        GridPane.setValignment(first, VPos.TOP);
        grid.add(first, 0, line);
        var text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        grid.add(text, 1, line);
        return line + 1;
    }
}
