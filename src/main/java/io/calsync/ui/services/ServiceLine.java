package io.calsync.ui.services;

import io.calsync.ui.kit.Words;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A line of the table; the head of a group spans all its columns.
final class ServiceLine extends TableRow<ServiceRow> {
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private final GroupHead head;

    /// @param turn opens or closes a group
    ServiceLine(Words words, Consumer<GroupRow.Head> turn) {
        head = new GroupHead(words);
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && getItem() instanceof GroupRow row) turn.accept(row.head());
        });
    }

    @Override
    protected void updateItem(@Nullable ServiceRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(GROUP, row instanceof GroupRow);
        if (row instanceof GroupRow group) head.show(group.head());
        requestLayout();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TableRowSkin<>(this) {
            @Override
            protected void layoutChildren(double x, double y, double width, double height) {
                super.layoutChildren(x, y, width, height);
                boolean group = getItem() instanceof GroupRow;
                // The cells take the place of all children whenever the columns change.
                if (group && !getChildren().contains(head)) getChildren().add(head);
                if (!group) getChildren().remove(head);
                head.resizeRelocate(x, y, width, height);
            }
        };
    }
}
