package io.calsync.ui.review;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text whose differing pieces stand on a coloured ground and are underlined, or struck out where the other sides dropped
/// them; colour is never the only sign.
final class MarkedText extends TextFlow {
    /// How differing pieces look.
    enum Mark {
        ADDED("mark-added"),
        DROPPED("mark-dropped");

        private final String styleClass;

        Mark(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    private final List<int[]> ranges = new ArrayList<>();
    private final Path ground = new Path();

    MarkedText(List<TextDiff.Piece> pieces, Mark mark) {
        getStyleClass().add("marked-text");
        ground.getStyleClass().addAll("mark-ground", mark.styleClass + "-ground");
        ground.setManaged(false);
        getChildren().add(ground);
        int at = 0;
        for (var piece : pieces) {
            var text = new Text(piece.text());
            text.getStyleClass().add(piece.differs() ? mark.styleClass : "mark-none");
            if (piece.differs()) ranges.add(new int[]{at, at + piece.text().length()});
            getChildren().add(text);
            at += piece.text().length();
        }
    }

    static MarkedText plain(String text) {
        return new MarkedText(List.of(new TextDiff.Piece(text, false)), Mark.ADDED);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var shapes = new ArrayList<PathElement>();
        for (int[] range : ranges) shapes.addAll(List.of(getRangeShape(range[0], range[1], false)));
        ground.getElements().setAll(shapes);
    }
}
