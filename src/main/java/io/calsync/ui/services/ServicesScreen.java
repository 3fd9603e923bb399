package io.calsync.ui.services;

import atlantafx.base.controls.CustomTextField;
import io.calsync.sync.SyncOptions;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Command;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import io.calsync.ui.services.exchange.ExchangeMenu;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// The list of services with its search, chips and details pane.
public final class ServicesScreen implements View {
    private static final double DETAILS_SHARE = 0.62;
    private static final double MOST_OF_DETAILS = 520;
    /// Narrower than this, at text of the ordinary size, the details stand below the table.
    private static final double ROOM_BESIDE = 640;

    private final UiContext ui;
    private final ServiceTable model;
    private final DetailsPane details;
    private final MarkedBar bar;
    private final Parent root;
    private final ShownView view;
    private long wanted;

    @FXML private MenuButton viewMenu;

    @FXML private CustomTextField search;

    @FXML private FlowPane chips;

    @FXML private MenuButton files;

    @FXML private Button retryAll;

    @FXML private Button add;

    @FXML private Button check;

    @FXML private Button sync;

    @FXML private SplitPane split;

    @FXML private VBox list;

    @FXML private TableView<ServiceRow> table;

    @FXML private VBox bottom;

    /// With views that last as long as the window.
    public ServicesScreen(UiContext ui) {
        this(ui, new ViewsFile(null));
    }

