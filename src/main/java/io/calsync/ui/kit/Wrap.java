package io.calsync.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A row that goes on in a further line where there is no room for all of it, instead of cutting anything off. A child that
/// grows as in an HBox starts from its least width and takes what its line leaves; lines with a child that grows as in a
/// VBox take what height is left. Gaps and alignment are those of a FlowPane.
public class Wrap extends FlowPane {
    /// As it is made from FXML.
    public Wrap() {}

    public Wrap(Node... children) {
        super(children);
    }

    /// The children of one line from left to right, each with its width.
    ///
    /// @param spare what is left of the line
    private record Line(Map<Node, Double> widths, double spare) {
        double wanted() {
            return highest(
                    (node, width) -> Math.max(node.minHeight(width),
                            Math.min(node.prefHeight(width), node.maxHeight(width))));
        }

        double least() {
            return grows() ? highest(Node::minHeight) : wanted();
        }

        private double highest(ToDoubleBiFunction<Node, Double> of) {
            return widths.entrySet().stream().mapToDouble(one -> of.applyAsDouble(one.getKey(), one.getValue())).max()
                    .orElse(0);
        }

        boolean grows() {
            return widths.keySet().stream().anyMatch(node -> VBox.getVgrow(node) == Priority.ALWAYS);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return sides() + getManagedChildren().stream().mapToDouble(node -> node.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        var nodes = getManagedChildren();
        return sides() + nodes.stream().mapToDouble(node -> snapSizeX(node.prefWidth(-1))).sum()
                + snapSpaceX(getHgap()) * Math.max(0, nodes.size() - 1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(width, Line::least);
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(width, Line::wanted);
    }

    @Override
    protected void layoutChildren() {
        var lines = lines(getWidth() - sides());
        double spare = getHeight() - height(getWidth(), Line::wanted);
        long growing = lines.stream().filter(Line::grows).count();
        double y = snappedTopInset();
        if (growing == 0 && getAlignment().getVpos() == VPos.CENTER) y += Math.max(0, spare / 2);
        for (Line line : lines) {
            double height = snapSizeY(line.wanted());
            if (line.grows()) height = Math.max(line.least(), height + spare / growing);
            double x = snappedLeftInset() + (getAlignment().getHpos() == HPos.RIGHT ? line.spare : 0);
            for (var one : line.widths.entrySet()) {
                layoutInArea(one.getKey(), x, y, one.getValue(), height, 0, Insets.EMPTY, true, true, HPos.LEFT,
                        getAlignment().getVpos());
                x += one.getValue() + snapSpaceX(getHgap());
            }
            y += height + snapSpaceY(getVgap());
        }
    }

    private double height(double width, ToDoubleFunction<Line> of) {
        var lines = lines((width < 0 ? prefWidth(-1) : width) - sides());
        double gaps = snapSpaceY(getVgap()) * Math.max(0, lines.size() - 1);
        return snappedTopInset() + snappedBottomInset() + gaps
                + lines.stream().mapToDouble(line -> snapSizeY(of.applyAsDouble(line))).sum();
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }

    private List<Line> lines(double room) {
        var lines = new ArrayList<Line>();
        var line = new LinkedHashMap<Node, Double>();
        double left = room;
        for (Node node : getManagedChildren()) {
            boolean grows = HBox.getHgrow(node) == Priority.ALWAYS;
            double wanted = Math.min(room, snapSizeX(Math.max(node.minWidth(-1), grows ? 0 : node.prefWidth(-1))));
            if (!line.isEmpty() && wanted > left) {
                lines.add(grown(line, left + snapSpaceX(getHgap())));
                line = new LinkedHashMap<>();
                left = room;
            }
            line.put(node, wanted);
            left -= wanted + snapSpaceX(getHgap());
        }
        if (!line.isEmpty()) lines.add(grown(line, left + snapSpaceX(getHgap())));
        return lines;
    }

    /// @param spare what is left of the line
    private Line grown(Map<Node, Double> widths, double spare) {
        for (Priority priority : List.of(Priority.ALWAYS, Priority.SOMETIMES)) {
            var growing = new ArrayList<>(widths.keySet().stream()
                    .filter(node -> HBox.getHgrow(node) == priority).toList());
            while (spare >= 1 && !growing.isEmpty()) {
                double share = spare / growing.size();
                for (Node node : List.copyOf(growing)) {
                    double width = widths.getOrDefault(node, 0.0);
                    double more = Math.min(share, Math.max(0, node.maxWidth(-1) - width));
                    widths.put(node, width + more);
                    spare -= more;
                    if (more < share) growing.remove(node);
                }
            }
        }
        return new Line(widths, Math.max(0, spare));
    }
}
