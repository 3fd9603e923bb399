package io.calsync.ui.review;

import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import io.calsync.ui.review.Inbox.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The review screen: on the left all that waits for a person, on the right the decision.
public final class ReviewView implements View {
    private final UiContext ctx;
    private final Parent root;
    private boolean renewing;
    private @Nullable DecisionPane pane;

    @FXML private Label title;
    @FXML private ListView<Line> inbox;
    @FXML private Button decideMany;
    @FXML private StackPane detail;
    @FXML private VBox empty;

    public ReviewView(UiContext ctx) {
        this.ctx = ctx;
        this.root = Fxml.load(this, ctx.words().texts());
        Action.DECIDE_MANY.dress(decideMany, ctx.words());
        inbox.setCellFactory(_ -> new InboxCell(ctx));
        inbox.getSelectionModel().selectedItemProperty().subscribe(this::select);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ctx.services().listen(change -> {
            change.changed().stream().filter(view -> view.id() == shownId()).forEach(this::update);
            refresh();
        });
        refresh();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(long serviceId) {
        if (serviceId != 0) indexOf(serviceId).ifPresent(this::go);
        if (pane == null) inbox.requestFocus();
        else pane.focus();
    }

    @FXML
    void decideMany() {
        BulkDialog.open(ctx, root, conflicts());
    }

    private void update(ServiceView newer) {
        if (pane != null) pane.update(newer);
    }

    /// Shows the inbox as it is now and stays on the service that is shown, or goes to the one that took its place.
    private void refresh() {
        int before = inbox.getSelectionModel().getSelectedIndex();
        long id = shownId();
        renewing = true;
        inbox.getItems().setAll(Inbox.of(ctx.services().conflicting(), ctx.words().texts().locale()));
        renewing = false;
        int waiting = conflicts().size();
        title.setText(ctx.words().texts().count("review.title", waiting));
        decideMany.setDisable(waiting == 0);
        empty.setVisible(waiting == 0);
        indexOf(id).ifPresentOrElse(this::go, () -> {
            if (pane == null || !pane.busy()) goNear(before);
        });
    }

    private void goNear(int index) {
        var items = inbox.getItems();
        if (items.isEmpty()) {
            drop();
            return;
        }
        int from = Math.clamp(index, 0, items.size() - 1);
        IntStream.concat(IntStream.range(from, items.size()), IntStream.iterate(from - 1, i -> i >= 0, i -> i - 1))
                .filter(i -> items.get(i) instanceof Line.Item)
                .findFirst()
                .ifPresent(this::go);
    }

    private void go(int index) {
        inbox.getSelectionModel().select(index);
        select(inbox.getItems().get(index));
        inbox.scrollTo(Math.max(0, index - 1));
    }

    /// While the list is laid anew its selection passes over lines that nobody chose.
    private void select(@Nullable Line line) {
        if (renewing || !(line instanceof Line.Item(ServiceView view, List<?> _)) || view.id() == shownId()) return;
        boolean focused = pane != null && pane.holdsFocus();
        drop();
        pane = new DecisionPane(ctx, view, _ -> decided(), this::later);
        detail.getChildren().add(pane.root());
        if (focused) pane.focus();
    }

    private void drop() {
        detail.getChildren().removeIf(node -> node != empty);
        pane = null;
    }

    private void decided() {
        refresh();
        if (pane != null) pane.focus();
    }

    /// Escape: what was chosen so far is forgotten, nothing is written.
    private void later() {
        var index = inbox.getSelectionModel().getSelectedIndex();
        drop();
        inbox.getSelectionModel().clearSelection();
        go(index);
        inbox.requestFocus();
    }

    private void key(KeyEvent key) {
        if (key.getTarget() instanceof TextInputControl) return;
        boolean inList = key.getTarget() == inbox;
        if (Habit.NEXT.is(key) || inList && Habit.BELOW.is(key)) step(1, inList);
        else if (Habit.PREVIOUS.is(key) || inList && Habit.ABOVE.is(key)) step(-1, inList);
        else {
            if (inList && pane != null) pane.key(key);
            return;
        }
        key.consume();
    }

    /// To the next or previous service, past headings.
    private void step(int direction, boolean stayInList) {
        var items = inbox.getItems();
        int i = inbox.getSelectionModel().getSelectedIndex() + direction;
        while (i >= 0 && i < items.size() && !(items.get(i) instanceof Line.Item)) i += direction;
        if (i < 0 || i >= items.size()) return;
        go(i);
        if (!stayInList && pane != null) pane.focus();
    }

    private long shownId() {
        return pane == null ? 0 : pane.view().id();
    }

    private Optional<Integer> indexOf(long serviceId) {
        var items = inbox.getItems();
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i) instanceof Line.Item item && item.view().id() == serviceId)
                .boxed()
                .findFirst();
    }

    private List<ServiceView> conflicts() {
        return inbox.getItems().stream()
                .flatMap(line -> line instanceof Line.Item item ? Stream.of(item.view()) : Stream.empty())
                .toList();
    }
}
