package io.calsync.ui.kit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// Questions to the person. The confirming button carries the action's name, and none of them blocks the caller.
public final class Dialogs {
    private static final double WIDEST = 960;

    private final Words words;
    private final Appearance appearance;

    public Dialogs(Words words, Appearance appearance) {
        this.words = words;
        this.appearance = appearance;
    }

    /// A question.
    ///
    /// @param title     the question itself
    /// @param sentences what follows from a yes
    /// @param yes       names the confirming button
    /// @param no        names the other
    public record Question(String title, List<String> sentences, Action yes, Action no) {}

    /// Asks, and runs `agreed` if the person agrees. Enter is a yes, Escape a no.
    public void ask(Node near, Question question, Runnable agreed) {
        var body = new VBox();
        body.getStyleClass().add("dialog-text");
        for (String sentence : question.sentences) body.getChildren().add(new Sentence(sentence, "question"));
        var dialog = form(near, question.title, body, question.no);
        confirm(dialog, question.yes, agreed);
        dialog.show();
    }

    /// A dialog around own content, to be completed with [#confirm] and shown.
    ///
    /// @param near  a node of the window that it belongs to, null where there is none
    /// @param close names the button that ends it without anything done
    public Dialog<ButtonType> form(@Nullable Node near, String title, Node content, Action close) {
        var dialog = new Dialog<ButtonType>();
        dialog.setDialogPane(new ButtonsPane());
        dialog.initOwner(owner(near));
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle(asked(title));
        dialog.setHeaderText(asked(title));
        dialog.setGraphic(null);
        var pane = dialog.getDialogPane();
        appearance.dress(pane.getScene());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, key -> answer(dialog, key));
        var scroll = Room.scrolling(content);
        pane.setContent(scroll);
        pane.getStyleClass().add("calsync-dialog");
        var room = Room.before(dialog.getOwner());
        // A value that is set before the property is asked for counts as none, and the theme's replaces it.
        pane.maxWidthProperty().set(Math.min(room.getWidth(), appearance.enlarged(WIDEST)));
        pane.maxHeightProperty().set(room.getHeight());
        // As a ButtonBar does; else the button that stands first would have the focus, which is a no.
        pane.getScene().getWindow().addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> {
            if (content.lookupAll("*").stream().noneMatch(node -> node.isFocusTraversable() && !isList(node)))
                confirming(dialog).ifPresent(Button::requestFocus);
        });
        pane.getScene().getWindow().addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> {
            scroll.setVvalue(0);
            fit(dialog);
        });
        add(dialog, close, words.say(close.key()), ButtonData.CANCEL_CLOSE);
        return dialog;
    }

    /// Adds the confirming button.
    ///
    /// @return the button, for instance to disable it while something is missing
    public Button confirm(Dialog<ButtonType> dialog, Action action, Runnable perform) {
        return confirm(dialog, action, ButtonData.OK_DONE, perform);
    }

    /// Adds a confirming button that stands elsewhere.
    public Button confirm(Dialog<ButtonType> dialog, Action action, ButtonData place, Runnable perform) {
        return confirm(dialog, action, asked(words.say(action.key())), place, perform);
    }

    private Button confirm(Dialog<ButtonType> dialog, Action action, String name, ButtonData place, Runnable perform) {
        var type = add(dialog, action, name, place);
        dialog.resultProperty().subscribe(result -> {
            if (Objects.equals(result, type)) perform.run();
        });
        return (Button) dialog.getDialogPane().lookupButton(type);
    }

    /// Adds a confirming button that leaves the dialog open.
    public Button stay(Dialog<ButtonType> dialog, Action action, Runnable perform) {
        return stay(dialog, action, ButtonData.OK_DONE, perform);
    }

    /// The same, standing elsewhere.
    public Button stay(Dialog<ButtonType> dialog, Action action, ButtonData place, Runnable perform) {
        var button = confirm(dialog, action, words.say(action.key()), place, () -> {});
        button.addEventFilter(ActionEvent.ACTION, pressed -> {
            pressed.consume();
            perform.run();
        });
        return button;
    }

    private static ButtonType add(Dialog<ButtonType> dialog, Action action, String name, ButtonData place) {
        var type = new ButtonType(name, place);
        dialog.getDialogPane().getButtonTypes().add(type);
        dialog.getDialogPane().lookupButton(type).setId(action.id());
        return type;
    }

    /// In the dialog itself nothing more is asked, which is what the dots of a name promise.
    private static String asked(String name) {
        return name.endsWith("…") ? name.substring(0, name.length() - 1).stripTrailing() : name;
    }

    /// A list keeps Escape and Enter for its own editing and a radio button or check box keeps Enter, which leaves a person in them
    /// without the ways out that every dialog has.
    private static void answer(Dialog<ButtonType> dialog, KeyEvent key) {
        boolean inList = isList(key.getTarget());
        boolean onChoice = key.getTarget() instanceof RadioButton || key.getTarget() instanceof CheckBox;
        if (inList && key.getCode() == KeyCode.ESCAPE) dialog.close();
        else if ((inList || onChoice) && key.getCode() == KeyCode.ENTER) confirming(dialog).ifPresent(Button::fire);
        else return;
        key.consume();
    }

    private static boolean isList(Object target) {
        return target instanceof TableView<?> || target instanceof ListView<?>;
    }

    private static Optional<Button> confirming(Dialog<ButtonType> dialog) {
        return dialog.getDialogPane().lookupAll(".button").stream().filter(Button.class::isInstance)
                .map(Button.class::cast).filter(Button::isDefaultButton).filter(button -> !button.isDisabled())
                .findFirst();
    }

    /// Gives an open dialog the height that its content needs now, as far as there is room, and keeps it on the screen.
    public static void fit(Dialog<?> dialog) {
        if (!dialog.isShowing()) return;
        var scene = dialog.getDialogPane().getScene();
        scene.getWindow().sizeToScene();
        Room.place(scene.getWindow());
        scene.getRoot().layout();
        if (scene.getFocusOwner() instanceof Node focused) Room.reveal(focused);
    }

    private static @Nullable Window owner(@Nullable Node near) {
        return near == null || near.getScene() == null ? null : near.getScene().getWindow();
    }
}
