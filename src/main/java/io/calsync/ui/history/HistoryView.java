package io.calsync.ui.history;

import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal.Verification;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.EntryText;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The history screen: the audit trail as a table, one entry in full beside it, undo, and the proof that it is whole.
public final class HistoryView implements View {
    /// From this width of the table on the names of services are shown whole, in pixels as those below.
    private static final double WIDE = 1100;
    private static final double WHOLE_NAME = 240;
    private static final double SHORT_NAME = 150;

    private final UiContext ctx;
    private final EntryText text;
    private final Trail trail;
    private final Parent root;
    private final Label none = new Label();

    @FXML private VBox verdict;
    @FXML private TextField search;
    @FXML private ComboBox<Kind> source;
    @FXML private Button onlyService;
    @FXML private Button onlyRun;
    @FXML private Label report;
    @FXML private Button verify;
    @FXML private TableView<AuditEntry> table;
    @FXML private TableColumn<AuditEntry, String> when;
    @FXML private TableColumn<AuditEntry, String> who;
    @FXML private TableColumn<AuditEntry, Cause.Source> kind;
    @FXML private TableColumn<AuditEntry, String> service;
    @FXML private TableColumn<AuditEntry, String> change;
    @FXML private ScrollPane details;
    @FXML private Label count;
    @FXML private CheckBox bookkeeping;
    @FXML private Button more;

