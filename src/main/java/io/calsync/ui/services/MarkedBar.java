package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.RuleDialog;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import io.calsync.ui.services.bulk.BulkEditDialog;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// What can be done with several marked services at once; to be seen while more than one is marked.
final class MarkedBar extends Wrap {
    private final UiContext ui;
    private final TableView<ServiceRow> table;
    private final Label count = new Label();

    MarkedBar(UiContext ui, TableView<ServiceRow> table) {
        this.ui = ui;
        this.table = table;
        setId("marked-bar");
        getStyleClass().add("marked-bar");
        count.getStyleClass().add("strong");
        var role = ui.operator().role();
        getChildren().addAll(
                count,
                button(Action.EDIT_MANY, role.mayEdit(), this::edit),
                button(Action.OWN_RULE, role.mayDecide(),
                        () -> RuleDialog.open(ui, this, linked(), Field.NAME)),
                button(Action.RETRY, role.mayEdit(), () -> ui.runs().retry(
                        marked().stream().map(ServiceView::id).collect(Collectors.toSet()))));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<ServiceRow>) _ -> show());
        show();
    }

    /// Opens the dialog that changes a field of all marked services.
    void edit() {
        if (!marked().isEmpty() && ui.operator().role().mayEdit()) BulkEditDialog.open(ui, this, marked());
    }

    private void show() {
        int marked = table.getSelectionModel().getSelectedItems().size();
        int hidden = marked - table.getSelectionModel().getSelectedIndices().size();
        count.setText(hidden == 0 ? ui.words().say("marked.count", marked)
                : ui.words().say("marked.count.closed", marked, hidden));
        setVisible(marked > 1);
        setManaged(marked > 1);
    }

    private Button button(Action action, boolean may, Runnable perform) {
        var button = action.button(ui.words(), perform);
        button.setId("marked-" + action.id());
        action.available(button, ui.words(), ui.refusal(may));
        return button;
    }

    private List<ServiceView> marked() {
        return table.getSelectionModel().getSelectedItems().stream().map(row -> row.get().view()).toList();
    }

    private List<ServiceView> linked() {
        return marked().stream().filter(view -> view.row().link().linked()).toList();
    }
}
