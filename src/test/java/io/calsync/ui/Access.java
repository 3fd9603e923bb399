package io.calsync.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Walks a scene graph and says what a person with a screen reader, weak eyes or an unsteady hand would stumble over.
/// UI thread only.
public final class Access {
    private static final double TEXT_CONTRAST = 4.5;
    private static final double ICON_CONTRAST = 3;
    private static final double TARGET = 24;

    private Access() {}

    /// Controls without a name, and icons on nothing that has one.
    public static List<String> unnamed(Node root) {
        return below(root).filter(node -> operable(node) || node instanceof FontIcon)
                .filter(node -> name(node).isBlank()).map(Access::told).toList();
    }

    /// Texts and icons that stand out too little from what is behind them; what is disabled is left out, as in WCAG 1.4.3.
    public static List<String> faint(Node root, Color paper) {
        var complaints = new ArrayList<String>();
        below(root).filter(Text.class::isInstance).map(Text.class::cast)
                .filter(text -> !text.isDisabled() && !text.getText().isBlank())
                .filter(text -> text.getFill() instanceof Color).forEach(text -> {
                    var behind = behind(text, paper);
                    double contrast = contrast(over((Color) text.getFill(), behind), behind);
                    double least = text instanceof FontIcon ? ICON_CONTRAST : TEXT_CONTRAST;
                    if (contrast < least)
                        complaints.add(String.format(Locale.ROOT, "%.2f %s on %s: %s", contrast, text.getFill(), behind,
                                told(text)));
                });
        return complaints;
    }

    /// How many texts and icons [#faint] looks at.
    public static long texts(Node root) {
        return below(root).filter(Text.class::isInstance).count();
    }

    /// Controls that are hard to hit.
    public static List<String> small(Node root) {
        return below(root).filter(Access::operable)
                .filter(node -> node.getLayoutBounds().getHeight() < TARGET
                        || node.getLayoutBounds().getWidth() < TARGET)
                .map(node -> told(node) + " " + node.getLayoutBounds().getWidth() + " x "
                        + node.getLayoutBounds().getHeight())
                .toList();
    }

    /// Texts that are shortened, and texts and controls beyond the edge of the scene, or beside what a scroll pane shows:
    /// it may be scrolled down, but not sideways. Cells are left out: their table scrolls, their columns are made wider by
    /// hand, and the details show everything.
    public static List<String> cut(Scene scene) {
        return below(scene.getRoot()).filter(node -> !inside(node, Cell.class) && !inside(node, TableView.class))
                .filter(node -> node instanceof Labeled label && shortened(label)
                        || (node instanceof Labeled || operable(node)) && beyond(node, scene))
                .map(Access::told).toList();
    }

    /// Texts in tables and lists that are shortened and nowhere to be read whole.
    public static List<String> untold(Node root) {
        return below(root).filter(node -> inside(node, Cell.class) || inside(node, TableView.class))
                .filter(node -> node instanceof Labeled label && shortened(label) && !explained(label))
                .map(Access::told).toList();
    }

    private static boolean explained(Node node) {
        for (Node at = node; at != null; at = at.getParent())
            if (at instanceof Control control && control.getTooltip() != null) return true;
        return false;
    }

    /// Whether a node is wholly in what its window shows of it now.
    public static boolean inSight(Node node) {
        var place = node.localToScene(node.getLayoutBounds());
        var seen = new Rectangle2D(0, 0, node.getScene().getWidth(), node.getScene().getHeight());
        for (Node at = node; at != null; at = at.getParent()) {
            if (!(at instanceof ScrollPane pane)) continue;
            var corner = pane.localToScene(0, 0);
            seen = new Rectangle2D(corner.getX(), corner.getY(), pane.getWidth(), pane.getHeight());
            if (!holds(seen, place)) return false;
        }
        return holds(seen, place);
    }

    private static boolean holds(Rectangle2D frame, Bounds place) {
        return place.getMinX() > frame.getMinX() - 1 && place.getMaxX() < frame.getMaxX() + 1
                && place.getMinY() > frame.getMinY() - 1 && place.getMaxY() < frame.getMaxY() + 1;
    }