    /// A choice of the filter by kind, with its words.
    private record Kind(Optional<Cause.Source> source, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    public HistoryView(UiContext ctx) {
        this.ctx = ctx;
        this.text = new EntryText(ctx.words());
        this.trail = new Trail(ctx);
        this.root = Fxml.load(this, ctx.words().texts());
        fillTable();
        fillFilters();
        var entry = new EntryDetails(ctx, this::onlyRun, () -> {
            table.requestFocus();
            trail.refresh();
        });
        details.setContent(entry);
        table.getSelectionModel().selectedItemProperty().subscribe(entry::show);
        var chosen = table.getSelectionModel().selectedItemProperty().isNotNull();
        details.visibleProperty().bind(chosen);
        details.managedProperty().bind(chosen);
        Action.VERIFY.dress(verify, ctx.words());
        ctx.services().listen(_ -> {
            if (root.getScene() != null) trail.refresh();
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(long serviceId) {
        if (serviceId == 0) trail.refresh();
        else only(serviceId);
        table.requestFocus();
    }

    @FXML
    void showMore() {
        trail.showMore();
    }

    @FXML
    void everyService() {
        only(0);
    }

    @FXML
    void everyRun() {
        onlyRun("");
    }

    /// Recomputes the chain and says in words how it came out.
    @FXML
    void verify() {
        verify.setDisable(true);
        ctx.background().call(() -> ctx.sync().history().verify())
                .result(this::show)
                .always(() -> verify.setDisable(false))
                .start();
    }

    private void show(Verification outcome) {
        var words = ctx.words();
        var banner = outcome.whole()
                ? new Banner("trail-verdict", Banner.Tone.INFO).say(words.say("history.whole", outcome.count()))
                        .say(words.say("history.whole.head", outcome.head()))
                : new Banner("trail-verdict", Banner.Tone.DANGER).say(words.say("history.broken", outcome.count()));
        outcome.problems().forEach(problem -> banner.say(words.say(problem)));
        var close = Action.CLOSE.iconButton(words, verdict.getChildren()::clear);
        verdict.getChildren().setAll(banner.with(close));
    }

    private void only(long serviceId) {
        trail.ofService(serviceId);
        show(onlyService, serviceId != 0);
        ctx.services().get(serviceId)
                .ifPresent(view -> onlyService.setText(ctx.words().say("history.only", view.name())));
    }

    private void onlyRun(String run) {
        show(onlyRun, !run.isEmpty());
        onlyRun.setText(ctx.words().say("history.only-run", run.isEmpty() ? "" : text.run(run)));
        trail.ofRun(run);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void fillFilters() {
        search.textProperty().subscribe(trail::containing);
        source.getItems().add(new Kind(Optional.empty(), ctx.words().say("history.every-kind")));
        for (var each : Cause.Source.values()) source.getItems().add(new Kind(Optional.of(each), text.kind(each)));
        source.getSelectionModel().selectFirst();
        source.valueProperty().subscribe(chosen -> trail.ofSource(chosen.source().orElse(null)));
        more.visibleProperty().bind(trail.more());
        bookkeeping.selectedProperty().subscribe(trail::bookkeeping);
        onlyService.setGraphic(Icons.of(Action.CLOSE.icon()));
        onlyRun.setGraphic(Icons.of(Action.CLOSE.icon()));
        show(onlyRun, false);
        trail.shown().subscribe(this::count);
        count();
        only(0);
    }

    private void count() {
        int shown = trail.shown().size();
        boolean all = shown == trail.loaded();
        count.setText(all ? ctx.words().texts().count("history.count", shown)
                : ctx.words().say("history.count.of", shown, trail.loaded()));
        none.setText(ctx.words().say(trail.loaded() == 0 ? "history.none" : "history.none-found"));
        var ended = trail.report();
        show(report, ended.isPresent());
        ended.ifPresent(entry -> report.setText(ctx.words().say("history.report", entry.cause().operator().name(),
                ctx.words().times().exact(entry.at()), text.changes(entry).getFirst())));
    }

    /// Large text has wider columns, and the table scrolls sideways to those that have no room.
    private void widen(TableColumn<?, ?> column) {
        double least = column.getMinWidth();
        double usual = column.getPrefWidth();
        double most = column.getMaxWidth();
        ctx.appearance().textSize().subscribe(_ -> {
            column.setMaxWidth(ctx.appearance().enlarged(most));
            column.setMinWidth(ctx.appearance().enlarged(least));
            column.setPrefWidth(ctx.appearance().enlarged(usual));
        });
    }

    private void roomForNames() {
        boolean wide = table.getWidth() > ctx.appearance().enlarged(WIDE);
        service.setMinWidth(ctx.appearance().enlarged(wide ? WHOLE_NAME : SHORT_NAME));
    }

    private void fillTable() {
        table.setItems(trail.shown());
        none.setWrapText(true);
        table.setPlaceholder(none);
        table.getColumns().forEach(this::widen);
        table.widthProperty().subscribe(this::roomForNames);
        ctx.appearance().textSize().subscribe(this::roomForNames);
        ctx.appearance().textSize().subscribe(percent -> table.setColumnResizePolicy(percent.intValue() > 100
                ? TableView.UNCONSTRAINED_RESIZE_POLICY : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS));
        column(when, entry -> ctx.words().times().exact(entry.at()));
        column(who, entry -> entry.cause().operator().name());
        column(service, AuditEntry::service);
        column(change, this::summary);
        kind.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().cause().source()));
        kind.setCellFactory(_ -> new KindCell());
    }

    private void column(TableColumn<AuditEntry, String> column, Function<AuditEntry, String> words) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setCellFactory(_ -> new TextCell());
    }

    private String summary(AuditEntry entry) {
        List<String> lines = text.changes(entry);
        String note =
                entry.cause().note().isEmpty() ? "" : "  " + ctx.words().say("value.quoted", entry.cause().note());
        if (lines.isEmpty()) return ctx.words().say("history.bookkeeping") + note;
        String rest = lines.size() == 1 ? "" : ctx.words().say("history.and-more", lines.size() - 1);
        return lines.getFirst().replace('\n', ' ') + rest + note;
    }

    private final class KindCell extends TableCell<AuditEntry, Cause.Source> {
        @Override
        protected void updateItem(Cause.@Nullable Source item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : text.kind(item));
            setGraphic(empty || item == null ? null : Icons.of(SourceLook.icon(item)));
        }
    }

    /// A text that may be cut off shows itself whole in its tooltip.
    private static final class TextCell extends TableCell<AuditEntry, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            setTooltip(empty || item == null || item.isEmpty() ? null : new Tooltip(item));
        }
    }
}
