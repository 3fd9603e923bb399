package io.calsync.ui.kit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Questions to the person. The confirming button carries the action's name, and none of them blocks the caller.
public final class Dialogs {
    private static final double WIDTH = 480;

    private final Words words;

    public Dialogs(Words words) {
        this.words = words;
    }

    /// A question.
    ///
    /// @param title     the question itself
    /// @param sentences what follows from a yes
    /// @param yes       names the confirming button
    /// @param no        names the other
    public record Question(String title, List<String> sentences, Action yes, Action no) {}

    /// Asks, and runs `agreed` if the person agrees. Escape is a no.
    public void ask(Node near, Question question, Runnable agreed) {
        var body = new VBox();
        body.getStyleClass().add("dialog-text");
        for (String sentence : question.sentences) {
            var label = new Label(sentence);
            label.setWrapText(true);
            label.setMaxWidth(WIDTH);
            body.getChildren().add(label);
        }
        var dialog = form(near, question.title, body, question.no);
        confirm(dialog, question.yes, agreed);
        dialog.show();
    }

    /// A dialog around own content, to be completed with [#confirm] and shown.
    ///
    /// @param close names the button that ends it without anything done
    public Dialog<ButtonType> form(Node near, String title, Node content, Action close) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner(near));
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle(asked(title));
        dialog.setHeaderText(asked(title));
        dialog.setGraphic(null);
        var pane = dialog.getDialogPane();
        Reasons.watch(pane);
        Focus.keep(pane.getScene());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, key -> answer(dialog, key));
        pane.setContent(content);
        pane.getStyleClass().add("calsync-dialog");
        pane.getScene().getStylesheets().setAll(near.getScene().getStylesheets());
        var type = new ButtonType(words.say(close.key()), ButtonBar.ButtonData.CANCEL_CLOSE);
        pane.getButtonTypes().add(type);
        pane.lookupButton(type).setId(close.id());
        ButtonBar.setButtonUniformSize(pane.lookupButton(type), false);
        return dialog;
    }

    /// Adds the confirming button.
    ///
    /// @return the button, for instance to disable it while something is missing
    public Node confirm(Dialog<ButtonType> dialog, Action action, Runnable perform) {
        return confirm(dialog, action, asked(words.say(action.key())), perform);
    }

    private Node confirm(Dialog<ButtonType> dialog, Action action, String name, Runnable perform) {
        var type = new ButtonType(name, ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().add(type);
        var button = dialog.getDialogPane().lookupButton(type);
        button.setId(action.id());
        ButtonBar.setButtonUniformSize(button, false);
        dialog.resultProperty().subscribe(result -> {
            if (Objects.equals(result, type)) perform.run();
        });
        return button;
    }

    /// Adds a confirming button that leaves the dialog open.
    public Node stay(Dialog<ButtonType> dialog, Action action, Runnable perform) {
        var button = confirm(dialog, action, words.say(action.key()), () -> {});
        button.addEventFilter(ActionEvent.ACTION, pressed -> {
            pressed.consume();
            perform.run();
        });
        return button;
    }

    /// In the dialog itself nothing more is asked, which is what the dots of a name promise.
    private static String asked(String name) {
        return name.endsWith("…") ? name.substring(0, name.length() - 1).stripTrailing() : name;
    }

    /// A list keeps Escape and Enter for its own editing and a radio button or check box keeps Enter, which leaves a person in them
    /// without the ways out that every dialog has.
    private static void answer(Dialog<ButtonType> dialog, KeyEvent key) {
        boolean inList = key.getTarget() instanceof ListView<?> || key.getTarget() instanceof TableView<?>;
        boolean onChoice = key.getTarget() instanceof RadioButton || key.getTarget() instanceof CheckBox;
        if (inList && key.getCode() == KeyCode.ESCAPE) dialog.close();
        else if ((inList || onChoice) && key.getCode() == KeyCode.ENTER) confirming(dialog).ifPresent(Button::fire);
        else return;
        key.consume();
    }

    private static Optional<Button> confirming(Dialog<ButtonType> dialog) {
        return dialog.getDialogPane().lookupAll(".button").stream().filter(Button.class::isInstance)
                .map(Button.class::cast).filter(Button::isDefaultButton).filter(button -> !button.isDisabled())
                .findFirst();
    }

    /// Gives an open dialog the height that its content needs now, and keeps its buttons on the screen.
    public static void fit(Dialog<?> dialog) {
        if (!dialog.isShowing()) return;
        var window = dialog.getDialogPane().getScene().getWindow();
        var screen = screen(window);
        window.sizeToScene();
        double lowest = screen.getMaxY() - Math.min(window.getHeight(), screen.getHeight());
        window.setY(Math.max(screen.getMinY(), Math.min(window.getY(), lowest)));
    }

    private static Rectangle2D screen(Window window) {
        var screens = javafx.stage.Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), 1);
        return (screens.isEmpty() ? javafx.stage.Screen.getPrimary() : screens.getFirst()).getVisualBounds();
    }

    private static @Nullable Window owner(Node near) {
        return near.getScene() == null ? null : near.getScene().getWindow();
    }
}
