package io.calsync.ui.shell;

import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Command;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.UiContext;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The command palette: type a few letters of what you want to do or of a service, Enter does it.
final class Palette {
    private static final int MOST = 60;

    private final UiContext ui;
    private final TextField typed = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final List<Command> commands;
    private final List<ServiceView> services;

    Palette(UiContext ui, Commands commands) {
        this.ui = ui;
        this.commands = commands.all().stream().sorted(Comparator.comparing(Command::usable).reversed()).toList();
        this.services = List.copyOf(ui.services().all());
    }

    void show(Node near) {
        var words = ui.words();
        typed.setId("palette-field");
        typed.setPromptText(words.say("palette.prompt"));
        typed.setAccessibleText(words.say("palette.title"));
        list.setId("palette-list");
        list.setAccessibleText(words.say("palette.list"));
        list.getStyleClass().add("palette-list");
        list.setPlaceholder(new Label(words.say("palette.none")));
        list.setCellFactory(_ -> new Line());
        var body = new VBox(typed, list);
        body.getStyleClass().add("dialog-text");
        var dialog = ui.dialogs().form(near, words.say("palette.title"), body, Action.CLOSE);
        var run = ui.dialogs().confirm(dialog, Action.RUN_COMMAND, this::run);
        list.getSelectionModel().selectedItemProperty()
                .subscribe(chosen -> run.setDisable(chosen == null || !chosen.usable()));
        list.setOnMouseClicked(_ -> run.fire());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        typed.textProperty().subscribe(this::find);
        dialog.setOnShown(_ -> typed.requestFocus());
        dialog.show();
    }

    /// Does it when the dialog is gone and the window has its focus back.
    private void run() {
        if (list.getSelectionModel().getSelectedItem() instanceof Command chosen && chosen.usable())
            ui.background().onUi(chosen.perform());
    }

    private void step(KeyEvent key) {
        if (key.getCode() != KeyCode.DOWN && key.getCode() != KeyCode.UP) return;
        if (key.getCode() == KeyCode.DOWN) list.getSelectionModel().selectNext();
        else list.getSelectionModel().selectPrevious();
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        key.consume();
    }

    private void find(String text) {
        ui.background().call(() -> best(text)).result(found -> {
            if (!text.equals(typed.getText())) return;
            list.getItems().setAll(found);
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        }).start();
    }

    /// The best first; services only once something is typed.
    private List<Command> best(String text) {
        if (text.isBlank()) return commands;
        var wanted = Fuzzy.of(text);
        record Hit(int score, Supplier<Command> command) {}
        return Stream.concat(commands.stream().map(command -> new Hit(wanted.score(command.name()), () -> command)),
                services.stream().map(view -> new Hit(wanted.score(view.name()), () -> Command.to(view, ui))))
                .filter(hit -> hit.score > 0).sorted(Comparator.comparingInt(Hit::score).reversed()).limit(MOST)
                .map(hit -> hit.command.get()).toList();
    }

    private final class Line extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty || command == null ? null : line(command));
            String told = empty || command == null ? null : command.name() + ". " + command.about();
            setAccessibleText(told);
            setTooltip(told == null ? null : new Tooltip(told));
        }

        private HBox line(Command command) {
            var name = new Label(command.name(), Icons.of(command.icon()));
            name.setMinWidth(Region.USE_PREF_SIZE);
            var about = new Label(command.about());
            about.getStyleClass().add("muted");
            about.setMaxWidth(Double.MAX_VALUE);
            about.setMinWidth(0);
            HBox.setHgrow(about, Priority.ALWAYS);
            var line = new HBox(name, about);
            line.getStyleClass().add("palette-line");
            if (!command.usable()) name.getStyleClass().add("muted");
            if (command.keys() != null) line.getChildren().add(HelpDialog.keys(ui.words().show(command.keys())));
            // The line never widens the list; what does not fit is shortened.
            line.setPrefWidth(0);
            return line;
        }
    }
}