    public ServicesScreen(UiContext ui, ViewsFile views) {
        this.ui = ui;
        this.model = new ServiceTable(ui);
        this.root = Fxml.load(this, ui.words().texts());
        this.details = new DetailsPane(ui, this::closeDetails);
        TableSetup.prepare(table, model, ui);
        this.bar = new MarkedBar(ui, table);
        new FilterBar(chips, ui, model, this::clearFilters);
        prepareToolbar();
        prepareTable();
        prepareKeys();
        this.view = new ShownView(ui, model, search, new TableLayout(table, ui), views);
        new ViewMenu(ui, viewMenu, view);
        new InlineEditor(ui, (Pane) root, table);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(long serviceId) {
        if (serviceId == 0) table.requestFocus();
        else select(serviceId);
    }

    @Override
    public void narrowed(Filter filter) {
        view.narrow(filter);
    }

    @Override
    public List<Command> commands() {
        return view.commands();
    }

    @Override
    public void shortcut(KeyEvent key) {
        if (matches(Action.SEARCH, key)) search.requestFocus();
        else if (matches(Action.SAVE, key)) details.save();
        else if (matches(Action.EDIT_MANY, key)) bar.edit();
        else if (Habit.BACK.is(key)) escape();
        else return;
        key.consume();
    }

    @Override
    public void leaving(Runnable leave) {
        details.leaving(root, leave);
    }

    private void prepareToolbar() {
        search.setLeft(Icons.of(Action.SEARCH.icon()));
        search.textProperty()
                .subscribe(typed -> model.select(now -> now.with(Search.of(typed))));
        var words = ui.words();
        Action.NEW_SERVICE.dress(add, words);
        Action.CHECK.dress(check, words);
        Action.SYNC.dress(sync, words);
        new ExchangeMenu(ui, files, () -> new ShownList(ui, model, table).of(search.getText().strip()));
        sync.setDefaultButton(false);
        sync.getStyleClass().add("accent");
        add.setOnAction(_ -> new NewServiceDialog(ui).show(root, this::select));
        check.setOnAction(_ -> ui.runs().check(plan -> new PlanDialog(ui).show(root, plan)));
        sync.setOnAction(_ -> ui.runs().sync(SyncOptions.PLAIN));
        String refusal = ui.refusal(ui.operator().role().mayEdit());
        Action.NEW_SERVICE.available(add, words, refusal);
        ui.runs().step().subscribe(step -> {
            String running = step == null ? null : words.say("run.under-way");
            Action.CHECK.available(check, words, running);
            Action.SYNC.available(sync, words, refusal == null ? running : refusal);
            Action.RETRY_ALL.available(retryAll, words, refusal == null ? running : refusal);
        });
        Action.RETRY_ALL.dress(retryAll, words);
        retryAll.setOnAction(_ -> ui.runs().retry(ui.services().failed()));
        ui.services().failing().subscribe(failing -> {
            retryAll.setVisible(failing.intValue() > 0);
            retryAll.setManaged(failing.intValue() > 0);
        });
    }

    private void prepareTable() {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getChildren().add(new PendingBar(ui));
        bottom.getChildren().add(bar);
        split.orientationProperty()
                .bind(Bindings
                        .when(split.widthProperty().lessThan(ui.appearance().textSize().multiply(ROOM_BESIDE / 100)))
                        .then(Orientation.VERTICAL).otherwise(Orientation.HORIZONTAL));
        new EmptyTable(ui, model, this::clearFilters, add::fire).install(table);
        model.lines().addListener((ListChangeListener<ServiceRow>) _ -> replaced());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && table.getSelectionModel().getSelectedItems().size() == 1) open(row);
        });
        new GroupKeys(table, model, ui.words()).install();
    }

    private void prepareKeys() {
        // Before the click chooses another service, in whose field the focus would go on else.
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            if (details.root().isFocusWithin()) table.requestFocus();
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (Habit.OPEN.is(key)) enter();
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (!Habit.INTO_LIST.is(key)) return;
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
            key.consume();
        });
    }

    private static boolean matches(Action action, KeyEvent key) {
        return action.keys() != null && action.keys().match(key);
    }

    /// Enter reviews what asks for an answer, and goes to the first field of any other service.
    private void enter() {
        var row = table.getSelectionModel().getSelectedItem();
        if (row == null) return;
        if (row.get().view().asks()) ui.navigation().review(row.get().id());
        else details.focusFirstField();
    }

    /// Escape empties the search first, then closes the pane.
    private void escape() {
        if (!search.getText().isEmpty() && search.isFocused()) search.clear();
        else closeDetails();
    }

    private void clearFilters() {
        search.clear();
        model.select(now -> now.with(Search.NOTHING).with(Filter.NONE));
    }

    private void select(long serviceId) {
        table.requestFocus();
        wanted = serviceId;
        clearFilters();
        selectWanted();
    }

    /// The service beside the table is marked in it, unless the person is at the head of a group.
    private void replaced() {
        boolean atHead = table.getFocusModel().getFocusedItem() instanceof GroupRow;
        if (wanted == 0 && !atHead && table.getSelectionModel().isEmpty())
            details.shownRow().ifPresent(row -> table.getSelectionModel().select(row));
        details.shownRow().ifPresent(row -> details.listed(model.chosen().contains(row)));
        selectWanted();
    }

    private void selectWanted() {
        var row = model.row(wanted).orElse(null);
        if (row != null) model.select(now -> now.opened(row.get()));
        int place = row == null ? -1 : model.lines().indexOf(row);
        if (place < 0) return;
        wanted = 0;
        table.getSelectionModel().clearAndSelect(place);
        table.scrollTo(place);
    }

    private void open(ServiceRow row) {
        details.show(row);
        details.listed(true);
        if (split.getItems().contains(details.root())) return;
        split.getItems().add(details.root());
        SplitPane.setResizableWithParent(details.root(), false);
        split.setDividerPositions(beginOfDetails());
    }

    /// What a wide window has more is the table's.
    private double beginOfDetails() {
        if (split.getOrientation() == Orientation.VERTICAL) return DETAILS_SHARE;
        return Math.max(DETAILS_SHARE, 1 - ui.appearance().enlarged(MOST_OF_DETAILS) / split.getWidth());
    }

    private void closeDetails() {
        details.closing(() -> {
            split.getItems().remove(details.root());
            details.clear();
            table.getSelectionModel().clearSelection();
            table.requestFocus();
        });
    }
}
