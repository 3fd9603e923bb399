package io.calsync.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A dialog's pane whose buttons stand in the operating system's order, as in a ButtonBar, but go on in a further line where
/// there is no room for all.
final class ButtonsPane extends DialogPane {
    @Override
    protected Node createButtonBar() {
        var made = (ButtonBar) super.createButtonBar();
        var bar = new Wrap();
        bar.getStyleClass().add("dialog-buttons");
        made.getButtons().subscribe(() -> bar.getChildren().setAll(ordered(made)));
        bar.getChildren().setAll(ordered(made));
        return bar;
    }

    /// Without it a window would be given the height that its content had if it were as wide as it likes.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private static List<Node> ordered(ButtonBar bar) {
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var nodes = bar.getButtons().stream()
                .sorted(Comparator.comparingInt(node -> bar.getButtonOrder().indexOf(data(node).getTypeCode())))
                .toList();
        var all = new ArrayList<Node>();
        nodes.stream().filter(node -> data(node) == ButtonData.LEFT).forEach(all::add);
        all.add(between);
        nodes.stream().filter(node -> data(node) != ButtonData.LEFT).forEach(all::add);
        return all;
    }

    private static ButtonData data(Node button) {
        return ButtonBar.getButtonData(button);
    }
}
