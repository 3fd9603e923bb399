package io.calsync.ui.services;

import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Sentence;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Asks which columns the table has, in which order and how wide, by what it is sorted and grouped.
final class ArrangeDialog {
    private static final int SORT_STEPS = 3;

    private final UiContext ui;
    private final ShownView view;
    private final ColumnList columns;
    private final List<SortStep> sort = new ArrayList<>();
    private final ComboBox<Grouping> grouping = new ComboBox<>();

    ArrangeDialog(UiContext ui, ShownView view) {
        this.ui = ui;
        this.view = view;
        this.columns = new ColumnList(ui.words());
    }

    /// One of the columns to sort by, empty for none, and which way.
    private record SortStep(ComboBox<Optional<Column>> by, CheckBox descending) {
        Stream<Layout.Sorted> sorted() {
            return by.getValue().map(column -> new Layout.Sorted(column, descending.isSelected())).stream();
        }
    }

    void show(Node near) {
        grouping.getItems().setAll(Grouping.values());
        grouping.setId("arrange-grouping");
        grouping.setMaxWidth(Double.MAX_VALUE);
        grouping.setConverter(text(one -> say(one.key())));
        var right = new GridPane();
        right.getStyleClass().add("comparison");
        for (int i = 0; i < SORT_STEPS; i++) right.addRow(i, sortStep(i));
        right.addRow(SORT_STEPS, label(say("grouping.by"), grouping), grouping);
        var anew = Action.ARRANGE_ANEW.button(ui.words(), () -> fill(Layout.DEFAULT));
        var left = new VBox(new Sentence(say("arrange.columns")), columns, new Sentence(say("arrange.keys"), "muted"));
        left.getStyleClass().add("form");
        var side = new VBox(new Label(say("arrange.order")), right, anew);
        side.getStyleClass().add("arrange-order");
        var content = new Wrap(left, side);
        content.getStyleClass().add("arrange");
        content.getStylesheets().add(Objects.requireNonNull(getClass().getResource("services.css")).toExternalForm());
        fill(view.present().layout());
        var dialog = ui.dialogs().form(near, say("arrange.title"), content, Action.CANCEL);
        var confirm = ui.dialogs().confirm(dialog, Action.ARRANGE_TABLE, () -> view.arrange(layout()));
        columns.onChanged(() -> confirm.setDisable(columns.shown().isEmpty()));
        dialog.setOnShown(_ -> columns.focusFirst());
        dialog.show();
    }

    private Node[] sortStep(int place) {
        var by = new ComboBox<Optional<Column>>();
        by.setId("arrange-sort-" + place);
        by.setMaxWidth(Double.MAX_VALUE);
        by.getItems().add(Optional.empty());
        for (Column column : Column.values()) by.getItems().add(Optional.of(column));
        by.setConverter(text(one -> one.map(column -> say(column.key())).orElse(say("arrange.sort.none"))));
        var descending = new CheckBox(say("arrange.descending"));
        descending.setId("arrange-descending-" + place);
        descending.disableProperty().bind(by.valueProperty().map(Optional::isEmpty));
        sort.add(new SortStep(by, descending));
        return new Node[]{label(say(place == 0 ? "arrange.sort" : "arrange.sort.then"), by), by, descending};
    }

    private void fill(Layout layout) {
        columns.show(layout.columns());
        for (int i = 0; i < SORT_STEPS; i++) {
            var sorted = i < layout.sort().size() ? Optional.of(layout.sort().get(i)) : Optional.<Layout.Sorted>empty();
            sort.get(i).by.setValue(sorted.map(Layout.Sorted::column));
            sort.get(i).descending.setSelected(sorted.filter(Layout.Sorted::descending).isPresent());
        }
        grouping.setValue(layout.grouping());
    }

    private Layout layout() {
        var sorted = new ArrayList<Layout.Sorted>();
        sort.stream().flatMap(SortStep::sorted)
                .filter(step -> sorted.stream().noneMatch(before -> before.column() == step.column()))
                .forEach(sorted::add);
        var closed = view.present().layout().with(grouping.getValue()).closed();
        return new Layout(columns.shown(), sorted, grouping.getValue(), closed);
    }

    private Label label(String text, Node of) {
        var label = new Label(text);
        label.setLabelFor(of);
        of.setAccessibleText(text);
        return label;
    }

    private String say(String key) {
        return ui.words().say(key);
    }

    private static <T> StringConverter<T> text(Function<T, String> say) {
        return new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : say.apply(one);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }
}
