package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Focus;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.RuleDialog;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One service beside the table: how it stands, its editor, its counterpart at Cal.com, its history.
final class DetailsPane {
    private final UiContext ui;
    private final Runnable close;
    private final SyncTip tips;
    private final EditorPane editor;
    private final CalcomPane calcom;
    private final HistoryPane history;
    private final Parent root;
    private @Nullable ServiceRow row;
    private Subscription following = Subscription.EMPTY;

    @FXML private HBox head;

    @FXML private Label name;

    @FXML private Label place;

    @FXML private Label unlisted;

    @FXML private FlowPane badges;

    @FXML private VBox notice;

    @FXML private FlowPane actions;

    @FXML private Tab editorTab;

    @FXML private Tab calcomTab;

    @FXML private Tab historyTab;

    DetailsPane(UiContext ui, Runnable close) {
        this.ui = ui;
        this.close = close;
        this.tips = new SyncTip(ui);
        this.editor = new EditorPane(ui);
        this.calcom = new CalcomPane(ui);
        this.history = new HistoryPane(ui);
        this.root = Fxml.load(this, ui.words().texts());
        editorTab.setContent(editor.root());
        calcomTab.setContent(calcom.root());
        historyTab.setContent(history.root());
        historyTab.selectedProperty().subscribe(seen -> {
            if (seen && row != null) history.show(row.get().id());
        });
        head.getChildren().add(closeButton());
    }

    Parent root() {
        return root;
    }

    Optional<ServiceRow> shownRow() {
        return Optional.ofNullable(row);
    }

    /// Showing the service that is shown already changes nothing.
    void show(ServiceRow newRow) {
        if (newRow.equals(row)) return;
        clear();
        row = newRow;
        editor.open(newRow.get());
        // What is said of the next try stays true while it is read.
        following = newRow.data().subscribe(this::refresh)
                .and(ui.now().moment().subscribe(_ -> tell(newRow.get())));
    }

    void clear() {
        following.unsubscribe();
        editor.keepDraft();
        row = null;
    }

    /// @param listed whether the list beside it shows the service; what a person works on stays either way
    void listed(boolean listed) {
        unlisted.setVisible(!listed);
        unlisted.setManaged(!listed);
    }

    void save() {
        editor.save();
    }

    void focusFirstField() {
        editorTab.getTabPane().getSelectionModel().select(editorTab);
        editor.focusFirst();
    }

    /// Asks before it is closed over unsaved changes.
    void closing(Runnable agreed) {
        editor.closing(root, agreed);
    }

    /// Asks before unsaved changes of any service are left behind.
    ///
    /// @param near is in the window also while this pane is not
    void leaving(Node near, Runnable leave) {
        editor.leaving(near, leave);
    }

    private Button closeButton() {
        var button = Action.CLOSE.iconButton(ui.words(), close);
        button.setId("close-details");
        return button;
    }

    private void refresh(RowData data) {
        name.setText(data.view().name());
        place.setText(data.place());
        badges.getChildren().setAll(
                badge(StatusLook.of(data.status()), "sync"),
                badge(StatusLook.ofActive(data.view().active()), "active"),
                badge(StatusLook.ofOnline(data.view().online()), "online"),
                badge(StatusLook.ofBookable(data.bookable()), "bookable"));
        data.view().outlook().accepted().forEach(field -> badges.getChildren().add(accepted(field, data.view())));
        tell(data);
        Focus.refill(actions, actions(data));
        editor.refresh(data);
        calcom.show(data);
        if (historyTab.isSelected()) history.show(data.id());
    }

    private void tell(RowData data) {
        var sentences = new ArrayList<>(data.bookable() ? List.of() : tips.bookable(data));
        sentences.addAll(tips.failure(data));
        notice.getChildren().setAll(sentences.stream().map(DetailsPane::line).toList());
    }

    private Label badge(StatusLook look, String id) {
        return badge(look.label(ui.words()), id, ui.words().say(look.meaning()));
    }

    private Label accepted(Field field, ServiceView view) {
        var both = ui.words().values().bothSides(field, view.row());
        var label = new Label(ui.words().say("accepted.badge", both));
        label.getStyleClass().addAll("look", "look-default");
        return badge(label, "accepted-" + field.key(), ui.words().say("accepted.values", both));
    }

    private static Label badge(Label label, String id, String meaning) {
        label.setId("badge-" + id);
        label.getStyleClass().add("badge");
        label.setTooltip(new Tooltip(meaning));
        label.setAccessibleHelp(meaning);
        return label;
    }

    private static Label line(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /// The next steps that this state asks for come first.
    private List<Button> actions(RowData data) {
        var buttons = new ArrayList<Button>();
        if (data.view().asks()) {
            var review = Action.REVIEW.button(ui.words(), () -> ui.navigation().review(data.id()));
            review.getStyleClass().add("accent");
            buttons.add(review);
        }
        if (data.view().failing()) {
            var retry = editing(Action.RETRY, () -> ui.runs().retry(Set.of(data.id())));
            retry.getStyleClass().add("accent");
            buttons.add(retry);
        }
        buttons.add(editing(Action.DUPLICATE, () -> new NewServiceDialog(ui).duplicate(root, data.view())));
        var toggle = data.view().active() ? Action.DEACTIVATE : Action.ACTIVATE;
        buttons.add(editing(toggle, () -> new ActiveSwitch(ui).ask(root, data.view())));
        if (data.eventTypeId() != 0) buttons.add(rule(data.view()));
        return buttons;
    }

    private Button rule(ServiceView view) {
        var open = view.outlook().open().stream().findFirst().orElse(Field.NAME);
        var rule = Action.OWN_RULE.button(ui.words(), () -> RuleDialog.open(ui, root, List.of(view), open));
        Action.OWN_RULE.available(rule, ui.words(), ui.refusal(ui.operator().role().mayDecide()));
        return rule;
    }

    private Button editing(Action action, Runnable perform) {
        var button = action.button(ui.words(), perform);
        action.available(button, ui.words(), ui.refusal(ui.operator().role().mayEdit()));
        return button;
    }
}