    private static boolean shortened(Labeled label) {
        // What these say stands on a label of its own inside them.
        if (label instanceof MenuButton || label instanceof TitledPane) return false;
        if (label.getText() == null || label.getText().isBlank()) return false;
        return label.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY && label.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance).map(Text.class::cast).filter(text -> !(text instanceof FontIcon))
                .noneMatch(text -> text.getText().equals(label.getText()));
    }

    private static boolean beyond(Node node, Scene scene) {
        var place = node.localToScene(node.getLayoutBounds());
        double right = scene.getWidth();
        boolean scrolled = false;
        for (Node at = node; at != null; at = at.getParent()) {
            if (!(at instanceof ScrollPane pane)) continue;
            scrolled = true;
            double left = pane.localToScene(pane.getLayoutBounds()).getMinX();
            right = Math.min(right, left + pane.getWidth());
            if (place.getMinX() < left - 1) return true;
        }
        boolean sideways = place.getMinX() < -1 || place.getMaxX() > right + 1;
        return sideways || !scrolled && (place.getMinY() < -1 || place.getMaxY() > scene.getHeight() + 1);
    }

    private static boolean inside(Node node, Class<?> kind) {
        for (Node at = node; at != null; at = at.getParent()) if (kind.isInstance(at)) return true;
        return false;
    }

    /// Ratio of WCAG 2, 1 to 21.
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Stream<Node> below(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) return Stream.empty();
        if (!(node instanceof Parent parent)) return Stream.of(node);
        return Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Access::below));
    }

    private static boolean operable(Node node) {
        boolean kind = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBoxBase<?>
                || node instanceof ListView<?> || node instanceof TableView<?>;
        // A part of another control, such as the field inside a combo box, is operated through that.
        return kind && node.isFocusTraversable();
    }

    /// Its own accessible text, else what stands on it, else the label that names it; for an icon also that of its owner.
    private static String name(Node node) {
        var own = Stream.of(node.getAccessibleText(), node instanceof Labeled labeled ? labeled.getText() : null,
                labelFor(node)).filter(Objects::nonNull).filter(text -> !text.isBlank()).findFirst();
        if (own.isPresent()) return own.get();
        // An icon beside sentences, as on a banner, only repeats them.
        if (node instanceof FontIcon icon && icon.getParent() != null) return nameOfOwner(icon.getParent());
        return "";
    }

    private static String nameOfOwner(Parent owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (!(at instanceof Control) && !at.getStyleClass().contains("banner")) continue;
            String name = below(at).filter(Labeled.class::isInstance).map(Labeled.class::cast).map(Labeled::getText)
                    .filter(text -> text != null && !text.isBlank()).findFirst().orElse("");
            String said = Objects.requireNonNullElse(at.getAccessibleText(), name);
            if (!said.isBlank()) return said;
        }
        return "";
    }

    private static String labelFor(Node node) {
        if (node.getScene() == null) return "";
        return below(node.getScene().getRoot()).filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> node.equals(label.getLabelFor())).map(Label::getText).findFirst().orElse("");
    }

    private static Color behind(Node node, Color paper) {
        var regions = new ArrayList<Region>();
        for (Node at = node; at != null; at = at.getParent()) if (at instanceof Region region) regions.addFirst(region);
        var color = paper;
        for (Region region : regions) {
            if (region.getBackground() == null) continue;
            for (BackgroundFill fill : region.getBackground().getFills()) color = over(color(fill.getFill()), color);
        }
        return color;
    }

    private static Color color(Paint paint) {
        if (paint instanceof Color color) return color;
        if (paint instanceof LinearGradient gradient) return gradient.getStops().getFirst().getColor();
        return Color.TRANSPARENT;
    }

    private static Color over(Color top, Color bottom) {
        double share = top.getOpacity();
        return new Color(mixed(top.getRed(), bottom.getRed(), share), mixed(top.getGreen(), bottom.getGreen(), share),
                mixed(top.getBlue(), bottom.getBlue(), share), 1);
    }

    private static double mixed(double top, double bottom, double share) {
        return Math.clamp(top * share + bottom * (1 - share), 0, 1);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String told(Node node) {
        String text =
                node instanceof Labeled labeled ? labeled.getText() : node instanceof Text own ? own.getText() : "";
        String owner = node.getParent() == null ? "" : " in " + node.getParent().getStyleClass();
        return node.getClass().getSimpleName() + " #" + node.getId() + " “" + text + "”" + owner;
    }
}
