package io.calsync.ui.services;

import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Name and size of a group, over the whole line.
final class GroupHead extends HBox {
    private final Words words;
    private final Label name = new Label();
    private final Label count = new Label();

    GroupHead(Words words) {
        this.words = words;
        getStyleClass().add("group-head");
        setMouseTransparent(true);
        name.getStyleClass().add("strong");
        count.getStyleClass().add("muted");
        getChildren().addAll(name, count);
    }

    void show(GroupRow.Head head) {
        name.setText(head.by().head(head.value(), words));
        name.setGraphic(Icons.of(head.closed() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
        count.setText(count(head, words));
    }

    static String accessible(GroupRow.Head head, Words words) {
        return words.say(head.closed() ? "grouping.closed" : "grouping.open", head.by().head(head.value(), words),
                count(head, words));
    }

    private static String count(GroupRow.Head head, Words words) {
        return words.texts().count("list.count", head.services());
    }
}
