package io.calsync.ui.review;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// One line of the comparison: the field, what was last agreed on, Platform and Cal.com side by side. Where the line is too
/// narrow for the least width of a cell they stand below each other, each under its heading.
class Sides extends Pane {
    /// In percent of the width.
    private static final List<Integer> SHARES = List.of(16, 26, 29, 29);
    private static final double GAP = 12;

    private List<Node> cells = List.of();
    private final List<Label> headings = new ArrayList<>();

    /// @param headings of the cells, "" for a cell that needs none; empty where the cells are themselves the headings of
    ///                 the lines below, which go where those lines have their own
    final void show(List<String> headings, List<? extends Node> cells) {
        this.cells = List.copyOf(cells);
        getChildren().addAll(cells);
        for (Node cell : cells) cell.getStyleClass().add("side");
        for (String heading : headings) {
            var label = new Label(heading);
            label.getStyleClass().addAll("muted", "small");
            label.setMinHeight(Region.USE_PREF_SIZE);
            this.headings.add(label);
            getChildren().add(label);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return margins() + cells.stream().mapToDouble(cell -> cell.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return margins() + cells.stream().mapToDouble(cell -> cell.minWidth(-1)).sum() + GAP * (cells.size() - 1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = (width < 0 ? prefWidth(-1) : width) - margins();
        double margins = snappedTopInset() + snappedBottomInset();
        if (!stacked(room))
            return margins + cells.stream().mapToDouble(cell -> cell.prefHeight(width(cell, room))).max().orElse(0);
        if (headings.isEmpty()) return 0;
        return margins + cells.stream().mapToDouble(cell -> above(cell, room) + cell.prefHeight(room) + GAP).sum()
                - GAP;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - margins();
        boolean stacked = stacked(room);
        headings.forEach(heading -> heading.setVisible(stacked && !heading.getText().isEmpty()));
        double x = snappedLeftInset();
        double y = snappedTopInset();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            cell.setVisible(!stacked || !headings.isEmpty());
            double width = stacked ? room : width(cell, room);
            if (stacked && headings.size() > i) place(headings.get(i), x, y, width);
            double top = y + (stacked ? above(cell, room) : 0);
            place(cell, x, top, width);
            if (stacked) y = top + cell.prefHeight(width) + GAP;
            else x += width + GAP;
        }
    }

    private void place(Node node, double x, double y, double width) {
        layoutInArea(node, snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(node.prefHeight(width)), 0,
                Insets.EMPTY, true, true, HPos.LEFT, VPos.TOP);
    }

    /// Height of a cell's heading.
    private double above(Node cell, double room) {
        int place = cells.indexOf(cell);
        boolean none = headings.size() <= place || headings.get(place).getText().isEmpty();
        return none ? 0 : headings.get(place).prefHeight(room) + 2;
    }

    private boolean stacked(double room) {
        return cells.stream().anyMatch(cell -> width(cell, room) < cell.minWidth(-1));
    }

    private double width(Node cell, double room) {
        return (room - GAP * (cells.size() - 1)) * SHARES.get(cells.indexOf(cell)) / 100;
    }

    private double margins() {
        return snappedLeftInset() + snappedRightInset();
    }
}
